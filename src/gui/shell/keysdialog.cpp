// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/keysdialog.h"

#include "gui/widgets/actionregistry.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace linnet::gui {

namespace {

QLabel *groupLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    QFont font = label->font();
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    return label;
}

} // namespace

KeysDialog::KeysDialog(const ActionRegistry &registry, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keys"));
    auto *list = new QWidget(this);
    auto *grid = new QGridLayout(list);
    grid->setContentsMargins(24, 16, 24, 16);
    grid->setHorizontalSpacing(32);
    int row = 0;
    QString group;
    for (const QAction *action : registry.actions()) {
        if (action->shortcut().isEmpty())
            continue;
        if (const QString own = registry.group(action); own != group) {
            group = own;
            grid->addWidget(groupLabel(group, list), row++, 0, 1, 2);
        }
        auto *keys = new QLabel(action->shortcut().toString(QKeySequence::NativeText), list);
        keys->setForegroundRole(QPalette::PlaceholderText);
        grid->addWidget(new QLabel(ActionRegistry::plainText(action), list), row, 0);
        grid->addWidget(keys, row++, 1, Qt::AlignRight);
    }
    auto *scroll = new QScrollArea(this); // the list may be higher than a small screen
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setAccessibleName(windowTitle());
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(list);
    scroll->setMinimumWidth(list->sizeHint().width() + 24);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 16, 16);
    layout->addWidget(scroll, 1);
    layout->addWidget(buttons);
    resize(scroll->minimumWidth() + 16, std::min(list->sizeHint().height() + 64, 640));
}

} // namespace linnet::gui
