// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/cellformat.h"
#include "table/schema.h"

#include <QMimeData>

#include <memory>
#include <span>

namespace linnet::models {

/// Rows as they go to the clipboard: tab-separated text with the titles first, and an HTML table in which
/// text stays text, so that spreadsheets do not turn "1-2" into a date. Words and numbers are as the table
/// shows them, but without grouping; dates and texts are whole.
class CopyText
{
public:
    CopyText(const table::Schema &schema, QList<int> columns, QLocale locale = QLocale());

    void add(std::span<const table::Cells> rows);
    std::unique_ptr<QMimeData> take();

    /// One cell, as it goes to the clipboard alone.
    static QString cell(const table::Column &column, const table::Value &value, const QLocale &locale);

private:
    const table::Schema &m_schema;
    QList<int> m_columns;
    QLocale m_locale;
    QString m_text;
    QString m_html;
};

} // namespace linnet::models
