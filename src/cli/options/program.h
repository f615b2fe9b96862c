// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/usage/programfacts.h"

namespace linnet::cli {

/// What linnet-cli itself takes, around these commands, with what a manual page says of exit statuses and the
/// environment.
ProgramFacts programFacts(std::vector<ProgramFacts> commands);

} // namespace linnet::cli
