// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/crawl/crawlpresenter.h"
#include "models/backgroundtask.h"

#include <QTimer>
#include <QWidget>

#include <memory>

namespace Ui {
class CrawlForm;
}

namespace linnet::gui {

class ProxyPicker;
class RunControls;

/// The fields of a crawl: addresses and what belongs to the site in the first line, limits, patterns and
/// logins behind "More".
class CrawlForm : public QWidget
{
    Q_OBJECT

public:
    /// presenter outlives the form.
    explicit CrawlForm(const CrawlPresenter &presenter, QWidget *parent = nullptr);
    ~CrawlForm() override;

    CrawlValues values() const;
    void setValues(const CrawlValues &values);
    /// Names what is wrong under the first line and marks the fields; the first of them gets the focus.
    void showProblems(const QList<CrawlProblem> &problems);
    /// While a run is shown its values cannot be changed, but for the pace.
    void setLocked(bool locked);
    void focusText();
    RunControls &controls() const;
    ProxyPicker &proxyPicker() const;

Q_SIGNALS:
    void changed(); ///< by the user
    /// What was put into the form is read, and what it says of itself is new.
    void listRead();
    void startRequested(); ///< Return in a field
    void paceChanged(std::chrono::milliseconds delay);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void fillLists();
    void connectFields();
    void readList();
    void touched();
    void tell();
    void showDependents();
    void showTrial();
    void sayProblems(const QStringList &lines);
    QWidget *widgetOf(CrawlField field) const;

    const CrawlPresenter &m_presenter;
    std::unique_ptr<Ui::CrawlForm> m_ui;
    QTimer m_rest; ///< after a key: a pasted list may be long
    models::BackgroundTask<CrawlPresenter::List> m_reading;
    bool m_filling = false;
};

} // namespace linnet::gui
