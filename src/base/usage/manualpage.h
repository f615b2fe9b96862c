// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/usage/programfacts.h"

namespace linnet {

/// The manual page of a program, in section 1, as troff with the macros of man(7). Options that several
/// commands have in common are described once. Language: that of the facts and of the program's translations.
/// alsoSee: names of pages in section 1.
QString manualPage(const ProgramFacts &program, const QString &version, const QStringList &alsoSee);

} // namespace linnet
