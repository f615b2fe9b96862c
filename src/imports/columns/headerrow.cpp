// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/columns/headerrow.h"

#include "imports/columns/columnnames.h"
#include "table/checkschema.h"

#include <algorithm>

namespace linnet::imports {

namespace {

/// How well names fit the columns of a table.
struct Fit
{
    const table::Schema *schema = nullptr;
    int weight = 0;
    int inOrder = 0; ///< names at the place where our files have them
    int filled = 0;  ///< columns of the table

    bool isBetterThan(const Fit &other) const
    {
        return weight != other.weight ? weight > other.weight : weight > 0 && inOrder > other.inOrder;
    }
};

Fit fitTo(const table::Schema &schema, const QStringList &names, const ColumnChoices &choices)
{
    const ColumnMap map = ColumnMap::of(schema, names, choices);
    Fit fit{.schema = &schema, .filled = map.filled()};
    for (size_t i = 0; i < map.sources.size(); ++i) {
        const ColumnMap::Source &source = map.sources[i];
        const bool isSomething = source.column != ColumnMap::None || source.isOurs;
        fit.weight += isSomething ? 2 + source.isOurs : source.isChosen ? 1 : 0;
        fit.inOrder += i < schema.columns.size() && source.name == schema.columns[i].key;
    }
    // A table of addresses and nothing else is a list to check.
    if (&schema == &table::checkSchema() && map.filled() == 1 && map.fills(0))
        fit.inOrder += 2;
    return fit;
}

Fit fitOf(const QStringList &names, const table::Schema *wanted, const ColumnChoices &choices)
{
    Fit best;
    for (const table::Schema *schema : ColumnNames::schemas()) {
        if (wanted && wanted != schema)
            continue;
        if (const Fit fit = fitTo(*schema, names, choices); fit.isBetterThan(best))
            best = fit;
    }
    return best;
}

/// A title that stands alone above a table, a row with names and one below it at least, names no columns.
size_t firstOfTable(std::span<const SourceRow> rows)
{
    const auto isWide = [](const SourceRow &row) {
        return std::ranges::count_if(row.cells, [](const auto &cell) { return !table::isNull(cell); }) > 1;
    };
    const auto wide = std::ranges::find_if(rows, isWide);
    return std::ranges::count_if(rows, isWide) < 2 ? 0 : size_t(wide - rows.begin());
}

} // namespace

const table::Schema *HeaderRow::schemaOf(const QStringList &names, const table::Schema *wanted,
                                         const ColumnChoices &choices)
{
    return fitOf(names, wanted, choices).schema;
}

HeaderRow HeaderRow::find(std::span<const SourceRow> rows, const table::Schema *wanted,
                          const ColumnChoices &choices)
{
    HeaderRow found;
    int most = 0;
    const size_t first = firstOfTable(rows.first(std::min(rows.size(), LooksAt)));
    for (size_t i = 0; i < std::min(rows.size(), LooksAt); ++i) {
        QStringList header;
        for (const table::Value &cell : rows[i].cells)
            header.append(table::toText(cell));
        const QStringList names = ColumnMap::named(header);
        const Fit fit = fitOf(names, wanted, choices);
        // One word below a row without a known name may be a cell like any other.
        const bool isSure = i == 0 || fit.filled > 1 || !choices.isEmpty();
        if ((fit.weight > most && isSure) || found.names.isEmpty() || (i == first && most == 0)) {
            found = {i, names, fit.schema};
            most = fit.weight;
        }
    }
    return found;
}

} // namespace linnet::imports
