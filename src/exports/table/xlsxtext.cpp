// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/table/xlsxtext.h"

#include <QString>

#include <algorithm>

namespace linnet::exports {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isPlain(QChar unit)
{
    return (unit.unicode() >= 0x20 || unit == u'\t' || unit == u'\n') && !unit.isSurrogate() &&
           unit.unicode() < 0xFFFE;
}

/// Appends the unit at `i` as a cell may hold it; moves `i` on when two units were used. False when it was
/// lost.
bool appendClean(QString &out, QStringView text, qsizetype &i)
{
    const QChar unit = text.at(i);
    const QChar next = i + 1 < text.size() ? text.at(i + 1) : QChar();
    if (unit == u'\r') {
        if (next != u'\n')
            out += u'\n';
        return true;
    }
    if (unit.isHighSurrogate() && next.isLowSurrogate()) {
        out += unit;
        out += next;
        ++i;
        return true;
    }
    if (unit.unicode() >= 0x20)
        out += QChar(QChar::ReplacementCharacter);
    return false;
}

bool isHex(QChar unit)
{
    const char16_t lower = unit.unicode() | 0x20;
    return (unit >= u'0' && unit <= u'9') || (lower >= u'a' && lower <= u'f');
}

/// True when the format's escape, _xHHHH_, stands at `i`.
bool isEscape(QStringView text, qsizetype i)
{
    const QStringView piece = text.mid(i, 7);
    return piece.size() == 7 && piece.startsWith("_x"_L1) && piece.endsWith(u'_') &&
           std::all_of(piece.begin() + 2, piece.begin() + 6, isHex);
}

QString escaped(QString text)
{
    constexpr auto Escape = "_x005F"_L1;
    for (qsizetype at = text.indexOf("_x"_L1); at >= 0; at = text.indexOf("_x"_L1, at + 1)) {
        if (!isEscape(text, at))
            continue;
        text.insert(at, Escape);
        at += Escape.size();
    }
    return text;
}

/// At most `units` of the text, no pair of surrogates split.
QStringView shortened(QStringView text, qsizetype units)
{
    if (units > 0 && units < text.size() && text.at(units - 1).isHighSurrogate())
        --units;
    return text.first(units);
}

} // namespace

XlsxText XlsxText::of(QStringView text, const QString &mark)
{
    const bool plain = std::all_of(text.begin(), text.end(), isPlain);
    if (plain && text.size() <= MaxUnits && !text.contains("_x"_L1))
        return {text.toUtf8()};
    XlsxText result;
    QString clean;
    clean.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (isPlain(text.at(i)))
            clean += text.at(i);
        else if (!appendClean(clean, text, i))
            result.cleaned = true;
    }
    QString fit = escaped(clean.left(MaxUnits));
    result.cut = clean.size() > MaxUnits || fit.size() > MaxUnits;
    // Escapes take room too, though Excel does not count them: then a little more is cut than would be
    // needed.
    for (qsizetype room = MaxUnits; result.cut;) {
        fit = escaped(shortened(clean, room - mark.size()).toString() + mark);
        if (fit.size() <= MaxUnits)
            break;
        room -= std::max<qsizetype>(1, (fit.size() - MaxUnits) / 2); // an escape at most doubles its text
    }
    result.utf8 = fit.toUtf8();
    return result;
}

} // namespace linnet::exports
