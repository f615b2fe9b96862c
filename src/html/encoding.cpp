// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/encoding.h"

#include "encoding/encoding.h"
#include "encoding/guess.h"
#include "encoding/utf8.h"

namespace linnet::html {

std::string_view sourceCode(EncodingSource source)
{
    switch (source) {
    case EncodingSource::ByteOrderMark:
        return "bom";
    case EncodingSource::Http:
        return "http";
    case EncodingSource::Meta:
        return "meta";
    case EncodingSource::Bytes:
        return "bytes";
    case EncodingSource::Guess:
        return "guess";
    case EncodingSource::Default:
        break;
    }
    return "default";
}

DetectedEncoding detectEncoding(std::string_view body, std::string_view httpCharset)
{
    if (const auto mark = encoding::byteOrderMark(body))
        return {mark->name, EncodingSource::ByteOrderMark, mark->length};
    if (const std::string_view name = encoding::nameForLabel(httpCharset); !name.empty())
        return {name, EncodingSource::Http};
    if (const std::string_view name = prescanMeta(body); !name.empty())
        return {name, EncodingSource::Meta};
    if (encoding::isValidUtf8(body))
        return {"UTF-8", EncodingSource::Bytes};
    if (const std::string_view name = encoding::guessEncoding(body); !name.empty())
        return {name, EncodingSource::Guess};
    return {"windows-1252", EncodingSource::Default};
}

} // namespace linnet::html
