// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "net/engine/engine.h"
#include "net/proxy/directselector.h"

#include <vector>

class QEventLoop;

namespace linnet::test {

/// A request with nothing special.
net::Request requestFor(const QUrl &url, int retries = 2);

/// An engine with the real clock, going directly, and a place where its answers are kept.
class EngineRig
{
public:
    EngineRig();
    explicit EngineRig(net::ProxySelector &selector);

    /// Hands a request over; its place in results() is returned.
    int get(const net::Request &request);
    int get(const QUrl &url) { return get(requestFor(url)); }
    /// Waits until all are answered; false after `ms`.
    bool wait(int ms = 30'000);
    /// Asks and waits.
    Result<net::Response> fetch(const net::Request &request, int ms = 30'000);
    Result<net::Response> fetch(const QUrl &url) { return fetch(requestFor(url)); }

    const Result<net::Response> &result(int place) const { return m_results.at(size_t(place)); }
    int answered() const { return m_answered; }
    int asked() const { return int(m_results.size()); }
    const QList<net::Attempt> &attempts() const { return m_attempts; }
    /// Attempts come in batches; waits until `count` are there.
    bool waitAttempts(int count);

    SystemClock clock;
    net::DirectSelector direct;
    net::Engine engine;
    QObject owner;

private:
    void collect();

    std::vector<Result<net::Response>> m_results;
    QList<net::Attempt> m_attempts;
    int m_answered = 0;
    QEventLoop *m_waiting = nullptr;
};

} // namespace linnet::test
