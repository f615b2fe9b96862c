// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vacancies/query.h"

#include <QUrl>

#include <optional>
#include <vector>

namespace linnet::vacancies {

/// A vacancy search as form and command line ask for it, over one or several sources.
struct SearchSpec
{
    struct Source
    {
        QString id;
        Query query;                  ///< with this source's region ids
        QUrl base;                    ///< root of the API; empty = the source's own
        std::vector<Query> more = {}; ///< further queries of the same run

        bool operator==(const Source &) const = default;
    };
    /// A list of queries that is not part of it: it is the run's work (see querylist.h), and each of them is
    /// asked as `query` of its source, with other words and regions.
    struct List
    {
        int count = 0;            ///< queries
        QString fingerprint = {}; ///< runs of the same list belong together
        bool hasRegions = false;  ///< more than one of them: titles name them

        bool operator==(const List &) const = default;
    };
    std::vector<Source> sources; ///< at least one, each id once
    std::optional<List> list;    ///< none: only what stands in the sources
    bool details = true;         ///< false: the listing's rows only
    bool countOnly = false;      ///< only asks how many ads there are: rows of listingSchema(), no vacancies
    QDate day; ///< on which the search began: periods count back from it, on a resumed run too

    bool operator==(const SearchSpec &) const = default;

    QStringList sourceIds() const;
    /// Reason::BadValue with the name of what cannot be used.
    Result<void> validate() const;
    QJsonObject toJson() const;
    static Result<SearchSpec> fromJson(const QJsonObject &json);
};

} // namespace linnet::vacancies
