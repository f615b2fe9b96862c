// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/vacancyschema.h"

#include <QCoreApplication>

#include <array>
#include <utility>

namespace linnet::table {

using namespace Qt::Literals::StringLiterals;

namespace {

// clang-format off
constexpr std::array Columns{
    Column{"vacancy"_L1, ColumnType::Text, QT_TRANSLATE_NOOP("linnet::table", "Vacancy"), nullptr, 230, true},
    Column{"url"_L1, ColumnType::Url, QT_TRANSLATE_NOOP("linnet::table", "Link to apply"), QT_TRANSLATE_NOOP("linnet::table", "Where to answer the ad; the ad's own page when there is no other"), 180, false},
    Column{"created"_L1, ColumnType::Time, QT_TRANSLATE_NOOP("linnet::table", "Published"), QT_TRANSLATE_NOOP("linnet::table", "Date of publication as the source gives it"), 150, true},
    Column{"has_test"_L1, ColumnType::Bool, QT_TRANSLATE_NOOP("linnet::table", "Test"), QT_TRANSLATE_NOOP("linnet::table", "The employer asks for a test"), 60, false},
    Column{"salary_from"_L1, ColumnType::Real, QT_TRANSLATE_NOOP("linnet::table", "Salary from"), QT_TRANSLATE_NOOP("linnet::table", "As published, in the ad's own currency"), 120, true},
    Column{"salary_to"_L1, ColumnType::Real, QT_TRANSLATE_NOOP("linnet::table", "Salary to"), QT_TRANSLATE_NOOP("linnet::table", "As published, in the ad's own currency"), 120, true},
    Column{"currency"_L1, ColumnType::Code, QT_TRANSLATE_NOOP("linnet::table", "Currency"), nullptr, 92, true},
    Column{"experience"_L1, ColumnType::Text, QT_TRANSLATE_NOOP("linnet::table", "Experience"), nullptr, 120, true},
    Column{"schedule"_L1, ColumnType::Text, QT_TRANSLATE_NOOP("linnet::table", "Schedule"), nullptr, 120, false},
    Column{"skills"_L1, ColumnType::List, QT_TRANSLATE_NOOP("linnet::table", "Skills"), QT_TRANSLATE_NOOP("linnet::table", "Key skills in the order of the ad"), 190, true},
    Column{"employer"_L1, ColumnType::Text, QT_TRANSLATE_NOOP("linnet::table", "Employer"), nullptr, 160, true},
    Column{"area"_L1, ColumnType::Text, QT_TRANSLATE_NOOP("linnet::table", "Area"), nullptr, 130, true},
    Column{"description"_L1, ColumnType::LongText, QT_TRANSLATE_NOOP("linnet::table", "Description"), nullptr, 240, false},
    Column{"alternate_url"_L1, ColumnType::Url, QT_TRANSLATE_NOOP("linnet::table", "Page of the ad"), nullptr, 180, false},
    Column{"salary_gross"_L1, ColumnType::Bool, QT_TRANSLATE_NOOP("linnet::table", "Before tax"), QT_TRANSLATE_NOOP("linnet::table", "Yes: the salary is before tax; no: in hand; empty: not said"), 104, false},
    Column{"salary_mode"_L1, ColumnType::Text, QT_TRANSLATE_NOOP("linnet::table", "Salary for"), QT_TRANSLATE_NOOP("linnet::table", "The period the salary is for: month, shift, hour"), 116, false},
    Column{"employment"_L1, ColumnType::Text, QT_TRANSLATE_NOOP("linnet::table", "Employment"), nullptr, 130, false},
    Column{"work_format"_L1, ColumnType::List, QT_TRANSLATE_NOOP("linnet::table", "Work format"), nullptr, 140, true},
    Column{"professional_roles"_L1, ColumnType::List, QT_TRANSLATE_NOOP("linnet::table", "Roles"), nullptr, 150, false},
    Column{"address"_L1, ColumnType::Text, QT_TRANSLATE_NOOP("linnet::table", "Address"), nullptr, 180, false},
    Column{"lat"_L1, ColumnType::Real, QT_TRANSLATE_NOOP("linnet::table", "Latitude"), nullptr, 90, false},
    Column{"lng"_L1, ColumnType::Real, QT_TRANSLATE_NOOP("linnet::table", "Longitude"), nullptr, 90, false},
    Column{"employer_id"_L1, ColumnType::Text, QT_TRANSLATE_NOOP("linnet::table", "Employer's number"), nullptr, 160, false},
    Column{"archived"_L1, ColumnType::Bool, QT_TRANSLATE_NOOP("linnet::table", "Archived"), nullptr, 80, false},
    Column{"state"_L1, ColumnType::Code, QT_TRANSLATE_NOOP("linnet::table", "Details"), QT_TRANSLATE_NOOP("linnet::table", "Whether description and skills were read"), 124, true},
    Column{"source"_L1, ColumnType::Code, QT_TRANSLATE_NOOP("linnet::table", "Source"), nullptr, 90, true},
    Column{"id"_L1, ColumnType::Text, QT_TRANSLATE_NOOP("linnet::table", "Number"), QT_TRANSLATE_NOOP("linnet::table", "The source's number of the ad"), 90, false},
    Column{"fetched_at"_L1, ColumnType::Time, QT_TRANSLATE_NOOP("linnet::table", "Read at"), QT_TRANSLATE_NOOP("linnet::table", "When Linnet read the row, UTC"), 150, false},
    Column{"query"_L1, ColumnType::Text, QT_TRANSLATE_NOOP("linnet::table", "Search"), QT_TRANSLATE_NOOP("linnet::table", "The search that found it"), 150, false},
    Column{"modified"_L1, ColumnType::Time, QT_TRANSLATE_NOOP("linnet::table", "Changed"), QT_TRANSLATE_NOOP("linnet::table", "Date of the last change, by which Work in Russia is searched"), 150, true},
};
// clang-format on

static_assert(Columns.size() == size_t(std::to_underlying(VacancyColumn::Count)));

} // namespace

const Schema &vacancySchema()
{
    static constexpr Schema schema{"vacancies"_L1, "vacancy"_L1, Columns};
    return schema;
}

} // namespace linnet::table
