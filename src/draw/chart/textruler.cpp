// SPDX-License-Identifier: GPL-3.0-or-later
#include "draw/chart/textruler.h"

#include <QTextBoundaryFinder>
#include <QTextLayout>

#include <cmath>

namespace linnet::draw {

namespace {

constexpr qsizetype Longest = 2000; ///< UTF-16 units that are looked at; no frame shows more

/// Marks of direction, which reach beyond the text that they stand in.
bool turnsText(QChar unit)
{
    const char16_t code = unit.unicode();
    return code == 0x200e || code == 0x200f || (code >= 0x202a && code <= 0x202e) ||
           (code >= 0x2066 && code <= 0x2069);
}

/// So that no number is cut in two.
QString endedAtWord(const QString &line)
{
    const qsizetype blank = line.lastIndexOf(u' ');
    return blank > 0 ? line.left(blank) + u'…' : line;
}

} // namespace

TextRuler::TextRuler(const QFont &font)
    : m_font(font)
    , m_metrics(font)
    , m_line(std::ceil(m_metrics.height()))
{
}

QString TextRuler::oneLine(const QString &text)
{
    QString result = text.left(Longest).simplified();
    result.removeIf([](QChar unit) {
        return turnsText(unit) || unit.category() == QChar::Other_Control || unit.unicode() >= 0xfffe;
    });
    return result;
}

QString TextRuler::elided(const QString &text, double width_) const
{
    if (width(text) <= width_)
        return text;
    const QString ellipsis = QStringLiteral("…");
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    QString best;
    // The longest beginning that fits lies between these; widths of beginnings grow.
    qsizetype low = 0;
    qsizetype high = text.size();
    while (low < high) {
        finder.setPosition((low + high + 1) / 2);
        const qsizetype at = finder.isAtBoundary() ? finder.position() : finder.toPreviousBoundary();
        const QString trial = text.left(at).trimmed() + ellipsis;
        if (at > low && width(trial) <= width_) {
            low = at;
            best = trial;
        } else {
            high = (low + high + 1) / 2 - 1;
        }
    }
    return best.isEmpty() && width(ellipsis) <= width_ ? ellipsis : best;
}

QStringList TextRuler::wrapped(const QString &text, double width_, int most) const
{
    QStringList lines;
    if (text.isEmpty() || most <= 0)
        return lines;
    QTextLayout layout(text, m_font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width_);
        if (lines.size() + 1 == most) {
            const QString rest = text.mid(line.textStart()).trimmed();
            const QString cut = elided(rest, width_);
            lines.append(cut == rest ? cut : endedAtWord(cut));
            break;
        }
        lines.append(elided(text.mid(line.textStart(), line.textLength()).trimmed(), width_));
    }
    layout.endLayout();
    lines.removeIf([](const QString &line) { return line.isEmpty(); });
    return lines;
}

} // namespace linnet::draw
