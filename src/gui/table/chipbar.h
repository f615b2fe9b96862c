// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/filterstate.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QToolButton;

namespace linnet::gui {

/// Above the table: every active filter as a chip, how many rows pass ("268 of 742"), and what came since the
/// table was sorted.
class ChipBar : public QWidget
{
    Q_OBJECT

public:
    /// state outlives the bar.
    explicit ChipBar(models::FilterState &state, QWidget *parent = nullptr);

    /// Said of the whole filter in place of its conditions; "" = the conditions.
    void setName(const QString &name);
    /// total -1 = not known.
    void setCounts(qint64 shown, qint64 total, bool busy);
    /// The rows are being put in an order, which can be stopped; said when it takes a while.
    void setSorting(bool sorting);
    /// Rows that wait for an update: below although they belong elsewhere, changed, or passing by now.
    void setNews(int late, int changed, qint64 passing);

Q_SIGNALS:
    void refreshRequested();
    void stopRequested(); ///< of the sorting

private:
    void showTexts();
    void showChips();
    void showWait();

    models::FilterState &m_state;
    QString m_name;
    QWidget *m_chips;
    QToolButton *m_clear;
    QToolButton *m_refresh;
    QLabel *m_count;
    QLabel *m_waiting;
    QToolButton *m_stop;
    QTimer m_everySecond;
    QElapsedTimer m_sorting;
};

} // namespace linnet::gui
