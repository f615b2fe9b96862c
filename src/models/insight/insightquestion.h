// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table/schema.h"

#include <QCoreApplication>
#include <QList>

namespace linnet::models {

/// A question that people ask of the rows of a run again and again, and how it is answered.
struct InsightQuestion
{
    enum class Kind : quint8
    {
        Spread,   ///< how the numbers of a column are spread
        Groups,   ///< how many rows have each value of a column
        Paid,     ///< the numbers of one column by the values of another
        Premium,  ///< what goes with each item of a column among rows alike in experience and region
        Pairs,    ///< which two items of a column, or of two, stand together
        Age,      ///< how old ads are, in bands of days
        Coverage, ///< by the values of a column, of how many rows each of some columns is known
        Known,    ///< of how many rows each of some columns is known
        Map,      ///< where rows with coordinates are
    };

    QString key;
    const char *title = nullptr; ///< translation context: this struct; null = it has a name
    Kind kind = Kind::Groups;
    QLatin1StringView column;  ///< grouped by; of Spread the numbers
    QLatin1StringView measure; ///< of Paid and Premium
    /// Of Groups and Paid: each group is cut by this column; "" = it is not. Of Pairs: the second of each is
    /// of it; "" = of the same column.
    QLatin1StringView split;
    QString name; ///< what somebody called it, of one's own

    bool operator==(const InsightQuestion &) const = default;

    QString text() const { return title ? tr(title) : name; }
    bool isOwn() const { return !title; }
    /// Those that are ready for rows of the schema; empty for tables without questions.
    static QList<InsightQuestion> of(const table::Schema &schema);
    /// With those of one's own behind them that rows of the schema can answer. memo: OwnQuestion::Memo of the
    /// project.
    static QList<InsightQuestion> of(const table::Schema &schema, const QString &memo);

    Q_DECLARE_TR_FUNCTIONS(linnet::models::InsightQuestion)
};

} // namespace linnet::models
