// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table/columnlist.h"
#include "table/schema.h"

#include <QCoreApplication>

namespace linnet::table {

// clang-format off
/// Whether the details were read.
inline constexpr std::array VacancyStates{
    Code{"listed"_L1, QT_TRANSLATE_NOOP("linnet::table", "not read yet")},
    Code{"complete"_L1, QT_TRANSLATE_NOOP("linnet::table", "read")},
    Code{"failed"_L1, QT_TRANSLATE_NOOP("linnet::table", "could not be read")},
    Code{"gone"_L1, QT_TRANSLATE_NOOP("linnet::table", "ad is gone")},
};

/// The columns of vacancySchema(), in the order of files.
inline constexpr std::array VacancyColumns{
    Column{.key = "vacancy"_L1, .type = ColumnType::Text, .title = QT_TRANSLATE_NOOP("linnet::table", "Vacancy"),
     .width = 208, .shown = true, .rank = 1},
    Column{.key = "url"_L1, .type = ColumnType::Url, .title = QT_TRANSLATE_NOOP("linnet::table", "Link to apply"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Where to answer the ad; the ad's own page when there is no other"),
     .width = 180, .shown = false},
    Column{.key = "created"_L1, .type = ColumnType::Time, .title = QT_TRANSLATE_NOOP("linnet::table", "Published"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Date of publication as the source gives it"),
     .width = 150, .shown = true, .rank = 9},
    Column{.key = "has_test"_L1, .type = ColumnType::Bool, .title = QT_TRANSLATE_NOOP("linnet::table", "Test"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "The employer asks for a test"),
     .width = 60, .shown = false},
    Column{.key = "salary_from"_L1, .type = ColumnType::Real, .title = QT_TRANSLATE_NOOP("linnet::table", "Salary from"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "As published, in the ad's own currency"),
     .width = 112, .shown = true, .rank = 4, .group = "pay"_L1},
    Column{.key = "salary_to"_L1, .type = ColumnType::Real, .title = QT_TRANSLATE_NOOP("linnet::table", "Salary to"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "As published, in the ad's own currency"),
     .width = 112, .shown = true, .rank = 5, .group = "pay"_L1},
    Column{.key = "currency"_L1, .type = ColumnType::Code, .title = QT_TRANSLATE_NOOP("linnet::table", "Currency"),
     .width = 72, .shown = true, .rank = 6, .facet = 7, .group = "pay"_L1},
    Column{.key = "experience"_L1, .type = ColumnType::Text, .title = QT_TRANSLATE_NOOP("linnet::table", "Experience"),
     .width = 120, .shown = true, .rank = 7, .facet = 2},
    Column{.key = "schedule"_L1, .type = ColumnType::Text, .title = QT_TRANSLATE_NOOP("linnet::table", "Schedule"),
     .width = 120, .shown = false, .facet = 5},
    Column{.key = "skills"_L1, .type = ColumnType::List, .title = QT_TRANSLATE_NOOP("linnet::table", "Skills"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Key skills in the order of the ad"),
     .width = 190, .shown = true, .rank = 8, .facet = 4},
    Column{.key = "employer"_L1, .type = ColumnType::Text, .title = QT_TRANSLATE_NOOP("linnet::table", "Employer"),
     .width = 146, .shown = true, .rank = 2, .facet = 6},
    Column{.key = "area"_L1, .type = ColumnType::Text, .title = QT_TRANSLATE_NOOP("linnet::table", "Area"),
     .width = 120, .shown = true, .rank = 3, .facet = 1},
    Column{.key = "description"_L1, .type = ColumnType::LongText, .title = QT_TRANSLATE_NOOP("linnet::table", "Description"),
     .width = 240, .shown = false},
    Column{.key = "alternate_url"_L1, .type = ColumnType::Url, .title = QT_TRANSLATE_NOOP("linnet::table", "Page of the ad"),
     .width = 180, .shown = false},
    Column{.key = "salary_gross"_L1, .type = ColumnType::Bool, .title = QT_TRANSLATE_NOOP("linnet::table", "Before tax"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Yes: the salary is before tax; no: in hand; empty: not said"),
     .width = 104, .shown = false, .group = "pay"_L1},
    Column{.key = "salary_mode"_L1, .type = ColumnType::Text, .title = QT_TRANSLATE_NOOP("linnet::table", "Salary for"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "The period the salary is for: month, shift, hour"),
     .width = 116, .shown = false, .group = "pay"_L1},
    Column{.key = "employment"_L1, .type = ColumnType::Text, .title = QT_TRANSLATE_NOOP("linnet::table", "Employment"),
     .width = 130, .shown = false},
    Column{.key = "work_format"_L1, .type = ColumnType::List, .title = QT_TRANSLATE_NOOP("linnet::table", "Work format"),
     .width = 140, .shown = true, .rank = 10, .facet = 3},
    Column{.key = "professional_roles"_L1, .type = ColumnType::List, .title = QT_TRANSLATE_NOOP("linnet::table", "Roles"),
     .width = 150, .shown = false},
    Column{.key = "address"_L1, .type = ColumnType::Text, .title = QT_TRANSLATE_NOOP("linnet::table", "Address"),
     .width = 180, .shown = false, .group = "place"_L1},
    Column{.key = "lat"_L1, .type = ColumnType::Real, .title = QT_TRANSLATE_NOOP("linnet::table", "Latitude"),
     .width = 90, .shown = false, .group = "place"_L1},
    Column{.key = "lng"_L1, .type = ColumnType::Real, .title = QT_TRANSLATE_NOOP("linnet::table", "Longitude"),
     .width = 90, .shown = false, .group = "place"_L1},
    Column{.key = "employer_id"_L1, .type = ColumnType::Text, .title = QT_TRANSLATE_NOOP("linnet::table", "Employer's number"),
     .width = 160, .shown = false},
    Column{.key = "archived"_L1, .type = ColumnType::Bool, .title = QT_TRANSLATE_NOOP("linnet::table", "Archived"),
     .width = 80, .shown = false},
    Column{.key = "state"_L1, .type = ColumnType::Code, .title = QT_TRANSLATE_NOOP("linnet::table", "Details"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Whether description and skills were read"),
     .width = 124, .shown = true, .facet = 9, .codes = VacancyStates},
    Column{.key = "source"_L1, .type = ColumnType::Code, .title = QT_TRANSLATE_NOOP("linnet::table", "Source"),
     .width = 90, .shown = true, .facet = 8},
    Column{.key = "id"_L1, .type = ColumnType::Text, .title = QT_TRANSLATE_NOOP("linnet::table", "Number"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "The source's number of the ad"),
     .width = 90, .shown = false},
    Column{.key = "fetched_at"_L1, .type = ColumnType::Time, .title = QT_TRANSLATE_NOOP("linnet::table", "Read at"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "When Linnet read the row, UTC"),
     .width = 150, .shown = false},
    Column{.key = "query"_L1, .type = ColumnType::Text, .title = QT_TRANSLATE_NOOP("linnet::table", "Search"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "The search that found it"),
     .width = 150, .shown = false},
    Column{.key = "modified"_L1, .type = ColumnType::Time, .title = QT_TRANSLATE_NOOP("linnet::table", "Changed"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Date of the last change, by which Work in Russia is searched"),
     .width = 150, .shown = true},
    Column{.key = "group"_L1, .type = ColumnType::Integer, .title = QT_TRANSLATE_NOOP("linnet::table", "Job"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Ads of one job have the same number; empty: no other ad of the job is known"),
     .width = 90, .shown = false},
    Column{.key = "group_size"_L1, .type = ColumnType::Integer, .title = QT_TRANSLATE_NOOP("linnet::table", "Ads of the job"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "How many ads of the job the project has, over sources and searches"),
     .width = 100, .shown = false},
    Column{.key = "repeat"_L1, .type = ColumnType::Bool, .title = QT_TRANSLATE_NOOP("linnet::table", "Repeat"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Yes: another ad of the same job stands in this search, which is newer or says more"),
     .width = 80, .shown = false},
    Column{.key = "campaign"_L1, .type = ColumnType::Integer, .title = QT_TRANSLATE_NOOP("linnet::table", "Campaign"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Jobs of one employer with one text in several regions have the same number"),
     .width = 90, .shown = false},
};

/// The last of them are no part of an ad: analysis::regroup() fills them.
inline constexpr std::size_t ComparedColumns = 4;
// clang-format on
static_assert(isSound(VacancyColumns));

/// Positions in vacancySchema().columns, for the code that makes and reads rows.
enum class VacancyColumn : int
{
    Vacancy = at<VacancyColumns>("vacancy"),
    Url = at<VacancyColumns>("url"),
    Created = at<VacancyColumns>("created"),
    HasTest = at<VacancyColumns>("has_test"),
    SalaryFrom = at<VacancyColumns>("salary_from"),
    SalaryTo = at<VacancyColumns>("salary_to"),
    Currency = at<VacancyColumns>("currency"),
    Experience = at<VacancyColumns>("experience"),
    Schedule = at<VacancyColumns>("schedule"),
    Skills = at<VacancyColumns>("skills"),
    Employer = at<VacancyColumns>("employer"),
    Area = at<VacancyColumns>("area"),
    Description = at<VacancyColumns>("description"),
    AlternateUrl = at<VacancyColumns>("alternate_url"),
    SalaryGross = at<VacancyColumns>("salary_gross"),
    SalaryMode = at<VacancyColumns>("salary_mode"),
    Employment = at<VacancyColumns>("employment"),
    WorkFormat = at<VacancyColumns>("work_format"),
    ProfessionalRoles = at<VacancyColumns>("professional_roles"),
    Address = at<VacancyColumns>("address"),
    Lat = at<VacancyColumns>("lat"),
    Lng = at<VacancyColumns>("lng"),
    EmployerId = at<VacancyColumns>("employer_id"),
    Archived = at<VacancyColumns>("archived"),
    State = at<VacancyColumns>(
        "state"), ///< code: listed (details not read yet), complete, failed (details could not be had), gone
    Source = at<VacancyColumns>("source"),
    Id = at<VacancyColumns>("id"),
    FetchedAt = at<VacancyColumns>("fetched_at"),
    Query = at<VacancyColumns>("query"),
    Modified = at<VacancyColumns>("modified"),
    Group = at<VacancyColumns>("group"),
    GroupSize = at<VacancyColumns>("group_size"),
    Repeat = at<VacancyColumns>("repeat"),
    Campaign = at<VacancyColumns>("campaign"),
    Count = int(VacancyColumns.size()),
};

/// Job vacancies: the thirteen contract columns first, then Linnet's own.
const Schema &vacancySchema();

} // namespace linnet::table
