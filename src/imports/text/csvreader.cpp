// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/text/csvreader.h"

#include "encoding/utf8.h"
#include "imports/text/viewof.h"
#include "table/cellview.h"

#include <QBuffer>
#include <QHash>

#include <algorithm>
#include <cstring>

namespace linnet::imports {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype Piece = 256 * 1024;

/// UTF-16 units of valid UTF-8.
qint64 unitsOf(QByteArrayView utf8)
{
    qint64 units = 0;
    for (const char byte : utf8) {
        const auto lead = uchar(byte);
        units += (lead & 0xC0) != 0x80;
        units += lead >= 0xF0;
    }
    return units;
}

qsizetype lettersBeyondAscii(QByteArrayView bytes)
{
    return std::ranges::count_if(bytes, [](char byte) { return uchar(byte) >= 0x80; });
}

} // namespace

CsvReader::CsvReader(QIODevice &device, TextShape shape, const RecordPlace &from)
    : m_device(device)
    , m_shape(std::move(shape))
    , m_place(from)
    , m_line(from.state.startsWith('@') ? std::max(1LL, from.state.sliced(1).toLongLong()) : 1)
{
    m_bytesRead = m_place.offset;
    if (m_shape.isWide())
        m_decoder.emplace(m_shape.encoding.toStdString());
    if (m_place.offset == 0 && m_shape.mark > 0) {
        m_device.skip(m_shape.mark);
        m_bytesRead = m_place.offset = m_shape.mark;
    }
}

RecordPlace CsvReader::placeAt(qint64 offset, qint64 line)
{
    return {offset, '@' + QByteArray::number(line)};
}

bool CsvReader::fill()
{
    if (m_isAtEnd)
        return false;
    m_buffer.remove(0, m_begin);
    m_end -= m_begin;
    m_begin = 0;
    // A long record is looked through again with each piece: pieces grow with it.
    const qsizetype before = m_buffer.size();
    const qsizetype wanted = std::max(Piece, before);
    QByteArray wide;
    QByteArray &bytes = m_decoder ? wide : m_buffer;
    const qsizetype kept = bytes.size();
    bytes.resize(kept + wanted);
    const qint64 read = m_device.read(bytes.data() + kept, wanted);
    bytes.resize(kept + std::max<qint64>(0, read));
    if (read < 0)
        m_readError = m_device.errorString();
    m_isAtEnd = read <= 0;
    m_bytesRead += std::max<qint64>(0, read);
    if (m_decoder) {
        std::string text;
        if (m_isAtEnd)
            m_decoder->finish({}, text);
        else
            m_decoder->append(viewOf(wide), text);
        m_buffer.append(text.data(), qsizetype(text.size()));
    }
    return !m_isAtEnd;
}

CsvReader::End CsvReader::scanQuoted(Cell &cell)
{
    const char *data = m_buffer.constData();
    qsizetype at = cell.begin;
    for (;;) {
        const void *mark = std::memchr(data + at, '"', std::size_t(m_buffer.size() - at));
        if (!mark)
            return m_isAtEnd ? End::OpenQuote : End::Cut;
        at = static_cast<const char *>(mark) - data;
        if (at + 1 == m_buffer.size() && !m_isAtEnd)
            return End::Cut;
        if (at + 1 == m_buffer.size() || data[at + 1] != '"')
            break;
        cell.isDoubled = true;
        at += 2;
    }
    cell.end = at;
    return End::Whole;
}

/// Finds the cells of the record that begins at m_begin, and its end.
CsvReader::End CsvReader::scan(bool quotes)
{
    const char *data = m_buffer.constData();
    const qsizetype size = m_buffer.size();
    const auto endsCell = [&](char byte) {
        return byte == m_shape.separator || byte == '\n' || byte == '\r';
    };
    m_cells.clear();
    qsizetype at = m_begin;
    for (;;) {
        Cell cell{.begin = at};
        if (quotes && at < size && data[at] == '"') {
            cell.isQuoted = true;
            ++cell.begin;
            if (const End end = scanQuoted(cell); end != End::Whole)
                return end;
            at = cell.end + 1;
        }
        while (at < size && !endsCell(data[at]))
            ++at;
        if (!cell.isQuoted)
            cell.end = at;
        cell.tailEnd = at;
        if (at == size && !m_isAtEnd)
            return End::Cut;
        m_cells.push_back(cell);
        if (at == size || data[at] != m_shape.separator)
            break;
        ++at;
    }
    if (at < size && data[at] == '\r') {
        if (at + 1 == size && !m_isAtEnd)
            return End::Cut;
        ++at;
        at += at < size && data[at] == '\n';
    } else if (at < size) {
        ++at;
    }
    m_end = at;
    return End::Whole;
}

Result<bool> CsvReader::whole(bool quotes)
{
    for (;;) {
        const End end = scan(quotes);
        if (!m_readError.isEmpty())
            return fail(Reason::Io, m_readError);
        if (end == End::Whole)
            return true;
        if (end == End::OpenQuote || m_buffer.size() - m_begin > LargestRecord)
            return false;
        fill();
    }
}

void CsvReader::skipLine()
{
    for (;;) {
        const qsizetype newline = m_buffer.indexOf('\n', m_begin);
        passTo(newline < 0 ? m_buffer.size() : newline + 1);
        if (newline >= 0 || !fill())
            return;
    }
}

