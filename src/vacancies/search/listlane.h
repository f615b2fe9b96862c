// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vacancies/search/listedquery.h"
#include "vacancies/search/searchlane.h"

#include <map>
#include <memory>

namespace linnet::vacancies {

/// A lane with a list of queries of any length, which are the run's work from the start. Each query has a
/// SearchLane of its own from its first answer to its last; then only its numbers are kept. Each unit says by
/// itself what it asks (ListedRef), so that a page which failed can be asked again long after.
class ListLane final : public Lane
{
public:
    ListLane(const SearchSpec::Source &source, const SearchSpec &spec, const net::Pace &pace);

    const QString &id() const override { return m_any.id(); }
    const QStringList &hosts() const override { return m_any.hosts(); }
    const VacancySource &source() const override { return m_any.source(); }
    std::chrono::milliseconds leastInterval() const override { return m_any.leastInterval(); }

    const QString &detailKind() const override { return m_any.detailKind(); }
    using Lane::owns;
    bool owns(const QString &kind) const override;
    QStringList kindsToAsk() const override;

    std::vector<store::WorkAdd> firstWork() const override { return {}; }
    net::Request request(const store::WorkItem &item) const override;
    std::function<ParsedAnswer()> readHere(const store::WorkItem &item) const override;
    bool mayBegin(const store::WorkItem &item) override;
    std::vector<store::WorkAdd> workAfter(const store::WorkItem &item, const ListPage &page,
                                          qint64 now) override;
    std::vector<store::WorkAdd> workAfterFailure(const store::WorkItem &item, qint64 now) override;
    void failed(const store::WorkItem &item) override;
    void settle(const store::WorkItem &item) override;
    Finder finder(const store::WorkItem &item) const override;
    QStringList tooLargeNotes() override;
    std::vector<store::RowWrite> listingRows(const store::WorkItem &item) override;
    void takeTime(const store::WorkItem &item, std::chrono::nanoseconds answering) override;

    bool isPastEnd(const store::WorkItem &item) const override;
    bool canLook(const store::WorkItem &item) const override;
    store::WorkAdd look(const store::WorkItem &item) override;
    bool isLook(const store::WorkItem &item) const override;
    bool isCut(const store::WorkItem &item) const override;

    qint64 found() const override;
    qint64 reachable() const override;
    bool isCutByUser() const override;
    QJsonObject toJson() const override;
    void restore(const QJsonObject &json) override;

private:
    /// A query from its first answer to its last; one that failed longer, as it may be asked again.
    struct Open
    {
        QString text;
        QStringList areas;
        QString region;
        std::unique_ptr<SearchLane> lane = {};
        int pagesOut = 0; ///< further pages that have no end yet
        bool hasFailed = false;
        bool isPart = false; ///< what it knew is forgotten: only some pages are asked again
    };

    Open &open(const ListedRef &ref) const;
    Open &at(const store::WorkItem &item) const;
    store::WorkItem inner(const store::WorkItem &item) const;
    store::WorkAdd outer(store::WorkAdd add, int number, Open &query) const;
    std::vector<store::WorkAdd> outer(std::vector<store::WorkAdd> work, const store::WorkItem &item);
    bool isDone(const Open &query) const;
    void close(int number);

    SearchSpec::Source m_source;
    SearchSpec m_spec; ///< without sources
    net::Pace m_pace;
    SearchLane m_any; ///< for what needs no query of the list
    QString m_firstKind;
    QString m_pageKind;
    QString m_restKind;
    mutable std::map<int, Open> m_open; ///< by number; made when they are asked for
    QStringList m_notes;
    // Of the queries that are closed:
    int m_closed = 0;
    int m_unknown = 0; ///< those that did not say what they have
    qint64 m_found = 0;
    qint64 m_reachable = 0;
    bool m_isCutByUser = false;
};

} // namespace linnet::vacancies
