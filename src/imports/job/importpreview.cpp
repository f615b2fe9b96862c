// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/job/importpreview.h"

#include <QFileInfo>

namespace linnet::imports {

namespace {

/// Long texts are no help in a preview.
QString shown(const table::Value &value)
{
    constexpr qsizetype Most = 300;
    const QString text = table::toText(value);
    return text.size() > Most ? text.left(Most) + u'…' : text;
}

} // namespace

ImportPreview ImportPreview::of(const QString &path, const table::Schema *wanted, const TableChoice &choice)
{
    ImportPreview preview;
    const auto file = TableFile::open(path, QFileInfo(path).fileName(), wanted, choice);
    if (!file) {
        preview.error = file.error();
        return preview;
    }
    TableFile &table = **file;
    preview.kind = table.kind();
    preview.schema = &table.schema();
    if (preview.kind == TableFile::Kind::Records)
        return preview;
    preview.sheets = table.sheets();
    preview.sheet = table.sheet();
    if (preview.kind == TableFile::Kind::Text) {
        preview.separator = table.shape().separator;
        preview.encoding = table.shape().encoding;
    }
    if (const auto there = table.goTo(table.begin()); !there) {
        preview.error = there.error();
        return preview;
    }
    SourceRow row;
    for (qint64 i = 0; i < MostRows; ++i) {
        const auto read = table.reader().next(row);
        if (!read)
            preview.problems.append(read.error().detail);
        if (!read || !*read)
            break;
        table.learnNames();
        const qsizetype mayHave = table.columnCount() < 0 ? qsizetype(row.cells.size()) : table.columnCount();
        const RowMaker::Made made = table.maker().make(row, table.map(), mayHave, {});
        preview.problems += made.problems;
        QStringList cells;
        for (size_t column = 0; column < table.map().sources.size(); ++column) {
            const int target = table.map().sources[column].column;
            const bool isRead = made.row && target != ColumnMap::None;
            cells.append(shown(isRead ? made.row->cells[size_t(target)] : row.cell(int(column))));
        }
        preview.rows.append(cells);
    }
    for (const ColumnMap::Source &source : table.map().sources)
        preview.columns.push_back({source.name, source.column});
    return preview;
}

} // namespace linnet::imports
