// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rescue/rowkey.h"

#include <algorithm>

namespace linnet::store {

namespace {

int rank(StoredValue::Kind kind)
{
    switch (kind) {
    case StoredValue::Kind::Null:
        return 0;
    case StoredValue::Kind::Integer:
    case StoredValue::Kind::Real:
        return 1;
    case StoredValue::Kind::Text:
        return 2;
    case StoredValue::Kind::Bytes:
        return 3;
    }
    return 4;
}

bool isLess(const StoredValue &left, const StoredValue &right)
{
    if (rank(left.kind) != rank(right.kind))
        return rank(left.kind) < rank(right.kind);
    return left.integer != right.integer ? left.integer < right.integer : left.bytes < right.bytes;
}

} // namespace

bool isLess(const RowKey &left, const RowKey &right)
{
    return std::ranges::lexicographical_compare(
        left, right, [](const StoredValue &a, const StoredValue &b) { return isLess(a, b); });
}

std::vector<bool> inOrder(std::span<const RowKey> keys, const std::optional<RowKey> &low,
                          const std::optional<RowKey> &high)
{
    // The longest run of keys that only grow, by patience sorting.
    constexpr size_t None = size_t(-1);
    std::vector<size_t> ends; // the place of the least key at which a run of so many ends
    std::vector<size_t> before(keys.size(), None);
    for (size_t i = 0; i < keys.size(); ++i) {
        if ((low && !isLess(*low, keys[i])) || (high && isLess(*high, keys[i])))
            continue;
        const auto end = std::ranges::lower_bound(
            ends, keys[i], [](const RowKey &a, const RowKey &b) { return isLess(a, b); },
            [&](size_t place) -> const RowKey & { return keys[place]; });
        before[i] = end == ends.begin() ? None : *std::prev(end);
        if (end == ends.end())
            ends.push_back(i);
        else
            *end = i;
    }
    std::vector<bool> result(keys.size(), false);
    for (size_t i = ends.empty() ? None : ends.back(); i != None; i = before[i])
        result[i] = true;
    return result;
}

} // namespace linnet::store
