// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "table/schema.h"

#include <QJsonObject>
#include <QList>
#include <QPair>
#include <QStringList>

#include <vector>

namespace linnet::imports {

/// What somebody wants the columns of a file to be: their name, our column; "" = left out.
using ColumnChoices = QList<QPair<QString, QString>>;

/// Which column of a file is which of a table.
struct ColumnMap
{
    static constexpr int None = -1;
    struct Source
    {
        QString name;          ///< as ColumnMap::named() calls it
        int column = None;     ///< index into the schema
        bool isOurs = false;   ///< this program writes the name so
        bool isChosen = false; ///< by the user, be it to leave it out
    };
    std::vector<Source> sources; ///< by index of the cell

    /// names: as they stand in the header. Of two columns that mean the same the first is taken.
    static ColumnMap of(const table::Schema &schema, const QStringList &names, const ColumnChoices &choices);
    /// Goes on with names that were met later.
    void extend(const table::Schema &schema, const QStringList &names, const ColumnChoices &choices);
    /// So that each has a name of its own: without blanks around it, "#3" for the third without one, "Pay
    /// (2)" for the second of two.
    static QStringList named(const QStringList &header);

    /// How many columns of the table it fills.
    int filled() const;
    /// Whether every column that has a name has one of this program's.
    bool isOurs() const;
    bool fills(int column) const { return sourceOf(column) >= 0; }
    int sourceOf(int column) const; ///< -1 = none
    /// Names of those that are nothing in the table, though nobody wanted to leave them out.
    QStringList unknown() const;

    /// Of "column,as" lines with a header, CSV. Reason::BadLine with the line, for a column that the table
    /// does not have, too.
    static Result<ColumnChoices> readChoices(const QByteArray &csv, const table::Schema *schema);
    static QJsonObject toJson(const ColumnChoices &choices);
    static ColumnChoices fromJson(const QJsonObject &json);
};

} // namespace linnet::imports
