// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/vacancies/queryedit.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QDropEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

QueryEdit::QueryEdit(QWidget *parent)
    : QLineEdit(parent)
{
    // What comes on another way, such as the selection of X11.
    connect(this, &QLineEdit::textEdited, this, [this](const QString &text) {
        if (!text.contains(u'\n'))
            return;
        clear();
        Q_EMIT linesPasted(text);
    });
}

/// A cell of a spreadsheet ends with a line break and is no list.
bool QueryEdit::takeLines(const QMimeData *pasted)
{
    if (isReadOnly() || !pasted || !pasted->hasText())
        return false;
    const QString text = pasted->text();
    const QStringView trimmed = QStringView(text).trimmed();
    if (!trimmed.contains(u'\n') && !trimmed.contains(u'\r'))
        return false;
    Q_EMIT linesPasted(text);
    return true;
}

void QueryEdit::pasteText()
{
    if (!takeLines(QGuiApplication::clipboard()->mimeData()))
        insert(QGuiApplication::clipboard()->text().trimmed());
}

void QueryEdit::keyPressEvent(QKeyEvent *event)
{
    if (!event->matches(QKeySequence::Paste) || !takeLines(QGuiApplication::clipboard()->mimeData()))
        QLineEdit::keyPressEvent(event);
}

void QueryEdit::contextMenuEvent(QContextMenuEvent *event)
{
    QMenu *menu = createStandardContextMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (QAction *action : menu->actions()) {
        if (action->objectName() != u"edit-paste"_s)
            continue;
        disconnect(action, &QAction::triggered, nullptr, nullptr);
        connect(action, &QAction::triggered, this, &QueryEdit::pasteText);
    }
    menu->popup(event->globalPos());
}

void QueryEdit::dropEvent(QDropEvent *event)
{
    if (takeLines(event->mimeData()))
        event->acceptProposedAction();
    else
        QLineEdit::dropEvent(event);
}

} // namespace linnet::gui
