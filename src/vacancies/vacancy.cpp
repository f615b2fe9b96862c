// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/vacancy.h"

#include "table/vacancyschema.h"

#include <utility>

namespace linnet::vacancies {

namespace {

template <typename T> table::Value optional(const std::optional<T> &value)
{
    return value ? table::Value(*value) : table::Value();
}

table::Value list(const QStringList &items)
{
    return items.isEmpty() ? table::Value() : table::Value(items.join(u';'));
}

} // namespace

table::Cells Vacancy::toRow() const
{
    using enum table::VacancyColumn;
    table::Cells row(std::size_t(std::to_underlying(Count)));
    const auto cell = [&row](table::VacancyColumn column) -> table::Value & {
        return row[std::size_t(std::to_underlying(column))];
    };
    cell(table::VacancyColumn::Vacancy) = table::textOrNull(name);
    cell(Url) = table::textOrNull(applyUrl.isEmpty() ? alternateUrl : applyUrl);
    cell(Created) = table::textOrNull(created);
    cell(HasTest) = optional(hasTest);
    cell(SalaryFrom) = optional(salaryFrom);
    cell(SalaryTo) = optional(salaryTo);
    cell(Currency) = table::textOrNull(currency);
    cell(Experience) = table::textOrNull(experience);
    cell(Schedule) = table::textOrNull(schedule);
    cell(Skills) = list(skills);
    cell(Employer) = table::textOrNull(employer);
    cell(Area) = table::textOrNull(area);
    cell(Description) = table::textOrNull(description);
    cell(AlternateUrl) = table::textOrNull(alternateUrl);
    cell(SalaryGross) = optional(salaryGross);
    cell(SalaryMode) = table::textOrNull(salaryMode);
    cell(Employment) = table::textOrNull(employment);
    cell(WorkFormat) = list(workFormat);
    cell(ProfessionalRoles) = list(roles);
    cell(Address) = table::textOrNull(address);
    cell(Lat) = optional(lat);
    cell(Lng) = optional(lng);
    cell(EmployerId) = table::textOrNull(employerId);
    cell(Archived) = optional(archived);
    cell(State) = table::textOrNull(state);
    cell(Source) = table::textOrNull(source);
    cell(Id) = table::textOrNull(id);
    cell(FetchedAt) = table::textOrNull(fetchedAt);
    cell(Query) = table::textOrNull(query);
    cell(Modified) = table::textOrNull(modified);
    return row;
}

} // namespace linnet::vacancies
