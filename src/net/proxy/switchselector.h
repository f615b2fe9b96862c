// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/proxy/proxyselector.h"

#include <memory>
#include <unordered_map>

namespace linnet::net {

/// Lets the user's choice of selector change while the engine runs; requests not started yet follow the new
/// one.
class SwitchSelector final : public ProxySelector
{
    Q_OBJECT

public:
    explicit SwitchSelector(std::unique_ptr<ProxySelector> first, QObject *parent = nullptr);
    ~SwitchSelector() override;

    void use(std::unique_ptr<ProxySelector> next);
    /// For one run's requests; without its own a run follows the common choice.
    void useForRun(qint64 run, std::unique_ptr<ProxySelector> selector);
    void dropRun(qint64 run);
    ProxySelector &forRun(qint64 run) override;

    Choice choose(const QUrl &url, const Readiness &readiness, Moment now) override;
    void committed(const QUrl &url, const ProxyKey &proxy) override;
    bool attemptEnded(const QUrl &url, const ProxyKey &proxy, const Error &outcome,
                      std::chrono::nanoseconds took) override;
    bool originFailed(const QUrl &url, const ProxyKey &proxy) override;
    bool denied(const QUrl &url, const ProxyKey &proxy) override;

private:
    std::unique_ptr<ProxySelector> m_current;
    std::unordered_map<qint64, std::unique_ptr<ProxySelector>> m_byRun;
};

} // namespace linnet::net
