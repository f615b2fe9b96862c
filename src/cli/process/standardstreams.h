// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace linnet::cli {

/// To be called first in main(). Standard streams that were closed when the program started are opened in a
/// way that makes reading and writing them fail. Otherwise the next file or socket would get their number,
/// and the messages with it. Writing to a pipe without a reader fails, too, instead of ending the program.
void secureStandardStreams();

} // namespace linnet::cli
