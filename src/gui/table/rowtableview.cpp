// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/table/rowtableview.h"

#include "gui/look/tablescale.h"
#include "gui/look/textscale.h"
#include "gui/table/filterrow.h"
#include "gui/table/rowdelegate.h"
#include "gui/table/rowheader.h"
#include "gui/widgets/retranslate.h"

#include <QKeyEvent>
#include <QMenu>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>
#include <tuple>

namespace linnet::gui {

namespace {

constexpr int RowHeight = 25;

} // namespace

RowTableView::RowTableView(models::RowModel &model, models::FilterState &filter, models::ColumnState &columns,
                           QWidget *parent)
    : QTableView(parent)
    , m_model(model)
    , m_filter(filter)
    , m_columns(columns)
    , m_header(new RowHeader(model.schema(), this))
    , m_empty(new QLabel(viewport()))
{
    keepTranslated(this, [this] { setAccessibleName(tr("Results")); });
    setHorizontalHeader(m_header);
    setModel(&model);
    m_filterRow = new FilterRow(*m_header, filter, m_header);
    m_header->setRowBelow(m_filterRow);
    setItemDelegate(new RowDelegate(model.schema(), this));
    setUpRows();
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setForegroundRole(QPalette::PlaceholderText);
    m_empty->hide();

    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { m_resetting = true; });
    connect(&model, &QAbstractItemModel::modelReset, this, &RowTableView::restoreCurrent);
    connect(&model, &QAbstractItemModel::rowsInserted, this, &RowTableView::takeFirstRow);
    connect(m_filterRow, &FilterRow::columnFocused, this, &RowTableView::scrollToColumn);
    connect(m_filterRow, &FilterRow::leftDown, this, [this] {
        setFocus(Qt::OtherFocusReason);
        if (!currentIndex().isValid() && m_model.rowCount() > 0)
            setCurrentIndex(m_model.index(0, m_header->logicalIndexAt(0)));
    });
    connectColumns();
    keepScaled(m_header, [this] {
        m_header->setMinimumSectionSize(scaled(RowHeader::LeastSection));
        applyColumns();
    });
}

void RowTableView::setUpRows()
{
    setShowGrid(false);
    setWordWrap(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setTabKeyNavigation(false);
    setCornerButtonEnabled(false);
    auto *corner = new QWidget(this);
    corner->setAutoFillBackground(true);
    corner->setBackgroundRole(QPalette::Base);
    setCornerWidget(corner);
    m_header->setResizeContentsPrecision(0);
    verticalHeader()->hide();
    keepRowHeight(this, RowHeight);
}

void RowTableView::connectColumns()
{
    connect(&m_columns, &models::ColumnState::visibleChanged, this, &RowTableView::applyColumns);
    connect(&m_columns, &models::ColumnState::wasReset, this, &RowTableView::applyColumns);
    connect(&m_columns, &models::ColumnState::moved, this, &RowTableView::applyColumns);
    connect(&m_columns, &models::ColumnState::widthChanged, this, &RowTableView::applyColumns);
    connect(m_header, &QHeaderView::sectionMoved, this, [this](int, int from, int to) {
        const QScopedValueRollback guard(m_applying, m_applying);
        if (!std::exchange(m_applying, true))
            m_columns.move(from, to);
    });
    connect(m_header, &QHeaderView::sectionResized, this, [this](int column, int, int size) {
        const QScopedValueRollback guard(m_applying, m_applying);
        if (!std::exchange(m_applying, true) && size > 0)
            m_columns.setWidth(column, qRound(size / textScale()));
    });
}

void RowTableView::applyColumns()
{
    if (std::exchange(m_applying, true))
        return;
    const QList<int> &order = m_columns.order();
    for (int position = 0; position < order.size(); ++position) {
        const int column = order[position];
        m_header->moveSection(m_header->visualIndex(column), position);
        m_header->setSectionHidden(column, !m_columns.isVisible(column));
        if (m_columns.isVisible(column))
            m_header->resizeSection(column, scaled(m_columns.width(column)));
    }
    m_applying = false;
    m_filterRow->relayout();
}

void RowTableView::scrollToColumn(int column)
{
    const int left = m_header->sectionViewportPosition(column);
    const int right = left + m_header->sectionSize(column);
    QScrollBar *bar = horizontalScrollBar();
    if (left < 0)
        bar->setValue(bar->value() + left);
    else if (right > viewport()->width())
        bar->setValue(bar->value() + std::min(left, right - viewport()->width()));
}

// The current row is known by its id: after a reset it is found again, wherever it went.
void RowTableView::restoreCurrent()
{
    m_resetting = false;
    if (const qint64 wanted = std::exchange(m_wantedId, 0); wanted > 0 && m_model.rowOf(wanted) >= 0)
        std::tie(m_currentId, m_chosen) = std::pair(wanted, true);
    const int row = m_chosen && m_currentId > 0 ? m_model.rowOf(m_currentId) : -1;
    if (row >= 0) {
        choose(row, m_currentColumn);
    } else {
        m_currentId = 0;
        m_chosen = false;
        Q_EMIT currentRowChanged(-1);
        takeFirstRow();
        scrollToTop(); // what people see first they take for the first, or for the largest
    }
    Q_EMIT selectionMoved();
    tellVisibleRows();
}

void RowTableView::addColumnActions(QMenu &menu, int column)
{
    menu.addAction(tr("Only rows without this value"), &m_filter,
                   [this, column] { m_filter.keepOnly(column, {}); });
    menu.addAction(tr("Only rows with this value"), &m_filter,
                   [this, column] { m_filter.except(column, {}); });
    menu.addAction(tr("Hide this column"), this, [this, column] { m_columns.setVisible(column, false); });
    menu.addAction(tr("Fit the width to what is on view"), this,
                   [this, column] { resizeColumnToContents(column); });
}

bool RowTableView::setCurrentId(qint64 id)
{
    const int row = id > 0 ? m_model.rowOf(id) : -1;
    m_wantedId = m_model.isBuilding() ? id : 0;
    if (row < 0)
        return false;
    const QModelIndex index = m_model.index(row, m_columns.visibleColumns().first());
    setCurrentIndex(index);
    scrollTo(index, QAbstractItemView::PositionAtCenter);
    return true;
}

// There is always something to read below the table when there is something in it.
void RowTableView::takeFirstRow()
{
    if (!currentIndex().isValid() && m_model.rowCount() > 0)
        choose(0, m_columns.visibleColumns().first());
}

void RowTableView::choose(int row, int column)
{
    const QScopedValueRollback guard(m_choosing, true);
    setCurrentIndex(m_model.index(row, column));
}

void RowTableView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    if (m_resetting)
        return;
    m_currentId = current.isValid() ? m_model.idAt(current.row()) : 0;
    m_chosen = m_choosing ? m_chosen : current.isValid();
    if (current.isValid())
        m_currentColumn = current.column();
    if (current.row() != previous.row())
        Q_EMIT currentRowChanged(current.isValid() ? current.row() : -1);
}

