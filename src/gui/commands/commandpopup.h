// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/commandmodel.h"

#include <QFrame>
#include <QPointer>

class QLabel;
class QLineEdit;
class QListView;

namespace linnet::gui {

/// The list of all that can be done, over the window: a field, and below it what is found by what is typed.
/// Return does it, Escape or a click elsewhere leaves.
class CommandPopup : public QFrame
{
    Q_OBJECT

public:
    explicit CommandPopup(QWidget *window);

    /// used: ids of commands, the last one first.
    void open(std::vector<models::Command> commands, const QStringList &used);

Q_SIGNALS:
    void chosen(const QString &id); ///< before it is run

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();
    void find(const QString &text);
    void move(int rows); ///< to another row that can be chosen
    void run(const QModelIndex &index);
    void tellCurrent();

    models::CommandModel m_model;
    QLineEdit *m_field;
    QListView *m_list;
    QLabel *m_nothing;
    QPointer<QWidget> m_before; ///< had the focus
};

} // namespace linnet::gui
