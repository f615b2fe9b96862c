// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/usage/programfacts.h"

namespace linnet {

/// What zsh (5) reads to complete what is typed after a program's name: from a folder of $fpath or by
/// "source".
QString zshCompletion(const ProgramFacts &program);

} // namespace linnet
