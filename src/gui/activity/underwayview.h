// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/activity/underwaymodel.h"
#include "session/session.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QTableView;

namespace linnet::models {
class FilterState;
}

namespace linnet::gui {

/// The requests of the shown runs that are under way, beside the table of those that are over: how many, each
/// one's state, and a filter by state. Obeys the table's filter; gone while nothing is under way.
class UnderWayView : public QWidget
{
    Q_OBJECT

public:
    /// session and filter outlive the view, or go together with it.
    UnderWayView(session::Session &session, models::FilterState &filter, QWidget *parent = nullptr);

    void showRuns(const QList<store::RunId> &runs);
    const models::UnderWayModel &model() const { return m_model; }
    QString title() const;

private:
    void makeTable();
    void makeStates();
    void showTexts();
    void take(const QList<net::UnderWay> &requests, qint64 nowNs);
    void showCounts();

    models::UnderWayModel m_model;
    QLabel *m_title;
    QComboBox *m_states;
    QTableView *m_table;
    bool m_isCut = false;  ///< the engine told only the first of them
    int m_emptyRounds = 0; ///< how often in a row nothing was under way
};

} // namespace linnet::gui
