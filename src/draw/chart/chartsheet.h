// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "draw/chart/chartlayout.h"
#include "draw/chart/chartnumbers.h"
#include "draw/chart/chartwords.h"
#include "draw/chart/textruler.h"

namespace linnet::draw {

/// What a chart is laid out on: its rulers, its words, and the layout as it grows. One line of text is the
/// measure of everything else.
class ChartSheet
{
public:
    /// The chart outlives the sheet.
    ChartSheet(const Chart &chart, const QRectF &frame, const ChartStyle &style);

    const Chart &chart() const { return m_chart; }
    const ChartNumbers &numbers() const { return m_numbers; }
    const ChartWords &words() const { return m_words; }
    const TextRuler &ruler() const { return m_text; }
    const TextRuler &titleRuler() const { return m_title; }
    double line() const { return m_text.line(); }
    ChartLayout &layout() { return m_layout; }

    /// Puts a line of text at the left, right or middle of a room, cut to its width; in the middle of its
    /// height. Nothing is put where the frame has no place. Gives the place, null when there is none.
    QRectF put(const QRectF &room, const QString &text, TextRole role, Qt::Alignment where = Qt::AlignLeft);
    /// A text around x, whole or not at all: it is moved into [left, right], and left out when it would
    /// touch what the last call of this kind on the same line has put.
    bool putTick(double x, double top, const QString &text, double left, double right);

private:
    const Chart &m_chart;
    ChartNumbers m_numbers;
    ChartWords m_words;
    TextRuler m_text;
    TextRuler m_title;
    ChartLayout m_layout;
    QRectF m_lastTick;
};

} // namespace linnet::draw
