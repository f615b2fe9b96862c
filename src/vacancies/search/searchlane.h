// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/project/worklist.h"
#include "vacancies/search/listingreport.h"
#include "vacancies/search/searchplan.h"
#include "vacancies/search/searchspec.h"
#include "vacancies/vacancysource.h"

#include <QHash>
#include <QJsonObject>
#include <QSet>

namespace linnet::vacancies {

/// What one answer turned out to be.
struct ParsedAnswer
{
    Judgement judgement;
    Result<ListPage> page = ListPage();
    Result<Vacancy> vacancy = Vacancy();
};

/// One source within a search: its listings, how far they go, and the units of work that follow from an
/// answer. No network, no store.
class SearchLane
{
public:
    SearchLane(const SearchSpec::Source &source, const SearchSpec &spec, const net::Pace &pace = {});

    const QString &id() const { return m_id; }
    const QString &host() const { return m_host; }
    const VacancySource &source() const { return m_source; }
    /// What the source wants between two requests; 0 when another server is asked in its place.
    std::chrono::milliseconds leastInterval() const { return m_leastInterval; }

    const QString &detailKind() const { return m_detailKind; }
    bool owns(const store::WorkItem &item) const;
    const QStringList &listKinds() const { return m_listKinds; } ///< one for each listing
    QStringList kindsToAsk() const; ///< those of them that may be asked now, the last ones last
    bool isDetail(const store::WorkItem &item) const { return item.kind == m_detailKind; }

    /// The first page of every listing.
    std::vector<store::WorkAdd> firstWork() const;
    /// Its `read` makes a ParsedAnswer.
    net::Request request(const store::WorkItem &item) const;
    /// Takes a page's numbers into account; gives the pages and details to ask next. `now`: seconds since
    /// 1970, up to which a listing is frozen that is too large to be read as it is.
    std::vector<store::WorkAdd> workAfter(const store::WorkItem &item, const ListPage &page, qint64 now);
    /// A page that could not be read: what depends on it goes on without it.
    std::vector<store::WorkAdd> workAfterFailure(const store::WorkItem &item, qint64 now);
    /// The query of the search that a unit belongs to, as its rows name it.
    const Query &query(const store::WorkItem &item) const;
    /// Technical; of listings that have turned out to have more ads than can be reached and that cannot be
    /// cut, each once.
    QStringList tooLargeNotes();
    /// Rows of listingSchema() about the listings of which an answer has changed something.
    std::vector<store::RowWrite> listingRows(const store::WorkItem &item);
    /// How long the source thought about a page, for the estimates in those rows.
    void takeTime(std::chrono::nanoseconds answering) { m_report.takeTime(answering); }

    /// An error for a later page may only mean that the list has become shorter meanwhile. True when it is
    /// known to be so by now; else look() asks the first page again and then, if it is still there, that
    /// page.
    bool isPastEnd(const store::WorkItem &item) const;
    bool canLook(const store::WorkItem &item) const;
    store::WorkAdd look(const store::WorkItem &item) const;
    static bool isLook(const store::WorkItem &item);

    /// Whether the listing of a page is read in parts.
    bool isCut(const store::WorkItem &item) const { return m_plan.isCut(listingOf(item)); }

    qint64 found() const;     ///< -1 until every listing has answered
    qint64 reachable() const; ///< within the source's and the user's limits; -1 likewise
    bool isCutByUser() const; ///< more could be read but for the query's own limit of pages
    QJsonObject toJson() const;
    void restore(const QJsonObject &json);

private:
    int listingOf(const store::WorkItem &item) const;
    std::vector<qint64> timesOf(const ListPage &page) const;
    void takeNumbers(Listing &listing, const store::WorkItem &item, const ListPage &page);
    store::WorkAdd pageWork(int listing, int page) const;
    void addPlanned(const std::vector<int> &first, std::vector<store::WorkAdd> &work);
    void nameNewKinds();
    bool isRepeated(int listing, const ListPage &page);

    QString m_id;
    const VacancySource &m_source;
    QUrl m_base;
    QString m_host;
    std::chrono::milliseconds m_leastInterval;
    bool m_details;
    bool m_countOnly;
    bool m_contacts;
    SearchPlan m_plan;
    qsizetype m_ownListings = 0; ///< the first of the plan's; the others are parts of them
    QString m_detailKind;
    QStringList m_listKinds;
    ListingReport m_report;
    QSet<int> m_tooLarge;         ///< listings that were named
    QHash<int, size_t> m_lastAds; ///< by listing, a sum over the ads of its latest page
};

} // namespace linnet::vacancies
