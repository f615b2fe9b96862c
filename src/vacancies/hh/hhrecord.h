// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vacancies/vacancy.h"

#include <QJsonObject>

namespace linnet::vacancies {

/// A vacancy of hh.ru's listing or details with all that both hold; a null id when there is none that can be
/// used. The newer field goes before the older: salary_range before salary, employment_form before
/// employment.
Vacancy readHhRecord(const QJsonObject &item);

/// A vacancy of hh.ru's details, with its description.
Vacancy readHhDetails(const QJsonObject &item);

/// The person whom the listing or the details name, by "contacts".
void readHhContacts(const QJsonObject &item, Vacancy &vacancy);

/// The listing's two excerpts as readable text; null when there are none.
QString hhSnippet(const QJsonObject &item);

/// True when the salary is for a month, or the record does not say for what.
bool hhSalaryPerMonth(const QJsonObject &item);

} // namespace linnet::vacancies
