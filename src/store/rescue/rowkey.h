// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/rescue/storedrecord.h"

#include <optional>
#include <span>
#include <vector>

namespace linnet::store {

/// What a tree is sorted by: a row id, or the first cells of a row.
using RowKey = std::vector<StoredValue>;

/// As SQLite sorts: null, numbers, text and bytes by their bytes.
bool isLess(const RowKey &left, const RowKey &right);

/// Which of these keys, read one after the other, are where they belong: the most that are in order, and
/// behind `low` and not behind `high`, where these are known. A damaged key is hardly among them.
std::vector<bool> inOrder(std::span<const RowKey> keys, const std::optional<RowKey> &low,
                          const std::optional<RowKey> &high);

} // namespace linnet::store
