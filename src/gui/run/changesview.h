// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/services.h"
#include "gui/table/resultspane.h"
#include "models/backgroundtask.h"
#include "models/changesfinder.h"
#include "session/changes/confirmrun.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace linnet::gui {

class Banner;
class ElidedLabel;
class EmptyState;

/// What changed from an earlier run to the one that its page shows: which run that is, how much changed, and
/// the changes as a table with filters of its own. They are found beside the window.
class ChangesView : public QWidget
{
    Q_OBJECT

public:
    /// tables: of the page; the first whose changes can be told is the one that is compared.
    ChangesView(const Services &services, const QList<ResultsTable> &tables, QWidget *parent = nullptr);

    /// The run of the page, which is over; 0 = none. Looks for earlier ones: offered() tells.
    void setRun(store::RunId run);
    /// The run becomes that of the page. older 0 = the last time.
    void compare(store::RunId older, store::RunId run);
    /// Compares with the last time unless something is shown or under way.
    void showWhatThereIs();
    /// The same, and a run that has none before it is looked at alone: when its rows were seen is known then.
    void findHistory();

    ResultsPane &pane() const { return *m_pane; }
    bool hasChanges() const;
    QString sentence() const; ///< "" while nothing is known
    /// For the rows of the page themselves; null while nothing is known.
    const std::shared_ptr<const session::RunChanges> &known() const { return m_known; }
    void retranslate(const QList<ResultsTable> &tables);

Q_SIGNALS:
    void offered(bool isThere); ///< whether there is an earlier run to compare with
    void found();               ///< what is shown is another comparison
    /// A run that asks for what is gone or was not seen is ready to be begun.
    void confirmReady(const linnet::session::RunParams &params);
    void knownChanged(); ///< known() is another, or will be soon

private:
    QWidget *makeBar();
    void letGo();
    void take(const models::ChangesFinder::Found &found);
    void showChoice();
    void showState();
    void showTexts();
    void confirm();
    qint64 missing() const; ///< ads that are gone or were not seen

    Services m_services;
    ResultsPane *m_pane;
    QComboBox *m_choice;
    QLabel *m_choiceLabel;
    ElidedLabel *m_text;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
    QPushButton *m_confirm;
    Banner *m_warning;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
    store::RunId m_run = 0;
    store::RunId m_older = 0; ///< that was asked for; 0 = the last time
    bool m_isComparing = false;
    bool m_isLookedFor = false;
    QString m_failure;
    std::vector<store::RunInfo> m_earlier;
    std::shared_ptr<const session::RunChanges> m_changes; ///< outlives the readers of the pane
    std::shared_ptr<const session::RunChanges> m_known;   ///< the same, or of the run alone
    bool m_isAlone = false;                               ///< the run alone is being looked at
    models::ChangesFinder m_finder;
    models::BackgroundTask<Result<session::RunParams>> m_confirming;
};

} // namespace linnet::gui
