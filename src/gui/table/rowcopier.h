// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/table/rowtableview.h"
#include "models/table/copytext.h"
#include "models/table/rowcollector.h"

#include <QObject>

namespace linnet::gui {

/// Puts the selected rows on the clipboard, as tab-separated text and as an HTML table; rows that are not
/// loaded are read first, without waiting.
class RowCopier : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 MaxRows = 50'000; ///< more than a clipboard bears; exporting is for that

    /// All outlive the copier.
    RowCopier(RowTableView &view, models::RowModel &model, models::ColumnState &columns,
              QObject *parent = nullptr);

    void setProject(const QString &path) { m_collector.setProject(path); }
    void copyRows();
    void copyCell(const QModelIndex &index);

Q_SIGNALS:
    void message(const QString &text); ///< what was copied, or why nothing was

private:
    void finish(const Result<void> &result);

    RowTableView &m_view;
    models::RowModel &m_model;
    models::ColumnState &m_columns;
    models::RowCollector m_collector;
    std::unique_ptr<models::CopyText> m_text;
    qint64 m_rows = 0;
};

} // namespace linnet::gui
