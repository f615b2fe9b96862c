// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/filterstate.h"

#include <QLineEdit>
#include <QTimer>

class QMenu;

namespace linnet::gui {

/// Keeps the rows that have a text in any of their columns: any part of it, or whole words
/// (table::WordQuery), as the menu of the field says. Typing counts after a short rest, Return at once;
/// Escape empties the field; Down goes to the table.
class FindField : public QLineEdit
{
    Q_OBJECT

public:
    /// state outlives the field.
    explicit FindField(models::FilterState &state, QWidget *parent = nullptr);

    /// Whether what is typed next is looked for as words.
    void setWords(bool words);
    bool isWords() const { return m_isWords; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void leftDown(); ///< the user wants to be in the table
    void wordsChosen(bool words);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void apply();
    void showTexts();
    void showMenu(QMenu *menu, const QPoint &position);
    void choose(bool words);
    void showProblem(const QString &problem);

    models::FilterState &m_state;
    QTimer m_rest;
    QAction *m_problem;
    bool m_isWords = false;
};

} // namespace linnet::gui
