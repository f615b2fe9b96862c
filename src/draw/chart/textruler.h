// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QFontMetricsF>
#include <QStringList>

namespace linnet::draw {

/// Measures and cuts texts of one font. Texts from outside become one line without what would turn or hide
/// its neighbours; nothing is cut within what people see as one character.
class TextRuler
{
public:
    explicit TextRuler(const QFont &font);

    const QFont &font() const { return m_font; }
    double line() const { return m_line; } ///< height of a line, in pixels
    double width(const QString &text) const { return m_metrics.horizontalAdvance(text); }
    /// With an ellipsis when it does not fit; "" when nothing of it does.
    QString elided(const QString &text, double width) const;
    /// In lines of that width, at most so many; the last one ends with an ellipsis when there is more.
    QStringList wrapped(const QString &text, double width, int most) const;

    static QString oneLine(const QString &text);

private:
    QFont m_font;
    QFontMetricsF m_metrics;
    double m_line;
};

} // namespace linnet::draw
