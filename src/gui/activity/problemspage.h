// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/activity/problemsmodel.h"
#include "models/readertask.h"
#include "session/session.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTreeView;

namespace linnet::gui {

/// What failed in the shown run, by cause.
class ProblemsPage : public QWidget
{
    Q_OBJECT

public:
    /// session outlives the page.
    explicit ProblemsPage(session::Session &session, QWidget *parent = nullptr);

    /// run 0 = none; title is what people call it.
    void showRun(store::RunId run, const QString &title);
    void setTitle(const QString &title);

Q_SIGNALS:
    void counted(qint64 problems);
    void retryRequested(linnet::store::RunId run, const std::vector<qint64> &failed);
    void message(const QString &text);

private:
    void read();
    void showFailures(std::vector<store::WorkFailure> failures);
    void retry();
    static QString retryHint();
    void showMenu(const QPoint &place);

    session::Session &m_session;
    store::RunId m_run = 0;
    models::ProblemsModel m_model;
    QTimer m_rest;
    QLabel *m_title;
    QString m_runTitle;
    QPushButton *m_retry;
    QTreeView *m_view;
    QStackedWidget *m_stack;
    models::ReaderTask<std::vector<store::WorkFailure>> m_task;
};

} // namespace linnet::gui
