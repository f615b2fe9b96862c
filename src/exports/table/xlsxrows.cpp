// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/table/xlsxrows.h"

#include "exports/table/xlsxtext.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace linnet::exports {

namespace {

/// What a byte of a text asks for, as bits.
enum ByteKind : quint8
{
    Markup = 1,  ///< & < >
    Suspect = 2, ///< a control character, the first of an escape, or of bytes that may be no character
    Long = 4,    ///< of more than one byte
};

constexpr std::array<quint8, 256> Kinds = [] {
    std::array<quint8, 256> kinds{};
    for (size_t byte = 0; byte < 0x20; ++byte)
        kinds[byte] = byte == '\t' || byte == '\n' ? 0 : Suspect;
    for (size_t byte = 0x80; byte < 0x100; ++byte)
        kinds[byte] = Long;
    for (const char byte : {'&', '<', '>'})
        kinds[uchar(byte)] = Markup;
    return kinds;
}();

quint8 kindsIn(QByteArrayView text)
{
    quint8 kinds = 0;
    for (const char byte : text)
        kinds |= Kinds[uchar(byte)];
    return kinds;
}

/// Bytes of the character that begins with this byte (RFC 3629 §4); 0 = none begins so, or only some.
int lengthAt(uchar byte)
{
    if (byte < 0x80)
        return 1;
    if (byte >= 0xC2 && byte < 0xE0)
        return 2;
    // E0, ED and EF also begin what is no character; F0 to F4 are rare.
    if (byte > 0xE0 && byte < 0xEF && byte != 0xED)
        return 3;
    return 0;
}

bool isPlainUtf8(QByteArrayView text)
{
    for (qsizetype i = 0; i < text.size();) {
        const int length = lengthAt(uchar(text.at(i)));
        if (length == 0 || i + length > text.size())
            return false;
        for (int next = 1; next < length; ++next) {
            if ((uchar(text.at(i + next)) & 0xC0) != 0x80)
                return false;
        }
        i += length;
    }
    return true;
}

bool isBlank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n';
}

QByteArrayView entity(char byte)
{
    return byte == '&' ? "&amp;" : byte == '<' ? "&lt;" : "&gt;";
}

} // namespace

XlsxRows::XlsxRows(qsizetype columns)
{
    for (qsizetype i = 0; i < columns; ++i)
        m_starts.append("<c r=\"" + columnName(i));
}

QByteArray XlsxRows::columnName(qsizetype column)
{
    constexpr qsizetype Letters = 26;
    QByteArray name;
    for (qsizetype rest = column; rest >= 0; rest = rest / Letters - 1)
        name.prepend(char('A' + rest % Letters));
    return name;
}

bool XlsxRows::isFit(QByteArrayView utf8)
{
    // No text has more UTF-16 units than bytes.
    if (utf8.size() > XlsxText::MaxUnits)
        return false;
    const quint8 kinds = kindsIn(utf8);
    if ((kinds & Suspect) || ((kinds & Long) && !isPlainUtf8(utf8)))
        return false;
    return utf8.indexOf("_x") < 0;
}

void XlsxRows::beginRow(qint64 number)
{
    m_row.setNum(number);
    m_xml += "<row r=\"";
    m_xml += m_row;
    m_xml += "\">";
}

void XlsxRows::beginCell(qsizetype column, int style)
{
    m_xml += m_starts.at(column);
    m_xml += m_row;
    if (style > 0) {
        m_xml += "\" s=\"";
        m_xml += QByteArray::number(style);
    }
}

void XlsxRows::text(qsizetype column, QByteArrayView utf8, int style)
{
    beginCell(column, style);
    const bool keepsBlanks = !utf8.isEmpty() && (isBlank(utf8.front()) || isBlank(utf8.back()));
    m_xml += keepsBlanks ? "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">" : "\" t=\"inlineStr\"><is><t>";
    if (!(kindsIn(utf8) & Markup)) {
        m_xml.append(utf8);
    } else {
        const auto isMarkup = [](char byte) { return (Kinds[uchar(byte)] & Markup) != 0; };
        for (const char *at = utf8.begin(); at != utf8.end();) {
            const char *next = std::find_if(at, utf8.end(), isMarkup);
            m_xml.append(at, next - at);
            if (next != utf8.end())
                m_xml.append(entity(*next++));
            at = next;
        }
    }
    m_xml += "</t></is></c>";
}

void XlsxRows::number(qsizetype column, double number, int style)
{
    constexpr size_t Longest = 32;
    std::array<char, Longest> digits{};
    const char *end = std::to_chars(digits.begin(), digits.end(), number).ptr;
    beginCell(column, style);
    m_xml += "\"><v>";
    m_xml.append(digits.data(), end - digits.data());
    m_xml += "</v></c>";
}

void XlsxRows::yesNo(qsizetype column, bool yes)
{
    beginCell(column, 0);
    m_xml += yes ? "\" t=\"b\"><v>1</v></c>" : "\" t=\"b\"><v>0</v></c>";
}

QByteArray XlsxRows::take()
{
    QByteArray taken = std::exchange(m_xml, {});
    m_xml.reserve(taken.capacity());
    return taken;
}

} // namespace linnet::exports
