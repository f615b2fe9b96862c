// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace linnet::gui {

/// Paints the lines of the facet panel: titles, values with tick box, count and a thin bar, and "214 more…".
class FacetDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// Nothing: the panel toggles a value when its line is clicked anywhere.
    bool editorEvent(QEvent *, QAbstractItemModel *, const QStyleOptionViewItem &,
                     const QModelIndex &) override
    {
        return false;
    }

private:
    void paintValue(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
};

} // namespace linnet::gui
