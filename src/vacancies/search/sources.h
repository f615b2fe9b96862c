// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vacancies/vacancysource.h"

namespace linnet::vacancies {

/// All sources, in the order in which they are offered; the one list to add another source to.
std::vector<const VacancySource *> allSources();
/// Null for an unknown id.
const VacancySource *sourceById(QStringView id);

} // namespace linnet::vacancies
