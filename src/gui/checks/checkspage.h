// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/checks/checkspresenter.h"
#include "gui/run/runpage.h"
#include "models/readertask.h"

namespace linnet::gui {

class ChecksForm;
class ComparisonView;

/// The page of a check of addresses.
class ChecksPage : public RunPage, private RunDecisions
{
    Q_OBJECT

public:
    explicit ChecksPage(const Services &services, QWidget *parent = nullptr);

    ChecksValues values() const;
    void setValues(const ChecksValues &values);
    /// Addresses of the practice server that answer after 200 to 900 ms.
    void preparePractice(const QUrl &server);

    void compare(int repetitions);
    void watch(int minutes);
    /// The addresses of the shown run that had no good answer, as a new run.
    void checkFailedAgain();
    ComparisonView &comparison() const { return *m_comparison; }

private:
    QVariant freshForm() const override;
    void readRun(const store::RunInfo &run) override;
    void startRun() override;
    std::vector<RunAction> actions(const RunView &view) override;

    void startWith(const checks::CheckSpec &spec);
    void begin(ChecksPresenter::Prepared prepared);
    void orderRows();

    ChecksForm *m_form;
    ComparisonView *m_comparison;
    bool m_isWatch = false;                      ///< the shown run, or the one that begins
    models::ReaderTask<QStringList> m_addresses; ///< of a run that is shown, for the form
    models::ReaderTask<QStringList> m_failed;
};

} // namespace linnet::gui
