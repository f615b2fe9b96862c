// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <QString>

#include <optional>
#include <vector>

namespace linnet::draw {

enum class ChartKind : quint8
{
    Bars,      ///< a row for each group in the given order, one bar for each series
    Ranges,    ///< a row for each group: p10 to p90, p25 to p75, the median
    Histogram, ///< columns side by side over an axis of numbers
    Timeline,  ///< columns or lines over an axis of dates
    Shares,    ///< a row for each group that is cut into the parts of its whole
    Map,       ///< a circle for each group over the land of the world, largest first
};

enum class ValueForm : quint8
{
    Count,  ///< whole numbers
    Share,  ///< 0 to 1, shown as per cent
    Amount, ///< any number
    Date,   ///< QDate::toJulianDay()
};

struct ChartAxis
{
    QString title; ///< for people, with its unit: "ads", "Salary, ₽ a month"
    ValueForm form = ValueForm::Count;
};

struct ChartSeries
{
    QString label;
    QString key;  ///< whatever its maker wants to hear when somebody clicks; latin letters name its column in
                  ///< files
    qint64 n = 0; ///< in the chart's unit; 0 = not said
};

/// What is not there was kept back, since too few values are known.
struct Quantiles
{
    std::optional<double> p10;
    std::optional<double> p25;
    std::optional<double> median;
    std::optional<double> p75;
    std::optional<double> p90;

    bool isEmpty() const { return !p10 && !p25 && !median && !p75 && !p90; }
    bool operator==(const Quantiles &) const = default;
};

/// What one series has in a group, where series have rows of their own.
struct ChartSide
{
    qint64 n = 0;                ///< in the chart's unit
    std::optional<qint64> known; ///< those of the n whose value is known
    bool few = false;            ///< too few to be relied on: grey, and said
};

/// One more number of each group, which is told and stands in the table, not drawn.
struct ChartColumn
{
    QString title;
    QString key; ///< latin letters name it in files
    ValueForm form = ValueForm::Amount;
};

struct ChartGroup
{
    QString label; ///< whole, of any length
    QString key;   ///< whatever its maker wants to hear when somebody clicks; "" = nothing comes of a click
    qint64 n = 0;  ///< in the chart's unit, with or without a known value
    std::optional<qint64> known; ///< those of the n whose value is known
    bool few = false;            ///< too few to be relied on: grey, and said
    /// One for each series, of Shares in any common unit. What is absent, infinite or no number is not drawn.
    std::vector<std::optional<double>> values;
    Quantiles quantiles = {}; ///< Ranges
    /// Histogram, Timeline: the group stands for [from, to). The ends of a histogram may be infinite.
    double from = 0;
    double to = 0;
    QString note = {};                 ///< one more sentence for who asks, e.g. why something is absent
    std::vector<ChartSide> sides = {}; ///< of each series; empty = of the group as a whole
    std::vector<std::optional<double>> further = {}; ///< of Chart::further
    QPointF place = {};                              ///< Map: as Mercator has it
};

/// Everything that a chart says, ready for people but for the numbers. Values only: who counts makes it, and
/// what is painted, told, copied and saved is made of it.
struct Chart
{
    ChartKind kind = ChartKind::Bars;
    QString title;
    QString basis;                    ///< what was counted, a sentence: "Salary before tax, in ₽ a month."
    QString unit;                     ///< what every n counts: "ads", "jobs without repeats", "places"
    qint64 n = 0;                     ///< those in the chart ...
    qint64 total = 0;                 ///< ... of so many; 0 = not said
    std::optional<double> knownShare; ///< of the total, 0 to 1
    ChartAxis groupAxis;
    ChartAxis valueAxis;
    /// May be empty when there is one. Two of Bars, Histogram and Timeline are A and B; of Shares at most
    /// six, more would look alike.
    std::vector<ChartSeries> series;
    std::vector<ChartColumn> further;
    std::vector<ChartGroup> groups;
    int mostGroups = 20;          ///< rows that are drawn; the others are counted in one more
    std::optional<double> median; ///< Histogram: marked
    bool asLine = false;          ///< Timeline
    QRectF part;                  ///< Map: of the world in Mercator's units, shown whole
    QString whyEmpty;             ///< shown instead when there is nothing to draw

    int seriesCount() const;
    /// Absent also for what is no number; nothing is beyond ±1e300.
    std::optional<double> value(int group, int series) const;
    /// The same of a Ranges chart.
    Quantiles quantiles(int group) const;
    /// Of the group, or of the series in it where that has rows of its own.
    bool isFew(int group, int series) const;
    /// True when no group has anything to draw.
    bool isEmpty() const;
    bool hasRows() const { return !isMap() && kind != ChartKind::Histogram && kind != ChartKind::Timeline; }
    bool isMap() const { return kind == ChartKind::Map; }
};

} // namespace linnet::draw
