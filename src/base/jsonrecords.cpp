// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/jsonrecords.h"

#include <QIODevice>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cstring>

namespace linnet {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype Piece = 256 * 1024;
constexpr qsizetype DeepestBrackets = 64; ///< around the records
constexpr QByteArrayView Mark = "\xEF\xBB\xBF";

/// Of what may stand outside of records and texts.
bool isBetween(char letter)
{
    return std::strchr(" \t\r\n,:+-.eE0123456789truefalsn", letter) && letter != '\0';
}

QByteArrayView lineAt(QByteArrayView text, qsizetype at)
{
    const qsizetype end = text.indexOf('\n', at);
    return text.sliced(at, (end < 0 ? text.size() : end) - at).trimmed();
}

} // namespace

JsonRecords::JsonRecords(QIODevice &device, Shape shape, Place from)
    : m_device(device)
    , m_shape(shape)
    , m_place(std::move(from))
    , m_open(m_place.open)
    , m_base(m_place.offset)
{
}

/// One line that is a whole object, with another object behind it.
JsonRecords::Shape JsonRecords::shapeOf(QByteArrayView beginning)
{
    if (beginning.startsWith(Mark))
        beginning = beginning.sliced(Mark.size());
    qsizetype at = 0;
    while (at < beginning.size() && lineAt(beginning, at).isEmpty())
        at = beginning.indexOf('\n', at) < 0 ? beginning.size() : beginning.indexOf('\n', at) + 1;
    const QByteArrayView first = lineAt(beginning, at);
    const qsizetype end = beginning.indexOf('\n', at);
    if (!first.startsWith('{') || end < 0 || !beginning.sliced(end).trimmed().startsWith('{'))
        return Shape::Arrays;
    return QJsonDocument::fromJson(first.toByteArray()).isObject() ? Shape::Lines : Shape::Arrays;
}

bool JsonRecords::isMark(char letter) const
{
    const qint64 offset = m_base + m_at;
    return offset < Mark.size() && letter == Mark[offset];
}

std::unexpected<Error> JsonRecords::bad(Reason reason, const QString &what) const
{
    return fail(reason, u"byte %1: %2"_s.arg(m_base + m_at).arg(what));
}

bool JsonRecords::fill()
{
    m_buffer.remove(0, m_begin);
    m_base += m_begin;
    m_at -= m_begin;
    m_begin = 0;
    const qsizetype before = m_buffer.size();
    m_buffer.resize(before + Piece);
    const qint64 read = m_device.read(m_buffer.data() + before, Piece);
    m_buffer.resize(before + std::max<qint64>(0, read));
    if (read < 0)
        m_readError = m_device.errorString();
    return read > 0;
}

Result<QByteArrayView> JsonRecords::next()
{
    if (m_isBroken)
        return QByteArrayView();
    auto record = m_shape == Shape::Lines ? nextLine() : nextElement();
    if (record && record->isNull() && !m_readError.isEmpty())
        record = bad(Reason::Io, m_readError);
    m_isBroken = !record;
    return record;
}

QByteArrayView JsonRecords::taken(qsizetype end)
{
    const QByteArrayView record = QByteArrayView(m_buffer).sliced(m_begin, end - m_begin);
    m_at = m_begin = end;
    m_place = {m_base + end, m_open};
    return record;
}

Result<QByteArrayView> JsonRecords::nextElement()
{
    for (;; ++m_at) {
        m_begin = m_at;
        if (m_at == m_buffer.size() && !fill()) {
            if (!m_open.isEmpty() && m_readError.isEmpty())
                return bad(Reason::BadBody, u"the text ends too early"_s);
            return QByteArrayView();
        }
        Result<void> good;
        switch (const char letter = m_buffer[m_at]) {
        case '{':
        case '[':
            if (letter == '{' && m_open.endsWith('[')) {
                const auto end = endOfObject();
                return end ? Result<QByteArrayView>(taken(*end)) : std::unexpected(end.error());
            }
            if (m_open.size() == DeepestBrackets)
                return bad(Reason::BadBody, u"too many brackets"_s);
            m_open.append(letter);
            break;
        case '}':
        case ']':
            good = close(letter);
            break;
        case '"':
            good = skipText();
            break;
        default:
            if (!isBetween(letter) && !isMark(letter))
                return bad(Reason::BadBody, letter == '\0' ? u"this is not UTF-8"_s : u"this is no JSON"_s);
        }
        if (!good)
            return std::unexpected(good.error());
    }
}

Result<void> JsonRecords::close(char bracket)
{
    const char opened = bracket == '}' ? '{' : '[';
    if (!m_open.endsWith(opened))
        return bad(Reason::BadBody, u"a bracket that was not opened"_s);
    m_open.chop(1);
    return {};
}

/// To the quotation mark at its end.
Result<void> JsonRecords::skipText()
{
    for (bool escaped = false;;) {
        if (++m_at == m_buffer.size()) {
            m_begin = m_at;
            if (!fill())
                return bad(Reason::BadBody, u"the text ends too early"_s);
        }
        const char letter = m_buffer[m_at];
        if (letter == '"' && !escaped)
            return {};
        escaped = letter == '\\' && !escaped;
    }
}

/// Behind the object that begins at m_begin.
Result<qsizetype> JsonRecords::endOfObject()
{
    int depth = 0;
    bool inText = false;
    for (;; ++m_at) {
        if (m_at == m_buffer.size()) {
            if (m_at - m_begin > LargestRecord)
                return bad(Reason::TooLarge, u"a record of more than 32 MB"_s);
            if (!fill())
                return bad(Reason::BadBody, u"the text ends within a record"_s);
        }
        const char letter = m_buffer[m_at];
        if (letter == '\\' && inText) {
            ++m_at; // what is escaped may stand in the next piece
            if (m_at == m_buffer.size() && !fill())
                return bad(Reason::BadBody, u"the text ends within a record"_s);
        } else if (letter == '"') {
            inText = !inText;
        } else if (!inText && (letter == '{' || letter == '[')) {
            ++depth;
        } else if (!inText && (letter == '}' || letter == ']') && --depth == 0) {
            return m_at + 1;
        }
    }
}

Result<QByteArrayView> JsonRecords::nextLine()
{
    for (;;) {
        m_begin = m_at;
        qsizetype end = m_buffer.indexOf('\n', m_at);
        while (end < 0) {
            const qsizetype read = m_buffer.size();
            if (read - m_begin > LargestRecord)
                return bad(Reason::TooLarge, u"a line of more than 32 MB"_s);
            const qsizetype looked = read - m_begin;
            if (!fill()) {
                end = m_buffer.size();
                break;
            }
            end = m_buffer.indexOf('\n', looked);
        }
        const bool isLast = end == m_buffer.size();
        const bool isFirst = m_base + m_begin == 0;
        QByteArrayView line = taken(end).trimmed();
        if (isFirst && line.startsWith(Mark))
            line = line.sliced(Mark.size());
        if (!isLast)
            m_place.offset = m_base + (m_at = end + 1);
        if (!line.isEmpty())
            return line;
        if (isLast)
            return QByteArrayView();
    }
}

} // namespace linnet
