// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace linnet::cli {

/// Call it first of all. Standard streams that the program was started without are opened so that using them
/// fails, else the next file or socket would take their place and get what is meant for them. A pipe whose
/// reader is gone makes writing fail instead of ending the program.
void secureStandardStreams();

} // namespace linnet::cli
