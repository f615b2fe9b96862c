// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/run/runpresenter.h"
#include "gui/services.h"
#include "gui/table/resultsview.h"
#include "models/backgroundtask.h"
#include "models/runlist.h"

#include <QPointer>
#include <QTimer>
#include <QVariant>
#include <QWidget>

class QStackedWidget;
class QVBoxLayout;

namespace linnet::session {
struct RunParams;
}

namespace linnet::gui {

class Banner;
class EmptyState;
class ProxyPicker;
struct ProxyUse;
class RunControls;

/// The page of a kind of task: its form, what the run says, and the rows. The form, what it means and further
/// offers come from a class made of this one, which calls setForm() once and formChanged() whenever the form
/// was touched.
class RunPage : public QWidget
{
    Q_OBJECT

public:
    /// What is shown and typed, for a window that takes the place of this one.
    struct State
    {
        QVariant form;
        store::RunId run = 0;
        ResultsView::State results;
    };

    RunPage(const Services &services, RunWords words, const QList<ResultsTable> &tables,
            QWidget *parent = nullptr);
    ~RunPage() override;

    State state() const;
    /// Rows and filter come with the run: follow() or showRun().
    void restore(const State &state);

    /// An empty form, and no run.
    void newTask();
    /// A run of the open project with the form that started it.
    void showRun(const models::RunEntry &run);
    void follow(session::RunHandle *run);
    void clear(); ///< the project goes

    virtual void focusForm() = 0;
    /// Begins with what the form holds, or says what is wrong with it.
    virtual void start() = 0;
    void pressMain(); ///< start, pause or continue, whichever it is
    void finish();
    void retryNow();
    void goOn(); ///< with the shown run, when it was left unfinished

    QWidget *form() const { return m_form; }
    ResultsView &results() const { return *m_results; }
    const RunWords &words() const { return m_presenter.words(); }
    store::RunId run() const { return m_run; }
    bool isUnderWay() const;             ///< a run of it, or what comes before
    virtual QString summary() const = 0; ///< what people would call a run of this form

Q_SIGNALS:
    void runShown(linnet::store::RunId run);
    void progressed(const linnet::jobs::Progress &progress);
    void problemsRequested();
    void proxyListsRequested();
    void accountRequested(const QString &sourceId); ///< its access token is wanted
    void failed(const linnet::Error &error);        ///< no run could be begun

protected:
    /// A line above the form: what should be known before it starts.
    struct Hint
    {
        bool warning = false;
        QString text; ///< empty = none
        QString action;
        std::function<void()> act;
    };

    /// Once, at the end of the constructor.
    void setForm(QWidget *form, RunControls &controls);
    /// Whether none of the proxies chosen may carry a token, a cookie or a login.
    bool lacksOwnProxy(const ProxyUse &use) const;
    Hint ownProxyHint(); ///< that says so
    /// For the form's choice of proxies; before setForm().
    void usePicker(ProxyPicker &picker);
    void formTouched(); ///< by the user; what it says of itself may come later
    void showForm();    ///< what it says of itself is new
    void formChanged(); ///< both
    /// For a form that may hold a long list: `read` runs in another thread, then what it gives runs in this
    /// one. Until then the page is under way.
    void prepare(std::function<std::function<void()>()> read);
    /// Starts a run, in a new project when none is open.
    void begin(session::RunParams params);
    /// Adds a button to the line that says how the run stands; only inside offerActions().
    void offer(const QString &text, std::function<void()> act);
    const Services &services() const { return m_services; }

    virtual QVariant formState() const = 0;
    virtual void setFormState(const QVariant &state) = 0;
    virtual void emptyForm() = 0;
    /// Fills the form with what a run was started with, if that can be read.
    virtual void readRun(const store::RunInfo &run) = 0;
    virtual void setFormLocked(bool locked) = 0;
    virtual Reading reading() const = 0;
    virtual Hint hint() { return {}; }
    /// What can be done about how the run stands, beside what every run offers.
    virtual void offerActions(const RunView &view) { Q_UNUSED(view) }

private:
    bool isRunning() const;
    void showIdle();
    void showRows();
    void showProgress();
    void showNotice(const RunView &view, const jobs::Progress &progress);
    void showHint();

    Services m_services;
    RunPresenter m_presenter;
    QList<ResultsTable> m_tables;
    Banner *m_hint;
    Banner *m_notice; ///< how the run ended
    Banner *m_wait;   ///< why it does not go on just now; below the rows, which it must not move
    QVBoxLayout *m_layout;
    QWidget *m_form = nullptr;
    ProxyPicker *m_picker = nullptr; ///< of the form
    RunControls *m_controls = nullptr;
    QStackedWidget *m_centre;
    EmptyState *m_empty;
    ResultsView *m_results;
    models::BackgroundTask<std::function<void()>> m_preparing;
    QPointer<session::RunHandle> m_handle;
    store::RunId m_run = 0;
    QString m_ended; ///< how the shown run ended, until the form is touched
    std::vector<std::function<void()>> m_actions;
    QStringList m_actionTexts;
    std::function<void()> m_hintAction;
    QTimer m_countdown;
};

} // namespace linnet::gui
