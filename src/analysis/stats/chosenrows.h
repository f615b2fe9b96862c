// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/read/arrays/rowcolumns.h"

namespace linnet::analysis {

/// Leaves of a selection only the rows that are also among `ids`, which come in any order and as often as
/// they like.
void keepOnly(store::RowColumns &selection, const store::IdVector &ids);

} // namespace linnet::analysis
