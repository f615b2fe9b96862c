// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace linnet::fuzz {

/// Tokenizer, encodings, readable text and the reader of pages: a page in pieces is the same page, every link
/// has its address, no address has a login, texts keep to their limits and are UTF-8.
int fuzzHtml(const std::uint8_t *data, std::size_t size);

} // namespace linnet::fuzz
