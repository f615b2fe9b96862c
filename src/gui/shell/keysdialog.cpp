// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/keysdialog.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>

namespace linnet::gui {

namespace {

QString withoutMarks(QString text)
{
    return text.remove(u'&').remove(u'…');
}

} // namespace

KeysDialog::KeysDialog(const QMainWindow &window, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Keys"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(24, 16, 24, 16);
    grid->setHorizontalSpacing(32);
    int row = 0;
    for (const QAction *menuAction : window.menuBar()->actions()) {
        for (const QAction *action : menuAction->menu()->actions()) {
            if (action->shortcut().isEmpty())
                continue;
            auto *keys = new QLabel(action->shortcut().toString(QKeySequence::NativeText), this);
            keys->setForegroundRole(QPalette::PlaceholderText);
            grid->addWidget(new QLabel(withoutMarks(action->text()), this), row, 0);
            grid->addWidget(keys, row++, 1, Qt::AlignRight);
        }
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    grid->addWidget(buttons, row, 0, 1, 2);
}

} // namespace linnet::gui
