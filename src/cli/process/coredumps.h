// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace linnet::cli {

/// Tokens and logins stand in memory: a crash leaves no image of it on the disk, and other programs of the
/// user cannot read it. A debugger that started the program still can. Where the system has no such switch,
/// nothing happens.
void preventCoreDumps();

} // namespace linnet::cli
