// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/crawl/leveldelegate.h"

#include "audit/auditrule.h"
#include "gui/widgets/choose.h"

#include <QComboBox>

#include <algorithm>

namespace linnet::gui {

QWidget *LevelDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &) const
{
    auto *box = new QComboBox(parent);
    box->setAccessibleName(tr("Level"));
    for (const audit::Level level : {audit::Level::Error, audit::Level::Warning, audit::Level::Notice})
        box->addItem(audit::levelTitle(level), int(level));
    // What was chosen counts at once, not only when the cell is left.
    auto *self = const_cast<LevelDelegate *>(this);
    connect(box, &QComboBox::activated, self, [self, box] {
        Q_EMIT self->commitData(box);
        Q_EMIT self->closeEditor(box);
    });
    return box;
}

void LevelDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    choose(qobject_cast<QComboBox *>(editor), index.data(Qt::EditRole));
}

QSize LevelDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    constexpr int Around = 9;
    const QSize usual = QStyledItemDelegate::sizeHint(option, index);
    return {usual.width(), std::max(usual.height(), option.fontMetrics.height() + Around)};
}

void LevelDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    model->setData(index, qobject_cast<QComboBox *>(editor)->currentData(), Qt::EditRole);
}

} // namespace linnet::gui
