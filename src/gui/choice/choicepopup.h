// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/choice/choicefilter.h"
#include "gui/choice/choicemodel.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QPushButton;
class QTreeView;

namespace linnet::gui {

/// Drops down below its box: a search field when the list is long, the choices with check marks, what is
/// chosen, Clear and Done. Escape or a click elsewhere closes it; choices count at once.
class ChoicePopup : public QFrame
{
    Q_OBJECT

public:
    /// model outlives the popup. `name` is what screen readers call the list.
    ChoicePopup(ChoiceModel &model, const QString &name, QWidget *parent);

    void setEmptyHint(const QString &hint); ///< said while there is nothing to choose
    void showBelow(const QWidget &box);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search(const QString &text);
    void showChosen();

    ChoiceModel &m_model;
    ChoiceFilter m_filter;
    QLineEdit *m_search;
    QTreeView *m_view;
    QLabel *m_chosen;
    QPushButton *m_clear;
    QString m_emptyHint;
    bool m_noMatch = false;
};

} // namespace linnet::gui
