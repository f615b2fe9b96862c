// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace linnet::links {

/// Pixels that a line of UTF-8 text takes in Arial of this size, as lists of results set it: advances alone,
/// without kerning. Measured by us from letters of the same widths (Latin and Cyrillic); other letters count
/// as wide as a digit, those of East Asia as high.
int pixelWidth(std::string_view text, int size);

} // namespace linnet::links
