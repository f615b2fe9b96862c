// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chart/chartcopy.h"

#include "draw/chart/chartfile.h"
#include "draw/chart/charttable.h"

#include <QImage>

#include <algorithm>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

// The way spreadsheets quote on the clipboard: only where a tab, a line break or a quote would break the
// grid.
QString tabField(const QString &text)
{
    const bool plain = std::ranges::none_of(
        text, [](QChar unit) { return unit == u'\t' || unit == u'\n' || unit == u'\r' || unit == u'"'; });
    return plain ? text : u'"' + QString(text).replace(u'"', "\"\""_L1) + u'"';
}

QString htmlField(const QString &text)
{
    return text.toHtmlEscaped().replace(u'\n', "<br>"_L1);
}

} // namespace

Result<std::unique_ptr<QMimeData>> ChartCopy::picture(const draw::Chart &chart, const draw::ChartStyle &style,
                                                      double width)
{
    const draw::ChartFile file(chart, draw::ChartStyle::forPaper(style.font, style.locale), {width, 0});
    const Result<QImage> image = file.image();
    if (!image)
        return std::unexpected(image.error());
    const Result<QByteArray> png = file.png();
    if (!png)
        return std::unexpected(png.error());
    auto result = std::make_unique<QMimeData>();
    result->setImageData(*image);
    result->setData(u"image/png"_s, *png);
    result->setData(u"image/svg+xml"_s, file.svg());
    return result;
}

std::unique_ptr<QMimeData> ChartCopy::data(const draw::Chart &chart, const QLocale &locale)
{
    QLocale plain = locale;
    plain.setNumberOptions(plain.numberOptions() | QLocale::OmitGroupSeparator);
    const draw::ChartTable table = chartTable(chart, plain);
    QStringList titles;
    QString html = u"<meta charset=\"utf-8\"><table><tr>"_s;
    for (const draw::ChartTable::Column &column : table.columns) {
        titles << tabField(column.title);
        html += "<th>"_L1 + htmlField(column.title) + "</th>"_L1;
    }
    html += "</tr>\n"_L1;
    QString text = titles.join(u'\t') + u'\n';
    for (const std::vector<draw::ChartTable::Cell> &row : table.rows) {
        QStringList fields;
        html += "<tr>"_L1;
        for (size_t i = 0; i < row.size(); ++i) {
            fields << tabField(row[i].text);
            // So that spreadsheets do not turn "1-2" into a date.
            html += table.columns[i].number ? "<td>"_L1 : "<td style=\"mso-number-format:'\\@'\">"_L1;
            html += htmlField(row[i].text) + "</td>"_L1;
        }
        html += "</tr>\n"_L1;
        text += fields.join(u'\t') + u'\n';
    }
    auto result = std::make_unique<QMimeData>();
    result->setText(text);
    result->setHtml(html + "</table>"_L1);
    return result;
}

} // namespace linnet::gui
