// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/unit.h"
#include "vacancies/search/searchspec.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace linnet::vacancies {

/// One query of a list: what it has of its own. The rest is the query of its source in the SearchSpec.
struct ListedQuery
{
    QString text;                   ///< without blanks at its ends; empty = everything
    std::vector<QStringList> areas; ///< by source of the search; its own numbers, empty = its whole country
    QString region = {};            ///< for people, as hh.ru calls it; empty = none was named

    bool operator==(const ListedQuery &) const = default;

    /// How rows name it: the text, with its region when the list has several.
    QString title(bool withRegion) const;
    /// One line, for those who keep lists of texts. Reading gives nothing for what is no such line.
    QString toLine() const;
    static std::optional<ListedQuery> fromLine(const QString &line, size_t sources);
};

/// A line of a list that is no query.
struct RefusedQuery
{
    int line = 0; ///< from 1
    QString text; ///< of the line, shortened
    QString why;  ///< a sentence for people

    bool operator==(const RefusedQuery &) const = default;
};

/// Kind of the units that stand for refused lines; they end as failures without a request.
inline constexpr QLatin1StringView RefusedQueryKind{"refused query"};
/// Kind of the units that ask the first pages of the queries of a list, at their source.
QString firstPageKind(const QString &source);

/// What stands in the ref of a unit that asks a page for a query of a list, so that it says by itself what to
/// ask.
struct ListedRef
{
    int number = 0;    ///< of the query, from 1
    int listing = 0;   ///< of its listings
    QString ref;       ///< SearchLane's own
    QStringList areas; ///< of this source
    QString region;
    QString text;

    QString toString() const;
    static ListedRef read(const QString &ref);
    static bool isOne(const QString &ref);
};

/// What the list is for the parameters of its run; the queries must be different ones.
SearchSpec::List describeList(const std::vector<ListedQuery> &queries);
/// All that a run of the list begins with: first pages at each source, in the order of the list, and refused
/// lines. spec.day must be known. Takes some microseconds a query.
std::vector<store::WorkAdd> firstWork(const SearchSpec &spec, const std::vector<ListedQuery> &queries,
                                      const std::vector<RefusedQuery> &refused);
/// The query as it is asked at a source.
Query askedQuery(const SearchSpec::Source &source, const QString &text, const QStringList &areas);

} // namespace linnet::vacancies
