// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vacancies/search/lane.h"
#include "vacancies/search/listingreport.h"
#include "vacancies/search/searchplan.h"
#include "vacancies/search/searchspec.h"

#include <QHash>
#include <QSet>

class QLockFile;

namespace linnet::vacancies {

/// A lane whose queries are all in memory: its listings, and how far they go.
class SearchLane final : public Lane
{
public:
    /// finder: of a query of a longer list, which then is the only one of the source.
    SearchLane(const SearchSpec::Source &source, const SearchSpec &spec, const net::Pace &pace = {},
               const Finder &finder = {});

    const QString &id() const override { return m_id; }
    const QStringList &hosts() const override { return m_hosts; }
    const VacancySource &source() const override { return m_source; }
    std::chrono::milliseconds leastInterval() const override { return m_leastInterval; }

    const QString &detailKind() const override { return m_detailKind; }
    using Lane::owns;
    bool owns(const QString &kind) const override;
    const QStringList &listKinds() const { return m_listKinds; } ///< one for each listing
    QStringList kindsToAsk() const override;

    /// The first page of every listing.
    std::vector<store::WorkAdd> firstWork() const override;
    net::Request request(const store::WorkItem &item) const override;
    std::function<ParsedAnswer()> readHere(const store::WorkItem &item) const override;
    bool mayBegin(const store::WorkItem &item) override;
    std::vector<store::WorkAdd> workAfter(const store::WorkItem &item, const ListPage &page,
                                          qint64 now) override;
    std::vector<store::WorkAdd> workAfterFailure(const store::WorkItem &item, qint64 now) override;
    Finder finder(const store::WorkItem &item) const override;
    QStringList tooLargeNotes() override;
    std::vector<store::RowWrite> listingRows(const store::WorkItem &item) override;
    void takeTime(const store::WorkItem &, std::chrono::nanoseconds answering) override
    {
        m_report.takeTime(answering);
    }

    bool isPastEnd(const store::WorkItem &item) const override;
    bool canLook(const store::WorkItem &item) const override;
    store::WorkAdd look(const store::WorkItem &item) override;
    bool isLook(const store::WorkItem &item) const override;
    bool isCut(const store::WorkItem &item) const override { return m_plan.isCut(listingOf(item)); }

    qint64 found() const override;
    qint64 reachable() const override;
    bool isCutByUser() const override;
    QJsonObject toJson() const override;
    void restore(const QJsonObject &json) override;

    bool isRest(int listing) const { return m_plan[listing].isRest; }
    bool hasParts() const { return qsizetype(m_plan.all().size()) > m_ownListings; }
    bool isAnswered() const; ///< each of its queries has said how much it has, or could not

private:
    int listingOf(const store::WorkItem &item) const;
    std::vector<qint64> timesOf(const ListPage &page) const;
    void takeNumbers(Listing &listing, const store::WorkItem &item, const ListPage &page);
    store::WorkAdd pageWork(int listing, int page) const;
    void addPlanned(const std::vector<int> &first, std::vector<store::WorkAdd> &work);
    void nameNewKinds();
    void addNext(const store::WorkItem &item, const QString &next, std::vector<store::WorkAdd> &work);
    std::vector<store::WorkAdd> withDetails(const ListPage &page, std::vector<store::WorkAdd> work) const;
    bool isFetch(const store::WorkItem &item) const;
    net::Request fetch(const store::WorkItem &item) const;
    bool isRepeated(int listing, const ListPage &page);

    QString m_id;
    const VacancySource &m_source;
    QUrl m_base;
    QStringList m_hosts;
    std::chrono::milliseconds m_leastInterval;
    bool m_details;
    bool m_countOnly;
    bool m_contacts;
    SearchPlan m_plan;
    std::vector<Finder> m_finders; ///< by listing, of those that are no parts
    qsizetype m_ownListings = 0;   ///< the first of the plan's; the others are parts of them
    QString m_detailKind;
    QStringList m_listKinds;
    ListingReport m_report;
    mutable std::shared_ptr<QLockFile> m_lock; ///< until the request has it
    QSet<int> m_tooLarge;                      ///< listings that were named
    QHash<int, size_t> m_lastAds;              ///< by listing, a sum over the ads of its latest page
};

} // namespace linnet::vacancies
