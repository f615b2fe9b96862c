// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "encoding/utf8sink.h"

#include <cstddef>
#include <cstdint>

namespace linnet::encoding {

/// The decoders of the Encoding Standard for encodings whose letters have one to four bytes (§10 to §13),
/// each from one letter to the next. An ASCII byte after a broken beginning stays, since it may be markup.
namespace multibyte {

/// Bytes yet to be read.
struct Source
{
    const std::uint8_t *at;
    const std::uint8_t *end;
    bool isLast; ///< nothing follows these

    std::size_t left() const { return std::size_t(end - at); }
};

/// Reads a letter that begins with a byte above ASCII, or what is none; false when its end is missing and
/// more is to come, and then nothing is read.
using Step = bool (*)(Source &source, Utf8Sink &to);

bool gb18030(Source &source, Utf8Sink &to);
bool big5(Source &source, Utf8Sink &to);
bool eucJp(Source &source, Utf8Sink &to);
bool shiftJis(Source &source, Utf8Sink &to);
bool eucKr(Source &source, Utf8Sink &to);

} // namespace multibyte

} // namespace linnet::encoding
