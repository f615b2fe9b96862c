// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/filterstate.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QTimer>
#include <QWidget>

namespace linnet::gui {

/// One line edit per column under the header, always aligned with it. Typing filters after a short rest,
/// Return at once; Escape empties the field; Down goes to the table. What cannot be read is marked, with the
/// cause as tooltip.
class FilterRow : public QWidget
{
    Q_OBJECT

public:
    /// header and state outlive the row.
    FilterRow(QHeaderView &header, models::FilterState &state, QWidget *parent = nullptr);

    QLineEdit *edit(int column) const { return m_edits[column]; }
    /// To the field of the column, else of the first one shown.
    void focusColumn(int column);
    /// Places the fields; for the view to call when it scrolls sideways.
    void relayout();
    /// Applies what was typed without waiting.
    void flush();

    QSize sizeHint() const override;

Q_SIGNALS:
    void columnFocused(int column); ///< should be scrolled into view
    void leftDown();                ///< the user wants to be in the table

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QLineEdit *makeEdit(int column);
    void showTexts();
    void showState(int column);
    bool handleKey(int column, int key);
    QList<int> shownInOrder() const;
    void updateTabOrder();

    QHeaderView &m_header;
    models::FilterState &m_state;
    QList<QLineEdit *> m_edits;
    QList<QAction *> m_marks;
    QTimer m_rest;
};

} // namespace linnet::gui
