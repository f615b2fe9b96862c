// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/checks/checkspresenter.h"
#include "gui/run/runpage.h"
#include "models/readertask.h"

namespace linnet::gui {

class ChecksForm;
class ComparisonView;

/// The page of a check of addresses.
class ChecksPage : public RunPage
{
    Q_OBJECT

public:
    explicit ChecksPage(const Services &services, QWidget *parent = nullptr);

    ChecksValues values() const;
    void setValues(const ChecksValues &values);
    /// Addresses of the practice server that answer after 200 to 900 ms.
    void preparePractice(const QUrl &server);

    void focusForm() override;
    void start() override;
    void compare(int repetitions);
    void watch(int minutes);
    /// The addresses of the shown run that had no good answer, as a new run.
    void checkFailedAgain();
    QString summary() const override;
    ComparisonView &comparison() const { return *m_comparison; }

protected:
    QVariant formState() const override;
    void setFormState(const QVariant &state) override;
    void emptyForm() override;
    void readRun(const store::RunInfo &run) override;
    void setFormLocked(bool locked) override;
    Reading reading() const override { return Reading::Units; }
    void offerActions(const RunView &view) override;

private:
    void startWith(checks::CheckSpec spec);

    ChecksForm *m_form;
    ComparisonView *m_comparison;
    models::ReaderTask<QStringList> m_addresses; ///< of a run that is shown, for the form
    models::ReaderTask<QStringList> m_failed;
};

} // namespace linnet::gui
