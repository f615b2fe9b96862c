// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vacancies/search/listedquery.h"

#include <QCoreApplication>

namespace linnet::vacancies {

/// The lines of a list of queries: a column of texts, one a line as it stands there; or a table whose first
/// line names the columns `text` and `area`, in any order, one of them at least. Tables are CSV as in RFC
/// 4180, with comma, semicolon, tab or bar. Any text is accepted; a line that is no query costs no other.
struct QueryLines
{
    Q_DECLARE_TR_FUNCTIONS(linnet::vacancies::QueryLines)

public:
    static constexpr qsizetype LongestText = 2000; ///< UTF-16 units, as Query allows

    struct Line
    {
        int line = 0; ///< from 1
        QString text; ///< without blanks at its ends
        QString area; ///< as written; empty = none

        bool operator==(const Line &) const = default;
    };

    bool hasTexts = true;  ///< false: a table without the column `text`
    bool hasAreas = false; ///< a table with the column `area`
    std::vector<Line> lines;
    std::vector<RefusedQuery> refused;
    QStringList ignored; ///< names of columns that are neither

    static QueryLines read(const QString &text);
    /// Why a text cannot be asked; empty when it can.
    static QString problemOf(const QString &text);
};

} // namespace linnet::vacancies
