// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/choice/choicemodel.h"
#include "gui/vacancies/vacanciespresenter.h"
#include "vacancies/dictionary.h"

/// What the form offers to choose from, in the program's language.
namespace linnet::gui {

std::vector<Choice> dictionaryChoices(vacancies::Dictionary::Kind kind);
std::vector<Choice> sourceChoices();

/// Names and numbers of regions and roles from the bundled dictionaries.
VacanciesNames dictionaryNames();

} // namespace linnet::gui
