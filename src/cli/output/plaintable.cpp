// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output/plaintable.h"

#include "base/visibletext.h"

#include <algorithm>

namespace linnet::cli {

namespace {

constexpr qsizetype MaxWidth = 32;

QString cellText(const table::Value &value)
{
    const QString text = visibleText(table::toText(value).simplified());
    return text.size() <= MaxWidth ? text : text.left(MaxWidth - 1) + QChar(0x2026);
}

bool isNumber(table::ColumnType type)
{
    return type == table::ColumnType::Integer || type == table::ColumnType::Real;
}

QList<int> shownColumns(const table::Schema &schema)
{
    QList<int> columns;
    for (size_t i = 0; i < schema.columns.size(); ++i) {
        if (schema.columns[i].shown && schema.columns[i].storage != table::Storage::OverTime)
            columns.append(int(i));
    }
    return columns;
}

} // namespace

QStringList plainTable(const table::Schema &schema, QList<int> columns, const std::vector<table::Cells> &rows)
{
    if (columns.isEmpty())
        columns = shownColumns(schema);
    std::vector<QStringList> lines(rows.size() + 1);
    std::vector<qsizetype> widths(size_t(columns.size()), 0);
    for (qsizetype c = 0; c < columns.size(); ++c) {
        const auto index = size_t(columns[c]);
        lines[0].append(schema.columns[index].key);
        for (size_t r = 0; r < rows.size(); ++r)
            lines[r + 1].append(cellText(rows[r][index]));
        for (const QStringList &line : lines)
            widths[size_t(c)] = std::max(widths[size_t(c)], line[c].size());
    }
    QStringList result;
    for (const QStringList &line : lines) {
        QString text;
        for (qsizetype c = 0; c < columns.size(); ++c) {
            const bool right = isNumber(schema.columns[size_t(columns[c])].type);
            text +=
                right ? line[c].rightJustified(widths[size_t(c)]) : line[c].leftJustified(widths[size_t(c)]);
            text += QStringLiteral("  ");
        }
        while (text.endsWith(QLatin1Char(' ')))
            text.chop(1);
        result.append(text);
    }
    return result;
}

} // namespace linnet::cli
