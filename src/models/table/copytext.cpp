// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/copytext.h"

namespace linnet::models {

using namespace Qt::Literals::StringLiterals;
using table::ColumnType;

namespace {

// The way spreadsheets quote on the clipboard: only where a tab, a line break or a quote would break the
// grid.
QString tabField(const QString &text)
{
    const bool plain = std::none_of(text.begin(), text.end(), [](QChar unit) {
        return unit == u'\t' || unit == u'\n' || unit == u'\r' || unit == u'"';
    });
    return plain ? text : u'"' + QString(text).replace(u'"', "\"\""_L1) + u'"';
}

QString htmlField(const QString &text)
{
    return text.toHtmlEscaped().replace(u'\n', "<br>"_L1);
}

} // namespace

CopyText::CopyText(const table::Schema &schema, QList<int> columns, QLocale locale)
    : m_schema(schema)
    , m_columns(std::move(columns))
    , m_locale(std::move(locale))
{
    m_locale.setNumberOptions(m_locale.numberOptions() | QLocale::OmitGroupSeparator);
    QStringList titles;
    m_html = "<meta charset=\"utf-8\"><table><tr>"_L1;
    for (const int column : m_columns) {
        const QString title = columnTitle(m_schema.columns[size_t(column)]);
        titles << tabField(title);
        m_html += "<th>"_L1 + htmlField(title) + "</th>"_L1;
    }
    m_html += "</tr>\n"_L1;
    m_text = titles.join(u'\t') + u'\n';
}

QString CopyText::cell(const table::Column &column, const table::Value &value, const QLocale &locale)
{
    if (CellFormat::isNumber(column) || column.type == ColumnType::Bool || column.type == ColumnType::Code)
        return CellFormat(locale).display(column, value);
    return table::toText(value);
}

void CopyText::add(std::span<const table::Cells> rows)
{
    for (const table::Cells &cells : rows) {
        m_html += "<tr>"_L1;
        QStringList fields;
        for (const int column : m_columns) {
            const table::Column &described = m_schema.columns[size_t(column)];
            const QString text = cell(described, cells[size_t(column)], m_locale);
            fields << tabField(text);
            m_html +=
                CellFormat::isNumber(described) ? "<td>"_L1 : "<td style=\"mso-number-format:'\\@'\">"_L1;
            m_html += htmlField(text) + "</td>"_L1;
        }
        m_html += "</tr>\n"_L1;
        m_text += fields.join(u'\t') + u'\n';
    }
}

std::unique_ptr<QMimeData> CopyText::take()
{
    auto result = std::make_unique<QMimeData>();
    result->setText(m_text);
    result->setHtml(m_html + "</table>"_L1);
    return result;
}

} // namespace linnet::models
