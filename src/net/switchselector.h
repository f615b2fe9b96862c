// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/proxyselector.h"

#include <memory>

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

    Choice choose(const QUrl &url, const Readiness &readiness, qint64 nowNs) override;
    void committed(const QUrl &url, const QString &proxyKey) override;
    void reported(const QUrl &url, const QString &proxyKey, const Error &outcome) override;

private:
    std::unique_ptr<ProxySelector> m_current;
};

} // namespace linnet::net
