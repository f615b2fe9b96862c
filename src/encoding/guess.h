// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace linnet::encoding {

/// The encoding of a text that is no UTF-8 and says nothing, by its letters: Cyrillic and Japanese by rules
/// of our own that need few letters, the other alphabets that do not stand between Latin letters (Greek,
/// Hebrew, Arabic, Thai, Chinese, Korean) by uchardet. Empty when it looks like none of them. Looks at no
/// more than the first 64 KB. Any thread.
std::string_view guessEncoding(std::string_view body);

} // namespace linnet::encoding
