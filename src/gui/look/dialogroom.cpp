// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/dialogroom.h"

#include <QApplication>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFileDialog>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

/// What the frame of a window takes, which is not known before it is shown.
constexpr QSize DialogFrame(8, 40);
constexpr auto AreaName = "dialogRoom"_L1;

bool hasOnlyButtons(QLayoutItem &item)
{
    if (const QWidget *widget = item.widget())
        return qobject_cast<const QPushButton *>(widget) || qobject_cast<const QDialogButtonBox *>(widget);
    QLayout *layout = item.layout();
    if (!layout)
        return item.spacerItem() != nullptr;
    bool result = layout->count() > 0;
    for (int i = 0; i < layout->count(); ++i)
        result = result && hasOnlyButtons(*layout->itemAt(i));
    return result;
}

/// The last row, out of the layout, where it has the buttons; else null.
QLayoutItem *takeButtons(QLayout &layout)
{
    if (const int last = layout.count() - 1; qobject_cast<QVBoxLayout *>(&layout) && last >= 0)
        return hasOnlyButtons(*layout.itemAt(last)) ? layout.takeAt(last) : nullptr;
    for (int i = layout.count() - 1; i >= 0; --i) {
        if (qobject_cast<QDialogButtonBox *>(layout.itemAt(i)->widget()))
            return layout.takeAt(i);
    }
    return nullptr;
}

bool isAnyFocusable(const QWidget &content)
{
    return std::ranges::any_of(content.findChildren<QWidget *>(),
                               [](const QWidget *part) { return part->focusPolicy() & Qt::TabFocus; });
}

void makeScrolled(QDialog &dialog, QSize most)
{
    QLayout *whole = dialog.layout();
    const QMargins margins = whole->contentsMargins();
    auto *area = new QScrollArea(&dialog);
    area->setObjectName(AreaName);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    auto *content = new QWidget(area);
    QLayoutItem *buttons = takeButtons(*whole);
    content->setLayout(whole);
    area->setWidget(content);
    area->setFocusPolicy(isAnyFocusable(*content) ? Qt::NoFocus : Qt::StrongFocus);
    area->setMinimumWidth(
        std::min(content->minimumSizeHint().width() + area->style()->pixelMetric(QStyle::PM_ScrollBarExtent),
                 most.width()));
    auto *rows = new QVBoxLayout(&dialog);
    rows->setContentsMargins({});
    rows->setSpacing(0);
    rows->addWidget(area, 1);
    if (!buttons)
        return;
    auto *row = new QHBoxLayout;
    row->setContentsMargins(margins.left(), 8, margins.right(), margins.bottom());
    rows->addLayout(row);
    if (QLayout *layout = buttons->layout()) {
        row->addLayout(layout);
    } else {
        row->addWidget(buttons->widget());
        delete buttons;
    }
}

void keepOnScreen(QDialog &dialog)
{
    const QSize most = dialog.screen()->availableSize() - DialogFrame;
    const QLayout *layout = dialog.layout();
    if (!layout || qobject_cast<const QFileDialog *>(&dialog))
        return;
    QSize least = layout->totalMinimumSize();
    if (layout->hasHeightForWidth())
        least.setHeight(std::max(least.height(), layout->minimumHeightForWidth(std::clamp(
                                                     dialog.width(), least.width(), most.width()))));
    if (least.height() > most.height() && !DialogRoom::isScrolled(dialog)) {
        makeScrolled(dialog, most);
        dialog.setMinimumSize(dialog.minimumSize().boundedTo(most));
        dialog.resize(
            QSize(std::max(dialog.width(), dialog.layout()->totalMinimumSize().width()), most.height())
                .boundedTo(most));
        return;
    }
    dialog.setMinimumSize(dialog.minimumSize().boundedTo(most));
    // What it holds may have grown.
    if (const QSize size = dialog.size().expandedTo(least).boundedTo(most); size != dialog.size())
        dialog.resize(size);
}

} // namespace

DialogRoom::DialogRoom(QObject *parent)
    : QObject(parent)
{
    qApp->installEventFilter(this);
}

bool DialogRoom::isScrolled(const QDialog &dialog)
{
    return dialog.findChild<QScrollArea *>(AreaName, Qt::FindDirectChildrenOnly);
}

bool DialogRoom::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show || event->type() == QEvent::LayoutRequest) {
        if (auto *dialog = qobject_cast<QDialog *>(watched);
            dialog && (event->type() == QEvent::Show || dialog->isVisible()))
            keepOnScreen(*dialog);
    }
    return false;
}

} // namespace linnet::gui
