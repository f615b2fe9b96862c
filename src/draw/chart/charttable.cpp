// SPDX-License-Identifier: GPL-3.0-or-later
#include "draw/chart/charttable.h"

#include "draw/chart/chartwords.h"
#include "draw/chart/textruler.h"
#include "draw/map/mercator.h"

#include <QDate>

#include <algorithm>
#include <cmath>
#include <functional>

namespace linnet::draw {

namespace {

using Cell = ChartTable::Cell;

/// Makes the columns of one chart, each with its cells.
class TableMaker
{
    Q_DECLARE_TR_FUNCTIONS(linnet::draw::ChartTable)

public:
    TableMaker(const Chart &chart, const QLocale &locale)
        : m_chart(chart)
        , m_words(chart, locale)
        , m_numbers(locale)
    {
        m_table.rows.resize(chart.groups.size());
    }

    ChartTable make()
    {
        addGroups();
        if (m_chart.kind == ChartKind::Ranges)
            addQuantiles();
        else
            addSeries();
        addCounts();
        return std::move(m_table);
    }

private:
    void add(const QString &title, const QByteArray &key, bool number,
             const std::function<Cell(const ChartGroup &, int)> &cell)
    {
        const auto isTaken = [this](const QByteArray &name) {
            return std::ranges::find(m_table.columns, name, &ChartTable::Column::key) !=
                   m_table.columns.end();
        };
        QByteArray name = key;
        for (int i = 2; isTaken(name); ++i)
            name = key + '_' + QByteArray::number(i);
        m_table.columns.push_back({title, name, number});
        for (int group = 0; group < int(m_chart.groups.size()); ++group)
            m_table.rows[size_t(group)].push_back(cell(m_chart.groups[size_t(group)], group));
    }

    Cell number(std::optional<double> value, ValueForm form) const
    {
        if (!value || !std::isfinite(*value))
            return {};
        return {m_numbers.text(value, form), *value};
    }

    /// To some hundred metres.
    Cell degrees(double angle) const
    {
        const double rounded = std::round(angle * 1000) / 1000;
        return {m_numbers.locale().toString(rounded, 'f', 3), rounded};
    }

    Cell end(double place) const
    {
        if (m_chart.groupAxis.form != ValueForm::Date)
            return number(place, m_chart.groupAxis.form);
        const QDate day = std::abs(place) < 1e8 ? QDate::fromJulianDay(qint64(place)) : QDate();
        return day.isValid() ? Cell{m_numbers.date(place), day.toString(Qt::ISODate)} : Cell();
    }

    /// What axis titles say, else a word of ours.
    static QString titled(const QString &title, const QString &otherwise)
    {
        const QString line = TextRuler::oneLine(title);
        return line.isEmpty() ? otherwise : line;
    }

    void addGroups()
    {
        const bool isBinned = !m_chart.hasRows() && !m_chart.isMap();
        add(titled(m_chart.groupAxis.title, tr("Group")), "group", false,
            [this](const ChartGroup &of, int group) {
                // Files get the text as it is.
                const QString label = m_words.label(group);
                return Cell{label, of.label.isEmpty() ? label : of.label};
            });
        if (m_chart.isMap()) {
            add(tr("Latitude"), "latitude", true,
                [this](const ChartGroup &of, int) { return degrees(Mercator::latitude(of.place.y())); });
            add(tr("Longitude"), "longitude", true,
                [this](const ChartGroup &of, int) { return degrees(Mercator::longitude(of.place.x())); });
        }
        if (!isBinned)
            return;
        const bool dates = m_chart.groupAxis.form == ValueForm::Date;
        add(tr("From"), "from", !dates, [this](const ChartGroup &of, int) { return end(of.from); });
        // Of dates people and files get the last day.
        add(dates ? tr("To") : tr("Below"), "to", !dates,
            [this, dates](const ChartGroup &of, int) { return end(dates ? of.to - 1 : of.to); });
    }

