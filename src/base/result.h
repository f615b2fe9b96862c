// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <expected>

namespace linnet {

/// A value or the Error that prevented it. Payloads default operator==; never call value(), it throws.
template <typename T> using Result = std::expected<T, Error>;

inline std::unexpected<Error> fail(Reason reason, QString detail = {}, int status = 0)
{
    return std::unexpected(Error{reason, status, std::move(detail)});
}

} // namespace linnet
