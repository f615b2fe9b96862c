// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/crawl/crawlpresenter.h"
#include "gui/run/runform.h"
#include "models/backgroundtask.h"

#include <QTimer>

#include <memory>

namespace Ui {
class CrawlForm;
}

namespace linnet::gui {

/// The fields of a crawl: addresses and what belongs to the site in the first line, limits, patterns and
/// logins behind "More".
class CrawlForm : public FormOf<CrawlValues>
{
    Q_OBJECT

public:
    /// presenter outlives the form.
    explicit CrawlForm(const CrawlPresenter &presenter, QWidget *parent = nullptr);
    ~CrawlForm() override;

    CrawlValues values() const override;
    void setValues(const CrawlValues &values) override;
    QString summary() const override;
    /// Names what is wrong until it is put right and marks the fields; the first of them gets the focus.
    void showProblems(const QList<CrawlProblem> &problems);

protected:
    void lock(bool locked) override;
    void retranslate() override;
    void touch() override;

private:
    void fillLists();
    void connectFields();
    void touchSoon();
    void readList();
    void tell();
    void showDependents();
    void showTrial();
    void sayProblems(const QList<CrawlProblem> &problems, bool takeFocus);
    QWidget *widgetOf(CrawlField field) const;

    const CrawlPresenter &m_presenter;
    std::unique_ptr<Ui::CrawlForm> m_ui;
    QTimer m_rest; ///< after a key: a pasted list may be long
    models::BackgroundTask<CrawlPresenter::List> m_reading;
};

} // namespace linnet::gui
