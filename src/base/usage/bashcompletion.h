// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/usage/programfacts.h"

namespace linnet {

/// What bash (4 or later) reads to complete what is typed after a program's name.
QString bashCompletion(const ProgramFacts &program);

} // namespace linnet
