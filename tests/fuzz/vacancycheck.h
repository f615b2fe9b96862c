// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vacancies/vacancysource.h"

namespace linnet::fuzz {

class FuzzInput;

/// One of a few queries, with and without all that sources check strictly.
vacancies::Query chosenQuery(FuzzInput &input);
/// What holds for a vacancy of any source.
void checkVacancy(const vacancies::Vacancy &vacancy, const QString &source);
/// What holds for a page of any source that was made of so many items.
void checkPage(const vacancies::ListPage &page, qsizetype items, const QString &source);
/// Every answer means something, and an address to be opened is one of the web.
void checkJudgement(const vacancies::VacancySource &source, const QByteArray &body, FuzzInput &input);

} // namespace linnet::fuzz
