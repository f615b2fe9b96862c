// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/formpresenter.h"
#include "gui/services.h"
#include "models/runlist.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QStackedWidget;

namespace linnet::gui {

class Banner;
class EmptyState;
class SearchForm;

/// The page of a vacancy search: the form, what the run says, and its rows.
class VacanciesPage : public QWidget
{
    Q_OBJECT

public:
    /// presenter outlives the page.
    VacanciesPage(const Services &services, const FormPresenter &presenter, QWidget *parent = nullptr);

    FormValues values() const;
    void setValues(const FormValues &values);
    /// An empty form for the sources that can be asked.
    void newSearch();
    /// The form filled for the practice server, and a line that says so.
    void preparePractice();
    /// A run of the open project with the form that started it.
    void showRun(const models::RunEntry &run);
    void follow(session::RunHandle *run);
    void clear(); ///< the project goes

    void focusForm();
    QWidget *form() const;
    store::RunId run() const { return m_run; }
    bool isUnderWay() const;

    void search();    ///< with what the form holds
    void pressMain(); ///< Search, Pause or Continue, whichever it is
    void finish();
    void retryNow();
    void goOn(); ///< with the shown run, when it was left unfinished

    /// Where the rows are shown; takes it over.
    void setResults(QWidget *results, std::function<void(store::RunId)> show);

Q_SIGNALS:
    void runShown(linnet::store::RunId run);
    void progressed(const linnet::jobs::Progress &progress);
    void connectRequested();
    void problemsRequested();
    void failed(const linnet::Error &error); ///< no project could be made

private:
    void askTerms();
    void begin();
    void showProgress();
    void showNotice(const jobs::Progress &progress);
    void act(int action);
    void showIdle();
    void showForm();
    void searchElsewhere();

    enum class Action : quint8
    {
        OpenCaptcha,
        TryNow,
        SearchElsewhere,
        Connect,
        GoOn,
        Problems
    };

    Services m_services;
    const FormPresenter &m_presenter;
    Banner *m_hint;
    Banner *m_notice;
    SearchForm *m_form;
    QStackedWidget *m_centre;
    EmptyState *m_empty;
    QPointer<session::RunHandle> m_handle;
    store::RunId m_run = 0;
    QList<Action> m_actions;
    QUrl m_captcha;
    QTimer m_countdown;
    std::function<void(store::RunId)> m_showRows;
};

} // namespace linnet::gui
