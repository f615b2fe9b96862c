// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/heap.h"

#include <QtGlobal>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace linnet::heap {

void setUp()
{
#ifdef __GLIBC__
    // Once they are set, neither grows.
    mallopt(M_MMAP_THRESHOLD, 256 * 1024);
    mallopt(M_TRIM_THRESHOLD, 1024 * 1024);
    // The heap of a thread grows by single pages otherwise, with a call to the system for each.
    mallopt(M_TOP_PAD, 8 * 1024 * 1024);
#endif
}

void trim()
{
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

} // namespace linnet::heap
