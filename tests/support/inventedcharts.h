// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "draw/chart/chart.h"

namespace linnet::test {

/// A chart of each kind with invented numbers, in Russian or English.
class InventedCharts
{
public:
    explicit InventedCharts(bool russian)
        : m_russian(russian)
    {
    }

    draw::Chart bars(int groups = 12) const;
    /// Two chosen groups side by side: shares that have a skill.
    draw::Chart compared() const;
    draw::Chart ranges(int groups = 9) const;
    draw::Chart histogram(int bins = 24) const;
    draw::Chart timeline(int weeks = 26, bool asLine = false) const;
    draw::Chart shares(int groups = 8) const;
    /// Some bars below zero.
    draw::Chart differences() const;
    std::vector<std::pair<QString, draw::Chart>> all() const; ///< with names for files

private:
    QString say(const char16_t *english, const char16_t *russian) const;
    draw::Chart titled(draw::ChartKind kind, const QString &title, const QString &basis) const;
    QString employer(int index) const;

    bool m_russian;
};

} // namespace linnet::test
