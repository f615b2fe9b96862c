// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

namespace linnet {

/// The error of the first of these that failed; null when all are well.
template <typename... T> const Error *firstError(const Result<T> &...results)
{
    const Error *first = nullptr;
    ((first || results ? void() : void(first = &results.error())), ...);
    return first;
}

} // namespace linnet
