// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/text/textshape.h"

#include "encoding/decoder.h"
#include "encoding/guess.h"
#include "encoding/utf8.h"
#include "imports/text/viewof.h"

#include <string>

namespace linnet::imports {

namespace {

QByteArray nameOf(std::string_view name)
{
    return QByteArray(name.data(), qsizetype(name.size()));
}

/// Lines that are no UTF-8, and how many lines are some by more than ASCII.
struct Lines
{
    std::string others;
    qsizetype utf8 = 0;
    qsizetype other = 0;
};

Lines linesOf(QByteArrayView text)
{
    Lines lines;
    for (qsizetype from = 0; from < text.size();) {
        const qsizetype newline = text.indexOf('\n', from);
        const qsizetype end = newline < 0 ? text.size() : newline + 1;
        const std::string_view line = viewOf(text.sliced(from, end - from));
        const bool isWhole = newline >= 0 || from == 0;
        const std::size_t valid = encoding::validUtf8Length(line);
        // The end of what is looked at may stand within a letter.
        if (valid < line.size() && (isWhole || !encoding::malformedUtf8(line.substr(valid)).isCut)) {
            lines.others += line;
            ++lines.other;
        } else if (encoding::asciiLength(reinterpret_cast<const std::uint8_t *>(line.data()),
                                         reinterpret_cast<const std::uint8_t *>(line.data() + line.size())) <
                   line.size()) {
            ++lines.utf8;
        }
        from = end;
    }
    return lines;
}

} // namespace

TextShape TextShape::ofBytes(QByteArrayView beginning, const QByteArray &encoding)
{
    TextShape shape;
    const auto mark = encoding::byteOrderMark(viewOf(beginning));
    if (mark)
        shape.mark = qint64(mark->length);
    if (mark && encoding.isEmpty()) {
        shape.encoding = nameOf(mark->name);
        return shape;
    }
    const Lines lines = linesOf(beginning.sliced(shape.mark));
    const QByteArray guess = nameOf(encoding::guessEncoding(lines.others));
    if (!guess.isEmpty())
        shape.otherwise = guess;
    if (!encoding.isEmpty())
        shape.encoding = encoding;
    else if (const auto wide = encoding::unmarkedUtf16(viewOf(beginning)); !wide.empty())
        shape.encoding = nameOf(wide);
    else if (lines.other > lines.utf8)
        shape.encoding = shape.otherwise;
    return shape;
}

QByteArray toUtf8(QByteArrayView beginning, const TextShape &shape)
{
    std::string buffer;
    const auto decoded =
        encoding::decodeToUtf8(viewOf(beginning.sliced(std::min(shape.mark, qint64(beginning.size())))),
                               shape.encoding.toStdString(), buffer);
    return QByteArray(decoded.text.data(), qsizetype(decoded.text.size()));
}

} // namespace linnet::imports
