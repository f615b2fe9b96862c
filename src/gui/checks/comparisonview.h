// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checks/comparison.h"
#include "models/activity/waterfall.h"
#include "models/readertask.h"
#include "session/session.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QStackedWidget;

namespace linnet::gui {

class EmptyState;
class WaterfallView;

/// What a comparison needs to be shown: its numbers and the requests of its last whole repetition.
struct ComparisonData
{
    checks::Comparison result = checks::Comparison({});
    std::vector<models::WaterfallGroup> groups;
};

/// The same list asked one by one and all at once: a sentence, and two waterfalls on one axis.
class ComparisonView : public QWidget
{
    Q_OBJECT

public:
    /// session outlives the view.
    explicit ComparisonView(session::Session &session, QWidget *parent = nullptr);

    /// 0 = none.
    void showRun(store::RunId run);
    bool isEmpty() const { return !m_known; }
    QString headline() const;
    QString explanation() const;

    /// "All at once took 0.88 s instead of 2.81 s: 68.7 % less".
    static QString headline(const checks::Comparison &result);
    static QString explanation(const checks::Comparison &result);

Q_SIGNALS:
    void shown(); ///< there is something to see now

private:
    void read();
    void show(const ComparisonData &known);

    session::Session &m_session;
    store::RunId m_run = 0;
    bool m_known = false;
    QLabel *m_headline;
    QLabel *m_explanation;
    WaterfallView *m_view;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
    QTimer m_rest;
    models::ReaderTask<ComparisonData> m_task;
};

} // namespace linnet::gui
