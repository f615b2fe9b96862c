// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/historydialog.h"

#include "gui/look/textscale.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QUndoView>
#include <QVBoxLayout>

namespace linnet::gui {

HistoryDialog::HistoryDialog(QUndoStack &history, QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("History"));
    auto *about = new QLabel(tr("Choose a line to go back to where things stood after it."), this);
    about->setWordWrap(true);
    auto *view = new QUndoView(&history, this);
    view->setSpacing(2);
    view->setEmptyLabel(tr("As the project was opened"));
    view->setAccessibleName(tr("What was done"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(about);
    layout->addWidget(view, 1);
    layout->addWidget(buttons);
    resize(scaled(QSize(340, 360)));
}

} // namespace linnet::gui
