// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/fieldgrid.h"

#include <QGridLayout>
#include <QLabel>
#include <QStyle>

#include <algorithm>

namespace linnet::gui {

namespace {

constexpr int LeastField = 150; // fewer pixels show too little of what is typed

bool isLabel(QLayoutItem *item)
{
    const auto *label = qobject_cast<QLabel *>(item->widget());
    return label && label->buddy();
}

int heightOf(QLayoutItem *item, int width)
{
    return item->hasHeightForWidth() ? item->heightForWidth(width) : item->sizeHint().height();
}

} // namespace

FieldGrid::FieldGrid(int mostColumns, int gap, QWidget *parent)
    : QLayout(parent)
    , m_most(mostColumns)
    , m_gap(gap)
{
}

FieldGrid::~FieldGrid() = default;

FieldGrid *FieldGrid::insteadOf(QGridLayout *grid, int mostColumns)
{
    QWidget *parent = grid->parentWidget();
    const QMargins margins = grid->contentsMargins();
    const int gap = grid->verticalSpacing();
    std::vector<std::pair<int, QLayoutItem *>> placed;
    while (grid->count() > 0) {
        int row = 0;
        int column = 0;
        int rows = 0;
        int columns = 0;
        grid->getItemPosition(0, &row, &column, &rows, &columns);
        placed.emplace_back(row * grid->columnCount() + column, grid->takeAt(0));
    }
    std::ranges::sort(placed, {}, &std::pair<int, QLayoutItem *>::first);
    delete grid;
    auto *made = new FieldGrid(mostColumns, gap, parent);
    made->setContentsMargins(margins);
    QLayoutItem *label = nullptr;
    for (const auto &[place, item] : placed) {
        if (QLayout *layout = item->layout())
            made->addChildLayout(layout);
        if (isLabel(item))
            label = item;
        else if (QLayoutItem *before = std::exchange(label, nullptr))
            made->addPair(before, item);
        else
            made->addItem(item);
    }
    return made;
}

void FieldGrid::addItem(QLayoutItem *item)
{
    m_items.push_back({std::unique_ptr<QLayoutItem>(item), false});
}

void FieldGrid::addPair(QLayoutItem *label, QLayoutItem *field)
{
    m_items.push_back({std::unique_ptr<QLayoutItem>(label), true});
    m_items.push_back({std::unique_ptr<QLayoutItem>(field), false});
}

QLayoutItem *FieldGrid::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[size_t(index)].item.get() : nullptr;
}

QLayoutItem *FieldGrid::takeAt(int index)
{
    if (index < 0 || index >= count())
        return nullptr;
    QLayoutItem *item = m_items[size_t(index)].item.release();
    m_items.erase(m_items.begin() + index);
    return item;
}

std::vector<FieldGrid::Pair> FieldGrid::pairs() const
{
    std::vector<Pair> result;
    QLayoutItem *label = nullptr;
    for (const Item &item : m_items) {
        if (item.isLabel)
            label = item.item.get();
        else if (QLayoutItem *before = std::exchange(label, nullptr); !item.item->isEmpty())
            result.push_back({before, item.item.get()});
    }
    return result;
}

std::vector<FieldGrid::Column> FieldGrid::columns(const std::vector<Pair> &pairs, int number) const
{
    std::vector<Column> result;
    result.resize(size_t(number));
    for (size_t i = 0; i < pairs.size(); ++i) {
        Column &column = result[i % size_t(number)];
        if (!pairs[i].label)
            continue; // measured below, when the labels are known
        column.label = std::max(column.label, pairs[i].label->sizeHint().width() + m_gap);
        column.field = std::max({column.field, LeastField, pairs[i].field->minimumSize().width()});
    }
    for (size_t i = 0; i < pairs.size(); ++i) {
        Column &column = result[i % size_t(number)];
        if (!pairs[i].label)
            column.field = std::max(column.field, pairs[i].field->minimumSize().width() - column.label);
    }
    return result;
}

int FieldGrid::widthOf(const std::vector<Column> &columns) const
{
    int width = int(columns.size() - 1) * 2 * m_gap;
    for (const Column &column : columns)
        width += column.label + column.field;
    return width;
}

int FieldGrid::heightForWidth(int width) const
{
    const QMargins margins = contentsMargins();
    return arrange(QRect(0, 0, width - margins.left() - margins.right(), 0), false) + margins.top() +
           margins.bottom();
}

QSize FieldGrid::minimumSize() const
{
    const QMargins margins = contentsMargins();
    return QSize(widthOf(columns(pairs(), 1)), 0).grownBy(margins);
}

QSize FieldGrid::sizeHint() const
{
    const int width = widthOf(columns(pairs(), m_most));
    return QSize(width, arrange(QRect(0, 0, width, 0), false)).grownBy(contentsMargins());
}

void FieldGrid::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect.marginsRemoved(contentsMargins()), true);
}

int FieldGrid::arrange(const QRect &rect, bool apply) const
{
    const std::vector<Pair> all = pairs();
    std::vector<Column> columns = this->columns(all, m_most);
    for (int number = m_most - 1; number > 0 && widthOf(columns) > rect.width(); --number)
        columns = this->columns(all, number);
    const int spare = std::max(0, rect.width() - widthOf(columns)) / int(columns.size());
    int y = rect.y();
    for (size_t first = 0; first < all.size(); first += columns.size()) {
        const size_t end = std::min(all.size(), first + columns.size());
        int height = 0;
        for (size_t i = first; i < end; ++i) {
            const Column &column = columns[i - first];
            const int width = column.field + spare + (all[i].label ? 0 : column.label);
            height = std::max(height, heightOf(all[i].field, width));
        }
        int x = rect.x();
        const auto place = [&](QLayoutItem *item, int left, int width) {
            if (apply)
                item->setGeometry(QStyle::visualRect(parentWidget()->layoutDirection(), rect,
                                                     QRect(left, y, width, height)));
        };
        for (size_t i = first; i < end; ++i) {
            const Column &column = columns[i - first];
            const int field = column.field + spare;
            if (all[i].label) {
                place(all[i].label, x, column.label - m_gap);
                place(all[i].field, x + column.label, field);
            } else {
                place(all[i].field, x, column.label + field);
            }
            x += column.label + field + 2 * m_gap;
        }
        y += height + m_gap;
    }
    return std::max(0, y - m_gap - rect.y());
}

} // namespace linnet::gui
