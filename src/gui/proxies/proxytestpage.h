// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/proxies/proxytestpresenter.h"
#include "gui/run/runpage.h"
#include "models/readertask.h"
#include "proxies/list/keptlist.h"

namespace linnet::gui {

class ProxyTestForm;

/// The page of a proxy test.
class ProxyTestPage : public RunPage, private RunDecisions
{
    Q_OBJECT

public:
    explicit ProxyTestPage(const Services &services, QWidget *parent = nullptr);

    ProxyTestForm &testForm() const { return *m_form; }
    /// Tests these, with judge and pace as the form has them.
    void test(const QList<proxies::Proxy> &list);

private:
    QVariant freshForm() const override;
    void readRun(const store::RunInfo &run) override;
    void startRun() override;

    void begin(ProxyTestPresenter::Prepared prepared);
    void noteVerdicts();

    ProxyTestForm *m_form;
    models::ReaderTask<QHash<QString, proxies::TestVerdict>> m_verdicts;
};

} // namespace linnet::gui
