// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/fault.h"
#include "practice/guise.h"

#include <QObject>
#include <QThread>
#include <QUrl>

#include <memory>

namespace linnet::practice {

/// Is told of every request to the APIs that a practice server takes; in the server's thread.
class RequestObserver
{
public:
    virtual ~RequestObserver() = default;
    virtual void onStart() {} ///< the server begins to take requests; in the thread that starts it
    /// arrivalNs: monotonic nanoseconds. address: path and query as sent. peer: who asks.
    virtual void onRequest(qint64 arrivalNs, const QByteArray &address, const QString &peer) = 0;
};

/// An invented vacancy service on loopback, in a thread of its own: users practise on it, tests use it.
/// hh's API at /vacancies…, Trudvsem's at /api/v1/vacancies…, SuperJob's at /superjob/vacancies/, those of
/// standins/ at their names, a judge for proxies at /judge and /azenv; a small site with known faults at
/// /site/ (sitemanifest.h) and a large one at /big/0 (BigSite) for crawls. Faults are for the APIs only.
class PracticeServer : public QObject
{
    Q_OBJECT

public:
    /// observer may be null.
    explicit PracticeServer(QList<Fault> faults = {}, std::shared_ptr<RequestObserver> observer = {},
                            QObject *parent = nullptr);
    ~PracticeServer() override;

    /// From the next start on.
    void setGuise(const Guise &guise);
    /// Listens on 127.0.0.1; port 0 = any. Reason::Io when the port is taken.
    Result<QUrl> start(quint16 port = 0);
    void stop();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace linnet::practice
