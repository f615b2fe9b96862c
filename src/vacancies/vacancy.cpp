// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/vacancy.h"

#include "table/listvalue.h"

namespace linnet::vacancies {

namespace {

table::Value cell(const QString &text)
{
    return table::textOrNull(text);
}

template <typename T> table::Value cell(const std::optional<T> &value)
{
    return value ? table::Value(*value) : table::Value();
}

table::Value cell(const QStringList &items)
{
    return table::listValue(items);
}

} // namespace

table::Cells Vacancy::toRow() const
{
    table::Cells row(table::VacancyColumns.size());
    const auto put = [&](const auto &field) {
        row[std::size_t(std::to_underlying(field.first))] = cell(this->*field.second);
    };
    std::apply([&](const auto &...fields) { (put(fields), ...); }, VacancyFields);
    if (applyUrl.isEmpty())
        row[std::size_t(std::to_underlying(table::VacancyColumn::Url))] = cell(alternateUrl);
    return row;
}

} // namespace linnet::vacancies
