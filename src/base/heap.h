// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace linnet::heap {

/// Large blocks and what is free at the end of the heap go back to the system at once, always. The first
/// thing in main(). GNU's C library holds on to more the larger the blocks that a program has freed; others
/// need no telling.
void setUp();

/// Gives freed memory between blocks that live back, too; for whoever has freed very much. Takes some
/// milliseconds; any thread.
void trim();

} // namespace linnet::heap
