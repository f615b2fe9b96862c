// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/project/worklist.h"
#include "vacancies/search/searchspec.h"
#include "vacancies/vacancysource.h"

#include <QJsonObject>

namespace linnet::vacancies {

/// What one answer turned out to be.
struct ParsedAnswer
{
    Judgement judgement;
    Result<ListPage> page = ListPage();
    Result<Vacancy> vacancy = Vacancy();
};

/// One source within a search: its listings (one per region where the source can search only one at a time),
/// how far they go, and the units of work that follow from an answer. No network, no store.
class SearchLane
{
public:
    SearchLane(const SearchSpec::Source &source, const SearchSpec &spec);

    const QString &id() const { return m_id; }
    const QString &host() const { return m_host; }
    const VacancySource &source() const { return m_source; }

    const QString &detailKind() const { return m_detailKind; }
    bool owns(const store::WorkItem &item) const;
    const QStringList &listKinds() const { return m_listKinds; }
    bool isDetail(const store::WorkItem &item) const { return item.kind == m_detailKind; }

    /// The first page of every listing.
    std::vector<store::WorkAdd> firstWork() const;
    /// Its `read` makes a ParsedAnswer.
    net::Request request(const store::WorkItem &item) const;
    /// Takes a page's numbers into account; gives the pages and details to ask next.
    std::vector<store::WorkAdd> workAfter(const store::WorkItem &item, const ListPage &page);
    /// The query that a unit belongs to, as its rows name it.
    const Query &query(const store::WorkItem &item) const;

    /// An error for a later page may only mean that the list has become shorter meanwhile. True when it is
    /// known to be so by now; else look() asks the first page again and then, if it is still there, that
    /// page.
    bool isPastEnd(const store::WorkItem &item) const;
    bool canLook(const store::WorkItem &item) const;
    store::WorkAdd look(const store::WorkItem &item) const;
    static bool isLook(const store::WorkItem &item);

    qint64 found() const;     ///< -1 until every listing has answered
    qint64 reachable() const; ///< within the source's and the user's limits; -1 likewise
    bool isCutByUser() const; ///< more could be read but for the query's own limit of pages
    QJsonObject toJson() const;
    void restore(const QJsonObject &json);

private:
    struct Listing
    {
        Query query;
        qint64 found = -1;
        int perPage = 0;
        int pages = -1;  ///< as the latest answer says
        int planned = 1; ///< pages that were added to the work list
    };
    int listingOf(const store::WorkItem &item) const;
    int pageLimit(const Listing &listing, int pagesOf100) const;
    int pageLimit(const Listing &listing) const;
    void takeNumbers(Listing &listing, const store::WorkItem &item, const ListPage &page) const;
    store::WorkAdd pageWork(int listing, int page) const;

    QString m_id;
    const VacancySource &m_source;
    QUrl m_base;
    QString m_host;
    bool m_details;
    std::vector<Listing> m_listings;
    QString m_detailKind;
    QStringList m_listKinds; ///< one for each listing
};

} // namespace linnet::vacancies