    void addSeries()
    {
        const ValueForm form = m_chart.kind == ChartKind::Shares ? ValueForm::Count : m_chart.valueAxis.form;
        for (int i = 0; i < m_chart.seriesCount(); ++i) {
            const bool named = i < int(m_chart.series.size());
            const QString title = named ? m_words.series(i) : titled(m_chart.valueAxis.title, tr("Value"));
            QByteArray key = named ? m_chart.series[size_t(i)].key.toLatin1() : QByteArray("value");
            const auto isWord = [](char byte) {
                return std::isalnum(uchar(byte)) || byte == '_' || byte == '.';
            };
            if (key.isEmpty() || !std::ranges::all_of(key, isWord))
                key = "value_" + QByteArray::number(i + 1);
            add(title, key, true, [this, i, form](const ChartGroup &, int group) {
                return number(m_chart.value(group, i), form);
            });
        }
    }

    void addQuantiles()
    {
        const std::pair<const char *, std::optional<double> Quantiles::*> parts[]{
            {"p10", &Quantiles::p10},
            {"p25", &Quantiles::p25},
            {"median", &Quantiles::median},
            {"p75", &Quantiles::p75},
            {"p90", &Quantiles::p90}};
        for (const auto &[key, part] : parts) {
            const QString title =
                part == &Quantiles::median ? ChartWords::medianTitle() : QString::fromLatin1(key);
            add(title, key, true, [this, part](const ChartGroup &of, int) {
                return number(of.quantiles.*part, m_chart.valueAxis.form);
            });
        }
    }

    void addSides()
    {
        const auto side = [](const ChartGroup &of, int i) {
            return i < int(of.sides.size()) ? of.sides[size_t(i)] : ChartSide();
        };
        const std::vector<ChartGroup> &groups = m_chart.groups;
        const bool hasKnown = std::ranges::any_of(groups, [](const ChartGroup &of) {
            return std::ranges::any_of(of.sides, [](const ChartSide &one) { return one.known.has_value(); });
        });
        for (int i = 0; i < m_chart.seriesCount(); ++i) {
            const QByteArray end = '_' + m_chart.series[size_t(i)].key.toLatin1();
            add(m_words.sideTitle(i), "n" + end, true, [this, side, i](const ChartGroup &of, int) {
                return number(double(side(of, i).n), ValueForm::Count);
            });
            if (hasKnown)
                add(tr("Known, %1").arg(TextRuler::oneLine(m_chart.series[size_t(i)].label)), "known" + end,
                    true, [this, side, i](const ChartGroup &of, int) {
                        const auto known = side(of, i).known;
                        return known ? number(double(*known), ValueForm::Count) : Cell();
                    });
        }
    }

    void addFurther()
    {
        for (size_t i = 0; i < m_chart.further.size(); ++i) {
            const ChartColumn &column = m_chart.further[i];
            add(TextRuler::oneLine(column.title), column.key.toLatin1(), true,
                [this, i, &column](const ChartGroup &of, int) {
                    return number(i < of.further.size() ? of.further[i] : std::nullopt, column.form);
                });
        }
    }

    void addCounts()
    {
        const std::vector<ChartGroup> &groups = m_chart.groups;
        const bool hasSides =
            !m_chart.series.empty() &&
            std::ranges::any_of(groups, [](const ChartGroup &of) { return !of.sides.empty(); });
        if (hasSides)
            addSides();
        if (!hasSides && std::ranges::any_of(groups, [](const ChartGroup &of) { return of.n > 0; }))
            add(m_words.countTitle(), "n", true,
                [this](const ChartGroup &of, int) { return number(double(of.n), ValueForm::Count); });
        if (std::ranges::any_of(groups, [](const ChartGroup &of) { return of.known.has_value(); }))
            add(tr("Known"), "known", true, [this](const ChartGroup &of, int) {
                return of.known ? number(double(*of.known), ValueForm::Count) : Cell();
            });
        addFurther();
        if (std::ranges::any_of(groups, [](const ChartGroup &of) { return of.few || !of.note.isEmpty(); }))
            add(tr("Note"), "note", false, [](const ChartGroup &of, int) {
                QStringList notes;
                if (of.few)
                    notes << ChartWords::fewKnown();
                if (!of.note.isEmpty())
                    notes << TextRuler::oneLine(of.note);
                return Cell{notes.join(QStringLiteral("; ")), notes.join(QStringLiteral("; "))};
            });
    }

    ChartTable m_table;
    const Chart &m_chart;
    ChartWords m_words;
    ChartNumbers m_numbers;
};

} // namespace

ChartTable chartTable(const Chart &chart, const QLocale &locale)
{
    return TableMaker(chart, locale).make();
}

} // namespace linnet::draw
