// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/schema.h"

#include "table/checkschema.h"
#include "table/hreflangschema.h"
#include "table/leftoutschema.h"
#include "table/linkschema.h"
#include "table/listingschema.h"
#include "table/pageschema.h"
#include "table/proxyschema.h"
#include "table/requestschema.h"
#include "table/vacancyschema.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <limits>

namespace linnet::table {

namespace {

QString translated(const char *text)
{
    return text ? QCoreApplication::translate("linnet::table", text) : QString();
}

} // namespace

std::optional<int> Schema::indexOf(QStringView columnKey) const
{
    for (size_t i = 0; i < columns.size(); ++i) {
        if (columnKey == columns[i].key)
            return int(i);
    }
    return std::nullopt;
}

QList<int> Schema::readingOrder() const
{
    QList<int> order;
    for (int i = 0; i < int(columns.size()); ++i)
        order.append(i);
    constexpr int Behind = std::numeric_limits<int>::max();
    std::ranges::stable_sort(order, {}, [this](int i) {
        const int rank = columns[size_t(i)].rank;
        return rank != 0 ? rank : Behind;
    });
    return order;
}

QList<int> Schema::facets() const
{
    QList<int> chosen;
    for (int i = 0; i < int(columns.size()); ++i) {
        if (columns[size_t(i)].facet > 0)
            chosen.append(i);
    }
    std::ranges::sort(chosen, {}, [this](int i) { return columns[size_t(i)].facet; });
    return chosen;
}

QString columnTitle(const Column &column)
{
    return translated(column.title);
}

QString columnHint(const Column &column)
{
    return translated(column.hint);
}

std::span<const Schema *const> allSchemas()
{
    static const std::array schemas{&vacancySchema(), &pageSchema(),    &linkSchema(),
                                    &checkSchema(),   &proxySchema(),   &requestSchema(),
                                    &leftOutSchema(), &listingSchema(), &hreflangSchema()};
    return schemas;
}

const Schema *schemaByKey(QStringView key)
{
    for (const Schema *schema : allSchemas()) {
        if (key == schema->key)
            return schema;
    }
    return nullptr;
}

} // namespace linnet::table
