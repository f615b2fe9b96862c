// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/fault.h"

#include <QHash>
#include <QObject>
#include <QThread>
#include <QUrl>

#include <memory>
#include <vector>

namespace linnet::practice {

/// An invented vacancy service on loopback, in a thread of its own: users practise on it, tests use it.
/// hh's API at /vacancies…, Trudvsem's at /api/v1/vacancies…, a judge for proxies at /judge and /azenv; a
/// small site with known faults at /site/ (sitemanifest.h) and a large one at /big/0 (BigSite) for crawls.
/// Faults are for the APIs only.
class PracticeServer : public QObject
{
    Q_OBJECT

public:
    explicit PracticeServer(QList<Fault> faults = {}, QObject *parent = nullptr);
    ~PracticeServer() override;

    /// Listens on 127.0.0.1; port 0 = any. Reason::Io when the port is taken.
    Result<QUrl> start(quint16 port = 0);
    void stop();

    /// Monotonic nanoseconds of every API request's arrival so far; any thread.
    std::vector<qint64> arrivals() const;
    /// How often each API address (path and query as sent) has been asked so far; any thread.
    QHash<QByteArray, int> hits() const;
    /// How many API requests came from each address so far; any thread.
    QHash<QString, int> peers() const;
    /// How many vacancies a search without text finds.
    static int vacancyCount();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace linnet::practice
