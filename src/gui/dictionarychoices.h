// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/choicemodel.h"
#include "gui/formpresenter.h"

/// What the form offers to choose from, in the program's language.
namespace linnet::gui {

std::vector<Choice> areaChoices();
std::vector<Choice> roleChoices();
std::vector<Choice> experienceChoices();
std::vector<Choice> workFormatChoices();
std::vector<Choice> employmentChoices();
std::vector<Choice> sourceChoices();

/// Names and numbers of regions and roles from the bundled dictionary.
FormNames dictionaryNames();

} // namespace linnet::gui
