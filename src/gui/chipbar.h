// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/filterstate.h"

#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QWidget>

namespace linnet::gui {

/// Above the table: every active filter as a chip, how many rows pass ("268 of 742"), and what came since the
/// table was sorted.
class ChipBar : public QWidget
{
    Q_OBJECT

public:
    /// state outlives the bar.
    explicit ChipBar(models::FilterState &state, QWidget *parent = nullptr);

    /// total -1 = not known; late and changed as in RowModel.
    void setCounts(qint64 shown, qint64 total, bool busy);
    /// Rows that wait for an update: below although they belong elsewhere, changed, or passing by now.
    void setNews(int late, int changed, qint64 passing);

    QLabel *countLabel() const { return m_count; }
    QToolButton *refreshButton() const { return m_refresh; }
    QToolButton *clearButton() const { return m_clear; }

Q_SIGNALS:
    void refreshRequested();

private:
    void showChips();

    models::FilterState &m_state;
    QWidget *m_chips;
    QToolButton *m_clear;
    QToolButton *m_refresh;
    QLabel *m_count;
};

} // namespace linnet::gui
