// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/columns/headerrow.h"

#include "imports/columns/columnnames.h"
#include "table/checkschema.h"

#include <algorithm>

namespace linnet::imports {

namespace {

struct Fit
{
    const table::Schema *schema = nullptr;
    int filled = 0;
};

int weightOf(const table::Schema &schema, const QStringList &names, const ColumnChoices &choices)
{
    const ColumnMap map = ColumnMap::of(schema, names, choices);
    int weight = 0;
    for (const ColumnMap::Source &source : map.sources) {
        const bool isSomething = source.column != ColumnMap::None || source.isOurs;
        weight += isSomething ? 2 + source.isOurs : source.isChosen ? 1 : 0;
    }
    return weight;
}

Fit fitOf(const QStringList &names, const table::Schema *wanted, const ColumnChoices &choices)
{
    Fit best;
    for (const table::Schema *schema : ColumnNames::schemas()) {
        if (wanted && wanted != schema)
            continue;
        const int weight = weightOf(*schema, names, choices);
        // A table of addresses and nothing else is a list to check.
        const ColumnMap map = ColumnMap::of(*schema, names, choices);
        const bool isBare = schema == &table::checkSchema() && map.filled() == 1 && map.fills(0);
        if (weight > best.filled || (weight == best.filled && weight > 0 && isBare))
            best = {schema, weight};
    }
    return best;
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
    for (size_t i = 0; i < std::min(rows.size(), LooksAt); ++i) {
        QStringList header;
        for (const table::Value &cell : rows[i].cells)
            header.append(table::toText(cell));
        const QStringList names = ColumnMap::named(header);
        const Fit fit = fitOf(names, wanted, choices);
        if (fit.filled > most || found.names.isEmpty()) {
            found = {i, names, fit.schema};
            most = fit.filled;
        }
    }
    return found;
}

} // namespace linnet::imports
