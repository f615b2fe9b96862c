// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/changes/changeschema.h"

#include "table/checkschema.h"
#include "table/codetitle.h"
#include "table/linkschema.h"
#include "table/pageschema.h"
#include "table/proxyschema.h"
#include "table/vacancyschema.h"

#include <algorithm>
#include <utility>

namespace linnet::table {

namespace {

constexpr std::string_view nameOf(const Column &column)
{
    return {column.key.data(), size_t(column.key.size())};
}

/// A watch notes in its own rows what changed from round to round; here that column has another meaning.
constexpr bool isKept(const Column &column)
{
    return std::ranges::none_of(ChangeColumns,
                                [&](const Column &own) { return nameOf(own) == nameOf(column); });
}

template <const auto &Rows> consteval auto withChanges()
{
    constexpr size_t Kept = size_t(std::ranges::count_if(Rows, isKept));
    std::array<Column, ChangeColumns.size() + Kept> result;
    std::ranges::copy(ChangeColumns, result.begin());
    size_t next = ChangeColumns.size();
    for (const Column &row : Rows) {
        if (!isKept(row))
            continue;
        Column &column = result[next++];
        column = row;
        if (column.rank > 0)
            column.rank += int(ChangeColumns.size());
        if (column.facet > 0)
            column.facet += int(ChangeColumns.size());
    }
    return result;
}

constexpr auto VacancyChanges = withChanges<VacancyColumns>();
constexpr auto PageChanges = withChanges<PageColumns>();
constexpr auto LinkChanges = withChanges<LinkColumns>();
constexpr auto CheckChanges = withChanges<CheckColumns>();
constexpr auto ProxyChanges = withChanges<ProxyColumns>();
static_assert(isSound(VacancyChanges) && isSound(PageChanges) && isSound(LinkChanges) &&
              isSound(CheckChanges) && isSound(ProxyChanges));

std::span<const std::pair<const Schema *, const Schema *>> all()
{
    // Nobody writes rows of these: an identity would say how.
    static constexpr Schema vacancies{"vacancy_changes"_L1, "vacancy_change"_L1, VacancyChanges,
                                      Identity::None};
    static constexpr Schema pages{"page_changes"_L1, "page_change"_L1, PageChanges, Identity::None};
    static constexpr Schema links{"link_changes"_L1, "link_change"_L1, LinkChanges, Identity::None};
    static constexpr Schema checks{"check_changes"_L1, "check_change"_L1, CheckChanges, Identity::None};
    static constexpr Schema proxies{"proxy_changes"_L1, "proxy_change"_L1, ProxyChanges, Identity::None};
    static const std::array pairs{std::pair(&vacancySchema(), &vacancies), std::pair(&pageSchema(), &pages),
                                  std::pair(&linkSchema(), &links), std::pair(&checkSchema(), &checks),
                                  std::pair(&proxySchema(), &proxies)};
    return pairs;
}

} // namespace

QString changedColumnTitle(const QString &key)
{
    for (const auto &[of, changes] : all()) {
        if (const auto index = of->indexOf(key))
            return columnTitle(of->columns[size_t(*index)]);
    }
    return {};
}

void nameChangedColumns()
{
    const auto codes = [] {
        QStringList keys;
        for (const auto &[of, changes] : all()) {
            for (const Column &column : of->columns)
                keys.append(column.key);
        }
        keys.removeDuplicates();
        return keys;
    };
    setCodeNames("fields"_L1, {codes, changedColumnTitle});
}

const Schema *changeSchema(const Schema &rows)
{
    for (const auto &[of, changes] : all()) {
        if (of == &rows)
            return changes;
    }
    return nullptr;
}

const Schema *rowsOfChanges(const Schema &schema)
{
    for (const auto &[of, changes] : all()) {
        if (changes == &schema)
            return of;
    }
    return nullptr;
}

} // namespace linnet::table
