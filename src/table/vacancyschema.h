// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table/schema.h"

namespace linnet::table {

/// Job vacancies: the thirteen contract columns first, then Linnet's own.
const Schema &vacancySchema();

/// Positions in vacancySchema().columns, for the code that makes rows.
enum class VacancyColumn : int
{
    Vacancy,
    Url,
    Created,
    HasTest,
    SalaryFrom,
    SalaryTo,
    Currency,
    Experience,
    Schedule,
    Skills,
    Employer,
    Area,
    Description,
    AlternateUrl,
    SalaryGross,
    SalaryMode,
    Employment,
    WorkFormat,
    ProfessionalRoles,
    Address,
    Lat,
    Lng,
    EmployerId,
    Archived,
    State, ///< code: listed (details not read yet), complete, failed (details could not be had), gone
    Source,
    Id,
    FetchedAt,
    Query,
    Modified,
    Count,
};

} // namespace linnet::table
