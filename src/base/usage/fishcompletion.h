// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/usage/programfacts.h"

namespace linnet {

/// What fish (3) reads to complete what is typed after a program's name.
QString fishCompletion(const ProgramFacts &program);

} // namespace linnet
