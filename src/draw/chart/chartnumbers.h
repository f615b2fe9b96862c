// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "draw/chart/chart.h"
#include "draw/chart/scale.h"

#include <QCoreApplication>
#include <QLocale>

namespace linnet::draw {

/// Numbers of charts as people read them, in one locale.
class ChartNumbers
{
    Q_DECLARE_TR_FUNCTIONS(linnet::draw::ChartNumbers)

public:
    explicit ChartNumbers(QLocale locale)
        : m_locale(std::move(locale))
    {
    }

    const QLocale &locale() const { return m_locale; }

    /// Whole: grouped, no more decimals than people need. "—" for what is absent or no number.
    QString text(std::optional<double> value, ValueForm form) const;
    QString count(qint64 number) const { return m_locale.toString(number); }
    /// The same in little room: 1.2M.
    QString brief(std::optional<double> value, ValueForm form) const;
    /// As all ticks of one scale are written: in one unit, with as many decimals.
    QString tick(double value, const Scale &scale, ValueForm form) const;
    QString date(double julianDay) const;

    static QString nothing() { return QStringLiteral("—"); }

private:
    QString percent(double share, int decimals) const;
    QString inUnits(double value, double largest, double step) const;

    QLocale m_locale;
};

} // namespace linnet::draw
