// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/proxies/proxytestvalues.h"
#include "gui/run/runpage.h"
#include "models/readertask.h"
#include "proxies/list/keptlist.h"

namespace linnet::gui {

class ProxyTestForm;

/// The page of a proxy test.
class ProxyTestPage : public RunPage
{
    Q_OBJECT

public:
    explicit ProxyTestPage(const Services &services, QWidget *parent = nullptr);

    ProxyTestForm &proxyForm() const { return *m_form; }
    void focusForm() override;
    void start() override;
    QString summary() const override;
    /// Tests these, with judge and pace as the form has them.
    void test(const QList<proxies::Proxy> &list);

protected:
    QVariant formState() const override;
    void setFormState(const QVariant &state) override;
    void emptyForm() override;
    void readRun(const store::RunInfo &run) override;
    void setFormLocked(bool locked) override;
    Reading reading() const override;

private:
    void noteVerdicts();

    ProxyTestForm *m_form;
    models::ReaderTask<QHash<QString, proxies::TestVerdict>> m_verdicts;
};

} // namespace linnet::gui
