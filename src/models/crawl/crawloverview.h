// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/crawl/readyview.h"
#include "models/readertask.h"
#include "session/session.h"
#include "store/read/querythread.h"

#include <QElapsedTimer>
#include <QTimer>

namespace linnet::models {

/// The numbers of one crawl: how many rows its tables and ready views have, what became of the addresses, and
/// how many still wait. Counted in rounds in the background, again while rows arrive, at growing distances;
/// shown are the numbers of a whole round.
class CrawlOverview : public QObject
{
    Q_OBJECT

public:
    /// Addresses that share a state, or a reason for not being asked.
    struct Share
    {
        QString code;
        qint64 count = 0;

        bool operator==(const Share &) const = default;
    };

    /// session outlives the object.
    CrawlOverview(session::Session &session, QList<ReadyView> views, QObject *parent = nullptr);
    ~CrawlOverview() override;

    void setRun(store::RunId run); ///< 0 = none
    /// The same views, with titles and hints in another language.
    void setTexts(const QList<ReadyView> &views);

    const QList<ReadyView> &views() const { return m_views; }
    qint64 count(qsizetype view) const { return m_shown.counts[view]; } ///< -1 = not known yet
    qint64 pages() const { return m_shown.pages; }                      ///< -1 = not known yet
    qint64 links() const { return m_shown.links; }                      ///< -1 = not known yet
    const QList<Share> &states() const { return m_shown.states; }       ///< most frequent first
    const QList<Share> &reasons() const { return m_shown.reasons; }     ///< of those that were not asked
    qint64 waiting() const { return m_shown.waiting; }                  ///< found, but not asked yet
    bool isKnown() const { return m_isKnown; }                          ///< all of it, once at least

Q_SIGNALS:
    void changed();

private:
    struct Numbers
    {
        QList<qint64> counts;
        qint64 pages = -1;
        qint64 links = -1;
        qint64 waiting = 0;
        QList<Share> states;
        QList<Share> reasons;
    };

    Numbers unknown() const { return {QList<qint64>(m_views.size(), -1), -1, -1, 0, {}, {}}; }
    void start();
    void askNext();
    void take(qint64 rows);
    void takeShares(const QString &column, const std::vector<store::FacetEntry> &entries);
    void finishRound();
    void close();

    session::Session &m_session;
    QList<ReadyView> m_views;
    store::RunId m_run = 0;
    std::unique_ptr<store::QueryThread> m_queries;
    quint64 m_ticket = 0;
    qsizetype m_step = 0; ///< pages, links, the views, states, reasons
    bool m_busy = false;
    bool m_again = false;
    bool m_isKnown = false;
    Numbers m_shown;   ///< of the last whole round: they belong together
    Numbers m_counted; ///< of the round that goes on
    QTimer m_rest;
    QElapsedTimer m_took;
    ReaderTask<store::WorkCounts> m_work;
};

} // namespace linnet::models
