// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace linnet {

/// The byte of a "%XX" at a position; -1 when there is none.
int percentCodeAt(std::string_view text, std::size_t at);

/// "%XX" back to bytes; a "%" without two hexadecimal digits stays (URL Standard §1.3).
std::string percentDecoded(std::string_view text);

} // namespace linnet
