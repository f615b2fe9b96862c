// SPDX-License-Identifier: GPL-3.0-or-later
#include "exports/table/xlsxsummary.h"

#include "exports/file/fileerror.h"
#include "exports/table/xlsxtext.h"

#include <xlsxwriter.h>

#include <algorithm>

namespace linnet::exports {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int NamesWidth = 260;         // pixels, of the first column
constexpr int OthersWidth = 110;        // of those behind it
constexpr lxw_col_t ChartColumn = 6;    // a table has five columns at most
constexpr uint16_t ChartWidth = 560;    // pixels
constexpr uint16_t LeastHeight = 260;   // of a chart with few names
constexpr uint16_t HeightOfName = 24;   // of a bar with its name
constexpr uint16_t HeightOfFrame = 110; // title and axes
constexpr int RowHeight = 20;           // of Excel's rows
constexpr lxw_color_t Accent = 0x1F6FEB;

} // namespace

XlsxSummary::XlsxSummary(const XlsxBook &book, XlsxSheet &sheet, const QString &name)
    : m_book(book)
    , m_sheet(sheet)
    , m_name(name.toUtf8())
{
    m_sheet.width(0, NamesWidth);
    for (int column = 1; column < ChartColumn; ++column)
        m_sheet.width(column, OthersWidth);
}

Result<void> XlsxSummary::add(const SheetTable &table)
{
    const qint64 top = m_row;
    Result<void> done = m_sheet.text(m_row++, 0, table.title, m_book.shared().heading);
    for (const QString &note : table.notes) {
        if (done)
            done = m_sheet.text(m_row++, 0, note, m_book.shared().quiet);
    }
    const qint64 header = m_row++;
    if (done)
        done = m_sheet.header(header, table);
    for (size_t i = 0; done && i < table.rows.size(); ++i)
        done = m_sheet.line(m_row++, table, int(i));
    if (done && table.chart != SheetTable::Chart::None && !table.rows.empty())
        done = addChart(table, top, header);
    ++m_row;
    return done;
}

Result<void> XlsxSummary::addChart(const SheetTable &table, qint64 top, qint64 header)
{
    const bool isBars = table.chart == SheetTable::Chart::Bars;
    lxw_chart *chart = workbook_add_chart(m_book.raw(), isBars ? LXW_CHART_BAR : LXW_CHART_COLUMN);
    lxw_chart_series *series = chart ? chart_add_series(chart, nullptr, nullptr) : nullptr;
    if (!series)
        return fail(Reason::Io, u"not enough memory"_s);
    const auto first = lxw_row_t(header + 1);
    const auto last = lxw_row_t(header + qint64(table.rows.size()));
    const auto plotted = lxw_col_t(table.plotted);
    chart_series_set_categories(series, m_name.constData(), first, 0, last, 0);
    chart_series_set_values(series, m_name.constData(), first, plotted, last, plotted);
    chart_series_set_name_range(series, m_name.constData(), lxw_row_t(header), plotted);
    lxw_chart_fill fill{};
    fill.color = Accent;
    chart_series_set_fill(series, &fill);
    chart_series_set_labels(series);
    chart_set_series_gap(chart, 50);
    chart_title_set_name_range(chart, m_name.constData(), lxw_row_t(top), 0);
    chart_legend_set_position(chart, LXW_CHART_LEGEND_NONE);
    lxw_chart_axis *numbers = isBars ? chart->x_axis : chart->y_axis;
    lxw_chart_axis *names = isBars ? chart->y_axis : chart->x_axis;
    chart_axis_set_name_range(numbers, m_name.constData(), lxw_row_t(header), plotted);
    if (isBars) {
        // The first name stands at the top, and the numbers stay at the bottom.
        chart_axis_set_reverse(names);
        chart_axis_set_label_position(numbers, LXW_CHART_AXIS_LABEL_POSITION_HIGH);
    } else {
        chart_axis_set_name_range(names, m_name.constData(), lxw_row_t(header), 0);
    }
    chart_axis_set_min(numbers, 0);
    const auto bars = uint16_t(std::min<size_t>(table.rows.size(), 40));
    const uint16_t height =
        isBars ? std::max<uint16_t>(LeastHeight, uint16_t(HeightOfFrame + bars * HeightOfName)) : LeastHeight;
    constexpr double UsualWidth = 480; // of libxlsxwriter's charts, in pixels
    constexpr double UsualHeight = 288;
    lxw_chart_options options{};
    options.x_scale = ChartWidth / UsualWidth;
    options.y_scale = height / UsualHeight;
    QByteArray said = XlsxText::of(table.title, {}).utf8;
    options.description = said.data();
    if (const lxw_error error =
            worksheet_insert_chart_opt(m_sheet.raw(), lxw_row_t(top), ChartColumn, chart, &options))
        return std::unexpected(fileError(m_book.shared().path, QString::fromUtf8(lxw_strerror(error)), 0));
    m_row = std::max(m_row, top + height / RowHeight + 1);
    return {};
}

} // namespace linnet::exports