void RowTableView::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    if (!m_resetting)
        Q_EMIT selectionMoved();
}

namespace {

/// The selected rows as ascending ranges that do not overlap.
std::vector<std::pair<int, int>> rowRanges(const QItemSelection &selection)
{
    std::vector<std::pair<int, int>> ranges;
    for (const QItemSelectionRange &range : selection)
        ranges.emplace_back(range.top(), range.bottom());
    std::sort(ranges.begin(), ranges.end());
    std::vector<std::pair<int, int>> result;
    for (const auto &[top, bottom] : ranges) {
        if (!result.empty() && top <= result.back().second)
            result.back().second = std::max(result.back().second, bottom);
        else
            result.emplace_back(top, bottom);
    }
    return result;
}

} // namespace

qint64 RowTableView::selectedCount() const
{
    qint64 count = 0;
    for (const auto &[top, bottom] : rowRanges(selectionModel()->selection()))
        count += bottom - top + 1;
    return count;
}

std::vector<qint64> RowTableView::selectedIds(qint64 limit) const
{
    std::vector<qint64> ids;
    for (const auto &[top, bottom] : rowRanges(selectionModel()->selection())) {
        for (int row = top; row <= bottom && (limit < 0 || qint64(ids.size()) < limit); ++row)
            ids.push_back(m_model.idAt(row));
    }
    return ids;
}

void RowTableView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        Q_EMIT copyRequested();
        return;
    }
    if (event->key() == Qt::Key_C && event->modifiers() == (Qt::ControlModifier | Qt::ShiftModifier)) {
        Q_EMIT copyCellRequested();
        return;
    }
    if (event->key() == Qt::Key_Up && event->modifiers() == Qt::NoModifier && currentIndex().row() == 0) {
        m_filterRow->focusColumn(currentIndex().column());
        return;
    }
    QTableView::keyPressEvent(event);
}

void RowTableView::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    if (dx != 0 && m_filterRow)
        m_filterRow->relayout();
    if (dy != 0)
        tellVisibleRows();
}

void RowTableView::tellVisibleRows()
{
    const int first = rowAt(0);
    const int last = rowAt(viewport()->height() - 1);
    if (first >= 0)
        m_model.setVisibleRows(first, last < 0 ? m_model.rowCount() - 1 : last);
}

void RowTableView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    placeEmptyText();
}

void RowTableView::setEmptyText(const QString &text)
{
    m_empty->setText(text);
    m_empty->setVisible(!text.isEmpty());
    placeEmptyText();
}

void RowTableView::placeEmptyText()
{
    m_empty->setGeometry(viewport()->rect().adjusted(24, 24, -24, -24));
}

} // namespace linnet::gui
