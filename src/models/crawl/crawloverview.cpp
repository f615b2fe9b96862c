// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/crawl/crawloverview.h"

#include "table/linkschema.h"
#include "table/pageschema.h"

#include <algorithm>

namespace linnet::models {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 MinDistanceMs = 1500;
constexpr qint64 BusyShare = 4; // at most a fifth of the time goes into counting
constexpr int Codes = 100;

/// A stored number of each table, whose statistics tell how many rows there are.
QString cheapColumn(const table::Schema &schema)
{
    return &schema.rows() == &table::pageSchema() ? u"status"_s : u"line"_s;
}

} // namespace

CrawlOverview::CrawlOverview(session::Session &session, QList<ReadyView> views, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_views(std::move(views))
    , m_shown(unknown())
    , m_work([this](const Result<store::WorkCounts> &counts) {
        if (counts)
            m_counted.waiting = counts->pending;
        finishRound();
    })
{
    m_rest.setSingleShot(true);
    connect(&m_rest, &QTimer::timeout, this, &CrawlOverview::start);
    connect(&session.projectSlot(), &session::ProjectSlot::aboutToClose, this, [this] { setRun(0); });
    connect(&session, &session::Session::committed, this, [this](const store::Committed &change) {
        const auto ours = [this](const auto &part) { return part.run == m_run; };
        if (m_run == 0 ||
            (std::ranges::none_of(change.rows, ours) && std::ranges::none_of(change.work, ours) &&
             std::ranges::find(change.runs, m_run) == change.runs.end()))
            return;
        m_again = true;
        if (!m_busy && !m_rest.isActive())
            m_rest.start(int(MinDistanceMs));
    });
}

CrawlOverview::~CrawlOverview()
{
    close();
}

void CrawlOverview::close()
{
    m_rest.stop();
    m_work.stop();
    m_queries.reset();
    m_busy = false;
    m_again = false;
    m_ticket = 0;
}

void CrawlOverview::setTexts(const QList<ReadyView> &views)
{
    for (qsizetype i = 0; i < std::min(views.size(), m_views.size()); ++i) {
        m_views[i].title = views[i].title;
        m_views[i].hint = views[i].hint;
    }
    Q_EMIT changed();
}

void CrawlOverview::setRun(store::RunId run)
{
    if (run == m_run)
        return;
    close();
    m_run = run;
    m_isKnown = false;
    m_shown = unknown();
    Q_EMIT changed();
    if (run == 0 || !m_session.hasProject())
        return;
    m_queries = std::make_unique<store::QueryThread>(m_session.project().path());
    connect(m_queries.get(), &store::QueryThread::statisticsReady, this,
            [this](quint64 ticket, const QString &, const Result<store::ColumnStatistics> &statistics) {
                if (ticket == m_ticket)
                    take(statistics ? statistics->rows : -1);
            });
    connect(
        m_queries.get(), &store::QueryThread::facetReady, this,
        [this](quint64 ticket, const QString &column, const Result<std::vector<store::FacetEntry>> &entries) {
            if (ticket == m_ticket)
                takeShares(column, entries ? *entries : std::vector<store::FacetEntry>());
        });
    start();
}

void CrawlOverview::start()
{
    if (m_busy || !m_queries)
        return;
    m_busy = true;
    m_again = false;
    m_step = 0;
    m_counted = unknown();
    m_took.start();
    askNext();
}

void CrawlOverview::askNext()
{
    const qsizetype first = 2; // before them stand the two tables
    const qsizetype last = first + m_views.size();
    const auto count = [this](const table::Schema &schema, const table::Filter &filter) {
        m_ticket = m_queries->statistics({&schema, {m_run}, filter, {}}, cheapColumn(schema), 1);
    };
    const auto facet = [this](const QString &column) {
        m_ticket = m_queries->facet({&table::pageSchema(), {m_run}, {}, {}}, column, Codes);
    };
    if (m_step == 0)
        count(table::pageSchema(), {});
    else if (m_step == 1)
        count(table::linkSchema(), {});
    else if (m_step < last)
        count(*m_views[m_step - first].schema, m_views[m_step - first].filter);
    else if (m_step == last)
        facet(u"state"_s);
    else if (m_step == last + 1)
        facet(u"why_not_fetched"_s);
    else
        m_work.start(m_session.project().path(),
                     [run = m_run](store::RowReader &reader) { return reader.workCounts(run); });
}

void CrawlOverview::take(qint64 rows)
{
    if (m_step == 0)
        m_counted.pages = rows;
    else if (m_step == 1)
        m_counted.links = rows;
    else
        m_counted.counts[m_step - 2] = rows;
    ++m_step;
    askNext();
}

void CrawlOverview::takeShares(const QString &column, const std::vector<store::FacetEntry> &entries)
{
    QList<Share> &shares = column == "state"_L1 ? m_counted.states : m_counted.reasons;
    for (const store::FacetEntry &entry : entries) {
        if (!table::isNull(entry.value))
            shares.append({table::toText(entry.value), entry.count});
    }
    ++m_step;
    askNext();
}

void CrawlOverview::finishRound()
{
    m_isKnown = true;
    m_shown = m_counted;
    m_busy = false;
    if (m_again)
        m_rest.start(int(std::clamp<qint64>(BusyShare * m_took.elapsed(), MinDistanceMs, 60'000)));
    Q_EMIT changed();
}

} // namespace linnet::models
