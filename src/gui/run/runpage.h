// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/run/rundecisions.h"
#include "gui/run/runform.h"
#include "gui/services.h"
#include "gui/table/resultsview.h"
#include "models/backgroundtask.h"
#include "models/readertask.h"
#include "models/runlist.h"
#include "session/changes/confirmrun.h"

#include <QPointer>
#include <QTimer>

#include <any>
#include <optional>

class QStackedWidget;
class QVBoxLayout;

namespace linnet::session {
struct RunParams;
}

namespace linnet::imports {
struct ImportSpec;
}

namespace linnet::gui {

class Banner;
class ChangesView;
class TrendsView;
class EmptyState;
class InsightTab;
struct ProxyUse;

/// The page of a kind of task: its form, what the run says, and the rows. What the form means is decided by a
/// RunDecisions, which the pages made of this one are.
class RunPage : public QWidget
{
    Q_OBJECT

public:
    /// Asked again when the language changes.
    struct Texts
    {
        RunWords (*words)();
        QList<ResultsTable> (*tables)();
    };

    RunPage(const Services &services, Texts texts, QWidget *parent = nullptr);
    ~RunPage() override;

    /// An empty form, and no run.
    void newTask();
    /// A run of the open project with the form that started it.
    void showRun(const models::RunEntry &run);
    void follow(session::RunHandle *run);
    void clear(); ///< the project goes
    /// Begins a run that makes rows of files.
    void startImport(const imports::ImportSpec &spec);

    void focusForm() { m_form->focusFirst(); }
    /// Begins with what the form holds, or says what is wrong with it.
    void start();
    void pressMain(); ///< start, pause or continue, whichever it is
    void finish();
    void retryNow();
    void goOn(); ///< with the shown run, when it was left unfinished
    /// What changed up to the shown run, since another one; 0 = since the last time.
    void showChanges(store::RunId older = 0);

    RunForm *form() const { return m_form; }
    ResultsView &results() const { return *m_results; }
    QList<ResultsView::TabName> tabNames() const; ///< of the shown run
    ChangesView &changes() const { return *m_changes; }
    InsightTab *insight() const { return m_insight; }
    TrendsView &trends() const { return *m_trends; }
    const RunWords &words() const { return m_presenter.words(); }
    store::RunId run() const { return m_run; }
    bool isUnderWay() const; ///< a run of it, or what comes before
    QString summary() const { return m_form->summary(); }

Q_SIGNALS:
    void runShown(linnet::store::RunId run);
    void emptied(); ///< newTask()
    void progressed(const linnet::jobs::Progress &progress);
    void problemsRequested();
    void proxyListsRequested();
    void accountRequested(const QString &sourceId); ///< its access token is wanted
    void failed(const linnet::Error &error);        ///< no run could be begun

protected:
    /// Once, at the end of the constructor.
    void setForm(RunForm *form, RunDecisions &decisions);
    /// Whether none of the proxies chosen may carry a token, a cookie or a login.
    bool lacksOwnProxy(const ProxyUse &use) const;
    RunHint ownProxyHint(); ///< that says so
    /// Whether the practice server is asked there, which runs.
    bool isPractice(const QString &address) const;
    void showForm(); ///< what it says of itself is new
    /// For a form that may hold a long list: `read` runs in another thread and has nothing but the values
    /// that it is given, then `then` runs in this one with what was read. Until then the page is under way.
    template <typename Read, typename... Values>
    void prepare(Read (*read)(const Values &...), std::type_identity_t<std::function<void(Read)>> then,
                 const std::type_identity_t<Values> &...values)
    {
        static_assert((!std::is_pointer_v<Values> && ...), "what runs in another thread gets values only");
        prepareAny([read, ... values = values]() -> std::any { return read(values...); },
                   [then = std::move(then)](std::any &prepared) {
                       then(std::move(*std::any_cast<Read>(&prepared)));
                   });
    }
    /// Starts a run, in a new project when none is open.
    void begin(session::RunParams params);
    /// What the rows of the shown run have shown; it is said with its end.
    void setOutcome(const RunOutcome &outcome);
    const Services &services() const { return m_services; }

private:
    bool isRunning() const;
    void prepareAny(std::function<std::any()> read, std::function<void(std::any &)> then);
    void showIdle();
    void showRows();
    void showProgress();
    void sayProgress();
    void showNotice(const RunView &view, const jobs::Progress &progress);
    store::RunInfo atPractice(const store::RunInfo &run) const;
    void showInterrupted(qint64 rows);
    void showHint();
    void sayEmpty();
    void addInsight();
    void connectChanges();
    void findChanges(store::RunId older, bool isNews);
    void tellChanges();
    void tellConfirmed();
    void findHistory();
    void retranslate();

    Services m_services;
    Texts m_texts;
    RunPresenter m_presenter;
    RunDecisions *m_decisions = nullptr;
    Banner *m_hint;
    Banner *m_notice; ///< how the run ended
    Banner *m_wait;   ///< why it does not go on just now; below the rows, which it must not move
    Banner *m_news;   ///< what changed since the last time; below the rows, too
    QVBoxLayout *m_layout;
    RunForm *m_form = nullptr;
    QStackedWidget *m_centre;
    EmptyState *m_empty;
    ResultsView *m_results;
    InsightTab *m_insight = nullptr; ///< null: its rows have no questions
    ChangesView *m_changes;
    TrendsView *m_trends;
    models::BackgroundTask<std::any> m_preparing;
    std::function<void(std::any &)> m_prepared;
    QPointer<session::RunHandle> m_handle;
    store::RunId m_run = 0;
    QString m_ended;                       ///< how the shown run ended, until the form is touched
    std::optional<qint64> m_interruptedAt; ///< rows of the shown run, which nobody works on
    RunOutcome m_outcome;                  ///< of the shown run
    store::RunId m_confirming = 0;         ///< the run that asks for what is gone, while it is shown
    models::ReaderTask<session::Confirmed> m_confirmed;
    bool m_isNews = false;            ///< the shown run has just ended: what changed is told
    int m_question = 0;               ///< the latest one of what changed
    bool m_isEndTold = false;         ///< to screen readers
    bool m_isNothingRead = false;     ///< every request of the shown run failed
    std::vector<RunAction> m_actions; ///< of the notice
    std::function<void()> m_hintAction;
    QTimer m_countdown;
};

} // namespace linnet::gui
