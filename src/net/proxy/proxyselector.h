// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/moment.h"
#include "net/proxykey.h"

#include <QNetworkProxy>
#include <QObject>
#include <QUrl>

#include <functional>
#include <variant>

namespace linnet::net {

/// Through which proxy a request goes. Chosen in one step with the limiter: the selector is told when each
/// candidate could start and answers with one of three. choose() is pure; the engine calls committed() when
/// it starts. Lives in the network thread.
class ProxySelector : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    struct Use
    {
        QNetworkProxy proxy; ///< set explicitly before each request; NoProxy for a direct connection
        ProxyKey key;
    };
    struct Wait
    {
        Moment until;
    };
    struct None
    {
        Error error;
    };
    using Choice = std::variant<Use, Wait, None>;

    /// Earliest start that the limiter allows for a proxy with this host; now or earlier = at once.
    using Readiness = std::function<Moment(const ProxyKey &proxy)>;

    virtual Choice choose(const QUrl &url, const Readiness &readiness, Moment now) = 0;
    /// The same for a request that carries a token, a cookie or a login.
    virtual Choice chooseForSecret(const QUrl &url, const Readiness &readiness, Moment now)
    {
        return choose(url, readiness, now);
    }
    virtual void committed(const QUrl &url, const ProxyKey &proxy)
    {
        Q_UNUSED(url)
        Q_UNUSED(proxy)
    }
    /// An attempt is over after so long. True when it was the proxy's fault: then it is no fault of the host
    /// and does not count as an attempt of the request.
    virtual bool attemptEnded(const QUrl &url, const ProxyKey &proxy, const Error &outcome,
                              std::chrono::nanoseconds took)
    {
        Q_UNUSED(url)
        Q_UNUSED(proxy)
        Q_UNUSED(outcome)
        Q_UNUSED(took)
        return false;
    }
    /// The proxy works and says that it cannot reach the host. True when others reach it, so that it is this
    /// proxy's fault after all.
    virtual bool originFailed(const QUrl &url, const ProxyKey &proxy)
    {
        Q_UNUSED(url)
        Q_UNUSED(proxy)
        return false;
    }
    /// The proxy works, and a rule of its own forbids the request. True when it may go through another one.
    virtual bool denied(const QUrl &url, const ProxyKey &proxy)
    {
        Q_UNUSED(url)
        Q_UNUSED(proxy)
        return false;
    }
    /// What was read in an answer says that the host turns this proxy away.
    virtual void refused(const QUrl &url, const ProxyKey &proxy)
    {
        Q_UNUSED(url)
        Q_UNUSED(proxy)
    }
    /// What was committed was cancelled: its end says nothing about the proxy.
    virtual void released(const ProxyKey &proxy) { Q_UNUSED(proxy) }
    /// The selector for the requests of a run; its signals come through this one.
    virtual ProxySelector &forRun(qint64 run)
    {
        Q_UNUSED(run)
        return *this;
    }

Q_SIGNALS:
    /// What choose() would answer may have changed; the engine looks at its queue again.
    void changed();
};

} // namespace linnet::net