/// What stands before that is read.
void CsvReader::passTo(qsizetype end)
{
    const QByteArrayView passed = QByteArrayView(m_buffer).sliced(m_begin, end - m_begin);
    m_line += passed.count('\n');
    if (passed.endsWith('\r'))
        ++m_line;
    const qint64 bytes = m_decoder ? 2 * unitsOf(passed) : passed.size();
    // Half a letter at the end became a whole one.
    m_place = placeAt(std::min(m_place.offset + bytes, m_bytesRead), m_line);
    m_begin = m_end = end;
}

Result<bool> CsvReader::next(SourceRow &row)
{
    for (;;) {
        row.cells.clear();
        row.fault.clear();
        row.remark.clear();
        row.line = m_line;
        row.byte = 0;
        if (m_begin == m_buffer.size() && !fill() && m_begin == m_buffer.size())
            return m_readError.isEmpty() ? Result<bool>(false) : fail(Reason::Io, m_readError);
        const auto quoted = whole(true);
        if (!quoted)
            return std::unexpected(quoted.error());
        if (*quoted) {
            take(row);
            passTo(m_end);
        } else {
            // Without the meaning of the mark the line is only as long as it is.
            row.fault = tr("a quotation mark is opened and not closed again");
            const auto plain = whole(false);
            if (!plain)
                return std::unexpected(plain.error());
            if (*plain) {
                passTo(m_end);
            } else {
                row.fault = tr("it is longer than 32 MB");
                skipLine();
            }
        }
        if (!row.isBlank())
            return true;
    }
}

QString CsvReader::decoded(std::string_view bytes, bool isUtf8) const
{
    if (isUtf8)
        return table::fromUtf8(QByteArrayView(bytes.data(), qsizetype(bytes.size())));
    std::string buffer;
    const QByteArray &name = m_shape.isUtf8() ? m_shape.otherwise : m_shape.encoding;
    const std::string_view text =
        encoding::decodeToUtf8(bytes, std::string_view(name.constData(), std::size_t(name.size())), buffer)
            .text;
    return table::fromUtf8(QByteArrayView(text.data(), qsizetype(text.size())));
}

QString CsvReader::textOf(const Cell &cell, bool isUtf8) const
{
    const QByteArrayView bytes = QByteArrayView(m_buffer).sliced(cell.begin, cell.end - cell.begin);
    QString text = decoded(viewOf(bytes), isUtf8);
    if (cell.isDoubled)
        text.replace("\"\""_L1, "\""_L1);
    if (cell.isQuoted && cell.tailEnd > cell.end + 1)
        text += decoded(viewOf(QByteArrayView(m_buffer).sliced(cell.end + 1, cell.tailEnd - cell.end - 1)),
                        isUtf8);
    return text;
}

void CsvReader::take(SourceRow &row)
{
    constexpr qsizetype SurelyUtf8 = 4; // bytes; fewer may be another encoding by chance
    const QByteArrayView record = QByteArrayView(m_buffer).sliced(m_begin, m_end - m_begin);
    const bool isValid = m_decoder || encoding::isValidUtf8(viewOf(record));
    bool isUtf8 = isValid;
    if (m_shape.isUtf8() && !isValid) {
        row.remark = tr("it is not UTF-8 and was read as %1").arg(QLatin1StringView(m_shape.otherwise));
    } else if (!m_shape.isUtf8() && !m_decoder && isValid) {
        const qsizetype letters = lettersBeyondAscii(record);
        isUtf8 = letters == 0 || letters >= SurelyUtf8;
        if (letters >= SurelyUtf8)
            row.remark = tr("it is UTF-8, unlike the rest, and was read so");
    }
    const bool hasNul = record.contains('\0');
    if (hasNul)
        row.remark = tr("it has NUL characters, which were left out");
    row.cells.reserve(m_cells.size());
    for (const Cell &cell : m_cells) {
        if (cell.begin == cell.end && cell.tailEnd <= cell.end + 1) {
            row.cells.emplace_back();
            continue;
        }
        QString text = textOf(cell, isUtf8);
        if (hasNul)
            text.remove(QChar(u'\0'));
        row.cells.push_back(text.isEmpty() ? table::Value() : table::Value(std::move(text)));
    }
}

char CsvReader::separatorOf(QByteArrayView beginning)
{
    constexpr size_t LooksAt = 100;
    if (beginning.startsWith("sep=") && beginning.size() > 4 && std::strchr(",;\t|", beginning[4]))
        return beginning[4];
    char best = ',';
    qint64 most = 0;
    for (const char separator : {',', ';', '\t', '|'}) {
        QBuffer device;
        device.setData(beginning.toByteArray());
        device.open(QIODevice::ReadOnly);
        CsvReader reader(device, {.encoding = "UTF-8", .separator = separator}, {});
        QHash<size_t, qint64> counts;
        SourceRow row;
        qint64 rows = 0;
        for (; size_t(rows) < LooksAt; ++rows) {
            const auto read = reader.next(row);
            if (!read || !*read)
                break;
            if (row.cells.size() > 1)
                ++counts[row.cells.size()];
        }
        // Titles above and totals below have other numbers of cells; a comma of numbers has few of them.
        for (auto count = counts.cbegin(); count != counts.cend(); ++count) {
            const qint64 score = *count * *count * qint64(count.key()) * 100 / std::max<qint64>(1, rows);
            if (score > most) {
                most = score;
                best = separator;
            }
        }
    }
    return best;
}

} // namespace linnet::imports
