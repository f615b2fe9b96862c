// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/choice/choicemodel.h"
#include "gui/vacancies/vacanciespresenter.h"
#include "vacancies/dictionary.h"

#include <QLocale>

/// What the form offers to choose from, in the program's language.
namespace linnet::gui {

/// Any thread.
std::vector<Choice> dictionaryChoices(vacancies::Dictionary::Kind kind, const QLocale &locale = QLocale());
/// Whether making its choices takes too long for the window's thread.
bool isLongDictionary(vacancies::Dictionary::Kind kind);
/// In the program's language; the id itself when nobody knows it.
QString dictionaryName(vacancies::Dictionary::Kind kind, const QString &id);
std::vector<Choice> sourceChoices();

/// Names and numbers of regions, roles and industries as they are known now.
VacanciesNames dictionaryNames();

} // namespace linnet::gui
