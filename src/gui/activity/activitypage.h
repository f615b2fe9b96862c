// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/activity/underwayview.h"
#include "gui/services.h"
#include "models/activity/hostsmodel.h"
#include "session/session.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QTableView;

namespace linnet::gui {

class AttemptsWaterfall;
class ResultsPane;
class ResultsView;
class Sparkline;

/// What the program asks of whom: the hosts and what they are waited for, three small plots, and every
/// attempt of the shown run as table and waterfall.
class ActivityPage : public QWidget
{
    Q_OBJECT

public:
    explicit ActivityPage(const Services &services, QWidget *parent = nullptr);
    ~ActivityPage() override;

    /// run 0 = none; title is what people call it.
    void showRun(store::RunId run, const QString &title);
    void setTitle(const QString &title);
    store::RunId run() const { return m_run; }
    void clear(); ///< the project goes
    ResultsView &results() const { return *m_results; }
    AttemptsWaterfall &waterfall() const { return *m_waterfall; }
    /// Null while there is no table.
    UnderWayView *underWay() const { return m_underWay; }
    const models::HostsModel &hosts() const { return m_hosts; }
    void saveHar(const QString &path);

Q_SIGNALS:
    void message(const QString &text);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeHosts();
    QWidget *makePlots();
    void showRows();
    void equip(ResultsPane &pane);
    void sample();
    void showChoice();
    QString chosenHost() const;
    void pauseOrResume();
    void askHarFile();

    Services m_services;
    store::RunId m_run = 0;
    bool m_isStale = false; ///< another run is to be shown once the page is seen
    models::HostsModel m_hosts;
    QLabel *m_title;
    QString m_runTitle;
    QTableView *m_hostsView;
    QPushButton *m_pause;
    QPushButton *m_pace;
    Sparkline *m_inFlight;
    Sparkline *m_rate;
    Sparkline *m_retries;
    ResultsView *m_results;
    AttemptsWaterfall *m_waterfall;
    QPointer<UnderWayView> m_underWay; ///< belongs to the table's pane
    QTimer m_sampling;
    qint64 m_requests = -1; ///< when the plots were fed last
    qint64 m_retried = 0;
};

} // namespace linnet::gui
