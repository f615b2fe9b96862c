// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

class QMimeData;

namespace linnet::gui {

/// The field for the words of a search. Several lines, pasted or dropped, are a list of searches and not put
/// into it.
class QueryEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit QueryEdit(QWidget *parent = nullptr);

    /// As the key and the menu do it.
    void pasteText();

Q_SIGNALS:
    void linesPasted(const QString &text);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    bool takeLines(const QMimeData *pasted);
};

} // namespace linnet::gui
