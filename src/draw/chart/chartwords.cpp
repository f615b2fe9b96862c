// SPDX-License-Identifier: GPL-3.0-or-later
#include "draw/chart/chartwords.h"

#include "draw/chart/textruler.h"

#include <cmath>
#include <numeric>

namespace linnet::draw {

QString ChartWords::caption() const
{
    QStringList parts;
    if (!m_chart.basis.isEmpty())
        parts << TextRuler::oneLine(m_chart.basis);
    if (m_chart.total > 0) {
        QString counted =
            tr("%1: %2 of %3").arg(countTitle(), m_numbers.count(m_chart.n), m_numbers.count(m_chart.total));
        if (m_chart.knownShare)
            counted =
                tr("%1, known for %2").arg(counted, m_numbers.text(m_chart.knownShare, ValueForm::Share));
        parts << counted + u'.';
    }
    const auto groups = qint64(m_chart.groups.size());
    if (m_chart.hasRows() && groups > m_chart.mostGroups)
        // How many of them there is room for is said below the rows.
        parts << tr("The first of %1 groups are shown.").arg(m_numbers.count(groups));
    return parts.join(u' ');
}

QString ChartWords::countTitle() const
{
    return m_chart.unit.isEmpty() ? QStringLiteral("n") : tr("n, %1").arg(TextRuler::oneLine(m_chart.unit));
}

QString ChartWords::series(int index) const
{
    const ChartSeries &series = m_chart.series[size_t(index)];
    const QString label = TextRuler::oneLine(series.label);
    return series.n > 0 ? tr("%1 (n = %2)").arg(label, m_numbers.count(series.n)) : label;
}

QString ChartWords::sideTitle(int index) const
{
    return index < int(m_chart.series.size())
               ? tr("n, %1").arg(TextRuler::oneLine(m_chart.series[size_t(index)].label))
               : countTitle();
}

QString ChartWords::others(int count) const
{
    const auto first = m_chart.groups.end() - count;
    const qint64 sum = std::accumulate(first, m_chart.groups.end(), qint64(0),
                                       [](qint64 all, const ChartGroup &group) { return all + group.n; });
    const QString words = tr("and %1 other(s)", nullptr, count).arg(m_numbers.count(count));
    return sum > 0 ? tr("%1 (%2: %3)").arg(words, countTitle(), m_numbers.count(sum)) : words;
}

QString ChartWords::median() const
{
    return tr("median %1").arg(m_numbers.text(m_chart.median, m_chart.groupAxis.form));
}

QString ChartWords::whyEmpty() const
{
    return m_chart.whyEmpty.isEmpty() ? tr("There is nothing to draw: no value is known.")
                                      : TextRuler::oneLine(m_chart.whyEmpty);
}

QString ChartWords::label(int index) const
{
    const ChartGroup &group = m_chart.groups[size_t(index)];
    if (!group.label.isEmpty()) {
        const QString line = TextRuler::oneLine(group.label);
        return line.isEmpty() ? ChartNumbers::nothing() : line;
    }
    if (m_chart.hasRows() || m_chart.isMap())
        return ChartNumbers::nothing();
    const ValueForm form = m_chart.groupAxis.form;
    if (form == ValueForm::Date) {
        const bool oneDay = group.to - group.from <= 1;
        return oneDay ? m_numbers.date(group.from)
                      : tr("%1 to %2").arg(m_numbers.date(group.from), m_numbers.date(group.to - 1));
    }
    if (!std::isfinite(group.from))
        return tr("below %1").arg(m_numbers.text(group.to, form));
    if (!std::isfinite(group.to))
        return tr("%1 and more").arg(m_numbers.text(group.from, form));
    return tr("%1 to %2").arg(m_numbers.text(group.from, form), m_numbers.text(group.to, form));
}

QStringList ChartWords::quantiles(const Quantiles &of) const
{
    const auto line = [this](const QString &name, std::optional<double> value) {
        return tr("%1: %2").arg(name, m_numbers.text(value, m_chart.valueAxis.form));
    };
    return {line(tr("p10"), of.p10), line(tr("p25"), of.p25), line(medianTitle(), of.median),
            line(tr("p75"), of.p75), line(tr("p90"), of.p90)};
}

QString ChartWords::valueOf(ChartPlace place) const
{
    const std::optional<double> value = m_chart.value(place.group, place.series);
    const QString name = m_chart.series.empty()
                             ? TextRuler::oneLine(m_chart.valueAxis.title)
                             : TextRuler::oneLine(m_chart.series[size_t(place.series)].label);
    QString number =
        m_numbers.text(value, m_chart.kind == ChartKind::Shares ? ValueForm::Count : m_chart.valueAxis.form);
    double whole = 0;
    if (m_chart.kind == ChartKind::Shares) {
        for (int i = 0; i < m_chart.seriesCount(); ++i)
            whole += m_chart.value(place.group, i).value_or(0);
    } else if (m_chart.valueAxis.form == ValueForm::Count && m_chart.seriesCount() == 1) {
        whole = double(m_chart.total);
    }
    if (value && whole > 0)
        number = tr("%1 (%2)").arg(number, m_numbers.text(*value / whole, ValueForm::Share));
    return name.isEmpty() ? number : tr("%1: %2").arg(name, number);
}

QStringList ChartWords::sides(ChartPlace place) const
{
    QStringList lines;
    const std::vector<ChartSide> &sides = m_chart.groups[size_t(place.group)].sides;
    for (int i = 0; i < int(sides.size()); ++i) {
        if (place.series >= 0 && place.series != i)
            continue;
        const ChartSide &side = sides[size_t(i)];
        lines << tr("%1: %2").arg(sideTitle(i), m_numbers.count(side.n));
        if (side.known)
            lines.back() += QStringLiteral(", ") + tr("known: %1").arg(m_numbers.count(*side.known));
        if (side.few)
            lines.back() += QStringLiteral("; ") + fewKnown();
    }
    return lines;
}

QStringList ChartWords::told(ChartPlace place) const
{
    const ChartGroup &group = m_chart.groups[size_t(place.group)];
    QStringList lines{label(place.group)};
    if (m_chart.kind == ChartKind::Ranges) {
        lines << (group.quantiles.isEmpty() ? QStringList(tooFew()) : quantiles(group.quantiles));
    } else {
        for (int i = 0; i < m_chart.seriesCount(); ++i) {
            if (place.series < 0 || place.series == i)
                lines << valueOf({place.group, i});
        }
    }
    if (!group.sides.empty())
        return lines << sides(place);
    const bool isToldByValue = m_chart.kind == ChartKind::Bars || m_chart.isMap();
    if (group.n > 0 && (!isToldByValue || m_chart.valueAxis.form != ValueForm::Count))
        lines << tr("%1: %2").arg(countTitle(), m_numbers.count(group.n));
    if (group.known)
        lines << tr("known: %1").arg(m_numbers.count(*group.known));
    if (group.few)
        lines << fewKnown();
    for (size_t i = 0; i < std::min(group.further.size(), m_chart.further.size()); ++i) {
        if (group.further[i])
            lines << tr("%1: %2").arg(TextRuler::oneLine(m_chart.further[i].title),
                                      m_numbers.text(group.further[i], m_chart.further[i].form));
    }
    if (!group.note.isEmpty())
        lines << TextRuler::oneLine(group.note);
    return lines;
}

QString ChartWords::tooFew()
{
    return tr("too few known values");
}

QString ChartWords::fewKnown()
{
    return tr("few values: read with care");
}

QString ChartWords::spanTitle()
{
    return tr("p10 to p90");
}

QString ChartWords::boxTitle()
{
    return tr("p25 to p75, the middle half");
}

QString ChartWords::medianTitle()
{
    return tr("median");
}

} // namespace linnet::draw
