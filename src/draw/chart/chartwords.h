// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "draw/chart/chartlayout.h"
#include "draw/chart/chartnumbers.h"

#include <QStringList>

namespace linnet::draw {

/// What charts say in words, in the program's language, with the numbers of one locale.
class ChartWords
{
    Q_DECLARE_TR_FUNCTIONS(linnet::draw::ChartWords)

public:
    /// The chart outlives the words.
    ChartWords(const Chart &chart, const QLocale &locale)
        : m_chart(chart)
        , m_numbers(locale)
    {
    }

    /// What was counted, how many of how many, and what is not drawn.
    QString caption() const;
    /// "n, ads".
    QString countTitle() const;
    /// With the number of what it stands for.
    QString series(int index) const;
    /// "n, Moscow": how many rows that series has.
    QString sideTitle(int index) const;
    QString others(int count) const;
    QString median() const;
    QString whyEmpty() const;
    /// All numbers of a group, or of one series of it, line by line; plain text.
    QStringList told(ChartPlace place) const;
    /// What the group is called, whole.
    QString label(int group) const;

    static QString tooFew();
    static QString fewKnown();
    static QString spanTitle();
    static QString boxTitle();
    static QString medianTitle();

private:
    QStringList quantiles(const Quantiles &of) const;
    QString valueOf(ChartPlace place) const;
    QStringList sides(ChartPlace place) const;

    const Chart &m_chart;
    ChartNumbers m_numbers;
};

} // namespace linnet::draw
