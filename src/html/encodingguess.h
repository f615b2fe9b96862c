// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace linnet::html {

/// The encoding of a text that is no UTF-8 and says nothing, by its letters: Cyrillic in windows-1251,
/// KOI8-R, IBM866 or ISO-8859-5, Japanese in Shift_JIS or EUC-JP. Empty when it looks like none of them.
std::string_view guessEncoding(std::string_view body);

} // namespace linnet::html
