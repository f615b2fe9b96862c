// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/chart/chartaccessible.h"

#include <QPointer>

namespace linnet::gui {

namespace {

/// One number or name of the table; it dies with the table or with its chart.
class ChartCell final : public QAccessibleInterface, public QAccessibleTableCellInterface
{
public:
    ChartCell(ChartView *view, int row, int column)
        : m_view(view)
        , m_row(row)
        , m_column(column)
    {
    }

    bool isValid() const override
    {
        const ChartAccessible *owner = chart();
        return owner && m_row < owner->rowCount() && m_column < owner->columnCount();
    }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return chart() ? chart()->window() : nullptr; }
    QAccessibleInterface *parent() const override { return chart(); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QString text(QAccessible::Text kind) const override
    {
        if (!isValid())
            return {};
        if (kind == QAccessible::Name || kind == QAccessible::Value)
            return chart()->table().rows[size_t(m_row)][size_t(m_column)].text;
        if (kind == QAccessible::Description)
            return chart()->columnDescription(m_column);
        return {};
    }
    void setText(QAccessible::Text, const QString &) override {}
    QRect rect() const override
    {
        const QRect place = m_view ? m_view->groupRect(m_row) : QRect();
        return place.isNull() ? QRect() : QRect(m_view->mapToGlobal(place.topLeft()), place.size());
    }
    QAccessible::Role role() const override { return QAccessible::Cell; }
    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.readOnly = true;
        state.invalid = !isValid();
        state.offscreen = !m_view || m_view->groupRect(m_row).isNull();
        return state;
    }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::TableCellInterface ? static_cast<QAccessibleTableCellInterface *>(this)
                                                       : nullptr;
    }

    bool isSelected() const override { return false; }
    QList<QAccessibleInterface *> columnHeaderCells() const override { return {}; }
    QList<QAccessibleInterface *> rowHeaderCells() const override { return {}; }
    int columnIndex() const override { return m_column; }
    int rowIndex() const override { return m_row; }
    int columnExtent() const override { return 1; }
    int rowExtent() const override { return 1; }
    QAccessibleInterface *table() const override { return chart(); }

private:
    ChartAccessible *chart() const
    {
        return m_view ? static_cast<ChartAccessible *>(QAccessible::queryAccessibleInterface(m_view))
                      : nullptr;
    }

    QPointer<ChartView> m_view;
    int m_row;
    int m_column;
};

} // namespace

ChartAccessible::ChartAccessible(ChartView *view)
    : QAccessibleWidget(view, QAccessible::Table)
{
}

ChartAccessible::~ChartAccessible()
{
    dropCells();
}

QAccessibleInterface *ChartAccessible::make(const QString &, QObject *object)
{
    auto *view = qobject_cast<ChartView *>(object);
    return view ? new ChartAccessible(view) : nullptr;
}

ChartView *ChartAccessible::view() const
{
    return qobject_cast<ChartView *>(object());
}

const draw::ChartTable &ChartAccessible::table() const
{
    const ChartView *chart = view();
    if (chart && m_revision != chart->revision()) {
        dropCells();
        m_revision = chart->revision();
        m_table = draw::chartTable(chart->chart(), chart->look().locale);
    }
    return m_table;
}

void ChartAccessible::dropCells() const
{
    for (const auto &[index, id] : m_cells)
        QAccessible::deleteAccessibleInterface(id);
    m_cells.clear();
}

void *ChartAccessible::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::TableInterface ? static_cast<QAccessibleTableInterface *>(this)
                                               : QAccessibleWidget::interface_cast(type);
}

QAccessibleInterface *ChartAccessible::child(int index) const
{
    return columnCount() > 0 && index >= 0 ? cellAt(index / columnCount(), index % columnCount()) : nullptr;
}

int ChartAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    for (const auto &[index, id] : m_cells) {
        if (QAccessible::accessibleInterface(id) == child)
            return index;
    }
    return -1;
}

QAccessibleInterface *ChartAccessible::childAt(int x, int y) const
{
    const ChartView *chart = view();
    const auto place = chart ? chart->chartLayout().at(chart->mapFromGlobal(QPoint(x, y))) : std::nullopt;
    return place ? cellAt(place->group, 0) : nullptr;
}

QAccessibleInterface *ChartAccessible::cellAt(int row, int column) const
{
    if (!view() || row < 0 || row >= rowCount() || column < 0 || column >= columnCount())
        return nullptr;
    const int index = row * columnCount() + column;
    const auto known = m_cells.find(index);
    if (known != m_cells.end())
        return QAccessible::accessibleInterface(known->second);
    auto *cell = new ChartCell(view(), row, column); // the cache of QAccessible owns it
    m_cells[index] = QAccessible::registerAccessibleInterface(cell);
    return cell;
}

QString ChartAccessible::columnDescription(int column) const
{
    return column >= 0 && column < columnCount() ? table().columns[size_t(column)].title : QString();
}

QString ChartAccessible::rowDescription(int row) const
{
    return row >= 0 && row < rowCount() ? table().rows[size_t(row)].front().text : QString();
}

} // namespace linnet::gui
