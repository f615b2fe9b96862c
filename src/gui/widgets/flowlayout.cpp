// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/flowlayout.h"

#include <QBoxLayout>
#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace linnet::gui {

namespace {

QSize sizeOf(const QLayoutItem &item, int width)
{
    QSize size = item.sizeHint().boundedTo(QSize(std::max(width, 1), QLAYOUTSIZE_MAX));
    if (item.hasHeightForWidth())
        size.setHeight(item.heightForWidth(size.width()));
    return size;
}

} // namespace

FlowLayout::FlowLayout(int gap, QWidget *parent)
    : QLayout(parent)
    , m_gap(gap)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout() = default;

FlowLayout *FlowLayout::insteadOf(QBoxLayout *row)
{
    auto *column = qobject_cast<QBoxLayout *>(row->parent());
    const int index = column->indexOf(row);
    auto *made = new FlowLayout(row->spacing());
    while (row->count() > 0)
        made->addItem(row->takeAt(0));
    column->removeItem(row);
    delete row;
    column->insertLayout(index, made);
    return made;
}

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.emplace_back(item);
}

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[size_t(index)].get() : nullptr;
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    if (index < 0 || index >= count())
        return nullptr;
    QLayoutItem *item = m_items[size_t(index)].release();
    m_items.erase(m_items.begin() + index);
    return item;
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), false);
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const auto &item : m_items) {
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    }
    return size;
}

QSize FlowLayout::sizeHint() const
{
    int width = 0;
    int height = 0;
    for (const auto &item : m_items) {
        if (item->isEmpty())
            continue;
        width += item->sizeHint().width() + m_gap;
        height = std::max(height, item->sizeHint().height());
    }
    return {std::max(0, width - m_gap), height};
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

std::vector<FlowLayout::Line> FlowLayout::lines(int width) const
{
    std::vector<Line> lines;
    for (const auto &item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size = sizeOf(*item, width);
        if (lines.empty() || lines.back().width + m_gap + size.width() > width)
            lines.emplace_back();
        Line &line = lines.back();
        line.width += size.width() + (line.items.empty() ? 0 : m_gap);
        line.height = std::max(line.height, size.height());
        if (item->expandingDirections().testFlag(Qt::Horizontal))
            ++line.expanding;
        else
            line.common = std::max(line.common, size.height());
        line.items.push_back(item.get());
    }
    return lines;
}

int FlowLayout::arrange(const QRect &rect, bool apply) const
{
    int y = rect.y();
    for (const Line &line : lines(rect.width())) {
        if (apply)
            place(line, rect, y);
        y += line.height + m_gap;
    }
    return std::max(0, y - m_gap - rect.y());
}

void FlowLayout::place(const Line &line, const QRect &rect, int y) const
{
    int x = rect.x();
    int spare = std::max(0, rect.width() - line.width);
    int waiting = line.expanding;
    for (QLayoutItem *item : line.items) {
        QSize size = sizeOf(*item, rect.width());
        if (item->expandingDirections().testFlag(Qt::Horizontal)) {
            const int share = spare / waiting--;
            size.rwidth() += share;
            spare -= share;
        }
        // A field of several lines hangs from the top; what stands beside it stays where it was.
        const QRect place(QPoint(x, y + std::max(0, line.common - size.height()) / 2), size);
        item->setGeometry(QStyle::visualRect(parentWidget()->layoutDirection(), rect, place));
        x += size.width() + m_gap;
    }
}

} // namespace linnet::gui
