// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

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
        QString key;         ///< canonical, without password: "direct", "http://host:port"
    };
    struct Wait
    {
        qint64 untilNs; ///< monotonic clock
    };
    struct None
    {
        Error error;
    };
    using Choice = std::variant<Use, Wait, None>;

    /// Earliest start (monotonic ns) the limiter allows for a proxy key with this origin; now or earlier = at
    /// once.
    using Readiness = std::function<qint64(const QString &proxyKey)>;

    virtual Choice choose(const QUrl &url, const Readiness &readiness, qint64 nowNs) = 0;
    /// The same for a request that carries a token, a cookie or a login.
    virtual Choice chooseForSecret(const QUrl &url, const Readiness &readiness, qint64 nowNs)
    {
        return choose(url, readiness, nowNs);
    }
    virtual void committed(const QUrl &url, const QString &proxyKey)
    {
        Q_UNUSED(url)
        Q_UNUSED(proxyKey)
    }
    virtual void reported(const QUrl &url, const QString &proxyKey, const Error &outcome)
    {
        Q_UNUSED(url)
        Q_UNUSED(proxyKey)
        Q_UNUSED(outcome)
    }
    /// An attempt is over after so long. True when it was the proxy's fault: then it is no fault of the host
    /// and does not count as an attempt of the request.
    virtual bool concluded(const QUrl &url, const QString &proxyKey, const Error &outcome, qint64 tookNs)
    {
        Q_UNUSED(tookNs)
        reported(url, proxyKey, outcome);
        return false;
    }
    /// What was read in an answer says that the host turns this proxy away.
    virtual void refused(const QUrl &url, const QString &proxyKey)
    {
        Q_UNUSED(url)
        Q_UNUSED(proxyKey)
    }
    /// What was committed ended without telling anything: it was cancelled.
    virtual void released(const QString &proxyKey) { Q_UNUSED(proxyKey) }
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
