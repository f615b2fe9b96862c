// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/request.h"
#include "store/unit.h"
#include "store/workitem.h"
#include "vacancies/vacancysource.h"

#include <QJsonObject>
#include <QStringList>

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

namespace linnet::vacancies {

/// What one answer turned out to be.
struct ParsedAnswer
{
    Judgement judgement;
    Result<ListPage> page = ListPage();
    Result<Vacancy> vacancy = Vacancy();
};

/// Which query found an ad.
struct Finder
{
    int place = 0; ///< in its list, from 1; 0 = there is no other
    QString title; ///< how rows name it

    bool operator==(const Finder &) const = default;
};

/// One source within a search: what is asked of it, and the units of work that follow from an answer. No
/// network, no store. SearchLane has a few queries in memory, ListLane a list of any length.
class Lane
{
public:
    Lane() = default;
    Lane(const Lane &) = delete;
    Lane &operator=(const Lane &) = delete;
    virtual ~Lane() = default;

    virtual const QString &id() const = 0;
    virtual const QStringList &hosts() const = 0; ///< that it asks; one, unless each listing has its own
    virtual const VacancySource &source() const = 0;
    /// What the source wants between two requests; 0 when another server is asked in its place.
    virtual std::chrono::milliseconds leastInterval() const = 0;

    virtual const QString &detailKind() const = 0;
    virtual bool owns(const QString &kind) const = 0; ///< whether it ever asks work of this kind
    bool owns(const store::WorkItem &item) const { return owns(item.kind); }
    virtual QStringList kindsToAsk() const = 0; ///< lists that may be asked now, the last ones last
    bool isDetail(const store::WorkItem &item) const { return item.kind == detailKind(); }

    /// What the search begins with, as far as it is not stored with the run.
    virtual std::vector<store::WorkAdd> firstWork() const = 0;
    /// Its `read` makes a ParsedAnswer.
    virtual net::Request request(const store::WorkItem &item) const = 0;
    /// Of what needs no request: reads it, in any thread. Null = it is asked.
    virtual std::function<ParsedAnswer()> readHere(const store::WorkItem &) const { return {}; }
    /// Whether it may begin now: request() comes next.
    virtual bool mayBegin(const store::WorkItem &) { return true; }
    /// Takes a page's numbers into account; gives the pages and details to ask next. `now`: seconds since
    /// 1970, up to which a listing is frozen that is too large to be read as it is.
    virtual std::vector<store::WorkAdd> workAfter(const store::WorkItem &item, const ListPage &page,
                                                  qint64 now) = 0;
    /// A page that could not be read: what depends on it goes on without it.
    virtual std::vector<store::WorkAdd> workAfterFailure(const store::WorkItem &item, qint64 now) = 0;
    /// Its page was tried in vain; before workAfterFailure().
    virtual void failed(const store::WorkItem &) {}
    /// All that follows from a page was asked of the lane: it may forget what it needs no more.
    virtual void settle(const store::WorkItem &) {}
    /// The query that a list page is of.
    virtual Finder finder(const store::WorkItem &item) const = 0;
    /// Technical; of listings that have turned out to have more ads than can be reached and that cannot be
    /// cut, each once.
    virtual QStringList tooLargeNotes() = 0;
    /// Rows of listingSchema() about the listings of which an answer has changed something.
    virtual std::vector<store::RowWrite> listingRows(const store::WorkItem &item) = 0;
    /// How long the source thought about a page, for the estimates in those rows.
    virtual void takeTime(const store::WorkItem &item, std::chrono::nanoseconds answering) = 0;

    /// An error for a later page may only mean that the list has become shorter meanwhile. True when it is
    /// known to be so by now; else look() asks the first page again and then, if it is still there, that
    /// page.
    virtual bool isPastEnd(const store::WorkItem &item) const = 0;
    virtual bool canLook(const store::WorkItem &item) const = 0;
    virtual store::WorkAdd look(const store::WorkItem &item) = 0;
    virtual bool isLook(const store::WorkItem &item) const = 0;
    /// Whether the listing of a page is read in parts.
    virtual bool isCut(const store::WorkItem &item) const = 0;

    virtual qint64 found() const = 0;     ///< -1 until every listing has answered
    virtual qint64 reachable() const = 0; ///< within the source's and the user's limits; -1 likewise
    virtual bool isCutByUser() const = 0; ///< more could be read but for the query's own limit of pages
    virtual QJsonObject toJson() const = 0;
    virtual void restore(const QJsonObject &json) = 0;
};

} // namespace linnet::vacancies
