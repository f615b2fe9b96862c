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
        Spread,  ///< how the numbers of a column are spread
        Groups,  ///< how many rows have each value of a column
        Paid,    ///< the numbers of one column by the values of another
        Premium, ///< what goes with each item of a column among rows alike in experience and region
        Known,   ///< of how many rows each of some columns is known
    };

    QLatin1StringView key;
    const char *title; ///< translation context: this struct
    Kind kind = Kind::Groups;
    QLatin1StringView column;       ///< grouped by; of Spread the numbers
    QLatin1StringView measure = {}; ///< of Paid and Premium

    QString text() const { return tr(title); }
    /// Those that rows of the schema can answer; empty for tables without questions.
    static QList<InsightQuestion> of(const table::Schema &schema);

    Q_DECLARE_TR_FUNCTIONS(linnet::models::InsightQuestion)
};

} // namespace linnet::models
