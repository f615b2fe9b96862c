// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/table/rowcopier.h"

#include "base/errortext.h"

#include <QClipboard>
#include <QGuiApplication>

namespace linnet::gui {

RowCopier::RowCopier(RowTableView &view, models::RowModel &model, models::ColumnState &columns,
                     QObject *parent)
    : QObject(parent)
    , m_view(view)
    , m_model(model)
    , m_columns(columns)
{
    connect(&m_collector, &models::RowCollector::done, this, &RowCopier::finish);
    connect(&view, &RowTableView::copyRequested, this, &RowCopier::copyRows);
    connect(&view, &RowTableView::copyCellRequested, this, [this] { copyCell(m_view.currentIndex()); });
}

void RowCopier::copyRows()
{
    m_rows = m_view.selectedCount();
    if (m_rows == 0) {
        Q_EMIT message(tr("Nothing is selected, so nothing was copied."));
        return;
    }
    if (m_rows > MaxRows) {
        Q_EMIT message(
            tr("%Ln row(s) are too many to copy. Export them to a file instead.", nullptr, int(m_rows)));
        return;
    }
    m_text = std::make_unique<models::CopyText>(m_model.schema(), m_columns.visibleColumns());
    m_collector.start(m_model.schema(), m_view.selectedIds(), [this](auto rows) { m_text->add(rows); });
}

void RowCopier::finish(const Result<void> &result)
{
    const std::unique_ptr<models::CopyText> text = std::move(m_text);
    if (!result) {
        Q_EMIT message(tr("Nothing was copied. %1").arg(ErrorText::sentence(result.error())));
        return;
    }
    QGuiApplication::clipboard()->setMimeData(text->take().release());
    Q_EMIT message(tr("%Ln row(s) copied.", nullptr, int(m_rows)));
}

void RowCopier::copyCell(const QModelIndex &index)
{
    const table::Cells *cells = index.isValid() ? m_model.cells(index.row()) : nullptr;
    if (!cells)
        return;
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    const table::Column &column = m_model.schema().columns[size_t(index.column())];
    QGuiApplication::clipboard()->setText(
        models::CopyText::cell(column, (*cells)[size_t(index.column())], locale));
    Q_EMIT message(tr("Cell copied."));
}

} // namespace linnet::gui
