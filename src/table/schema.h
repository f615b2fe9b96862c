// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table/column.h"
#include "table/value.h"

#include <QList>

#include <optional>
#include <span>

namespace linnet::table {

/// What makes a row the same as one that is stored already.
enum class Identity : quint8
{
    Key,         ///< RowWrite::key
    FirstColumn, ///< the value of the first column
    None,        ///< nothing: each row that is written is one more
};

/// A row type: its name in files and options, its SQL view, and its columns in the order in which they are
/// exported. Schemas never change; they are referred to by address and live as long as the program.
struct Schema
{
    QLatin1StringView key;      ///< "vacancies"
    QLatin1StringView relation; ///< the SQL table that holds the rows; its view is "v_" + relation
    std::span<const Column> columns;
    Identity identity = Identity::Key; ///< within a run
    const Schema *base = nullptr;      ///< whose rows they are, with further columns; null = its own

    /// Which rows they are, whatever further columns are read with them (joinedSchema()).
    const Schema &rows() const { return base ? *base : *this; }
    std::optional<int> indexOf(QStringView columnKey) const;
    /// Positions of all columns as they stand on a screen from the left: by rank. Files keep the order of the
    /// columns themselves.
    QList<int> readingOrder() const;
    /// Positions of the columns that make facets, in the order of the facets.
    QList<int> facets() const;
};

/// Translated header of a column, and its tooltip ("" when it has none).
QString columnTitle(const Column &column);
QString columnHint(const Column &column);

/// All schemas, by key; null when there is none of that name.
const Schema *schemaByKey(QStringView key);
std::span<const Schema *const> allSchemas();

} // namespace linnet::table
