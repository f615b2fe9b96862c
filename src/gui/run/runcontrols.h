// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/run/runpresenter.h"

#include <QIcon>
#include <QWidget>

class QProgressBar;
class QPushButton;
class QToolButton;

namespace linnet::gui {

class ElidedLabel;

/// The page's main button and what a run says beside it: the verb of the task, then Pause or Continue, Finish
/// here, a bar and how far it is.
class RunControls : public QWidget
{
    Q_OBJECT

public:
    explicit RunControls(QWidget *parent = nullptr);

    /// What the main button says while nothing runs.
    void setStart(const QString &text, const QString &hint, QLatin1StringView icon);
    /// Something else that can be done while nothing runs, as a quiet button behind what the form says.
    void setSecond(const QString &text, const QString &hint);
    /// `good`: the text is good news, not only a description.
    void showIdle(const QString &text, bool good = false);
    /// Why nothing can be started, which the main button then says; "" = it can.
    void setForbidden(const QString &why);
    void showRun(const RunView &view);
    void pressMain(); ///< as if the main button was clicked

    /// With all of what the run says. It does not shrink while a run is shown, so that the form stays as it
    /// is.
    QSize sizeHint() const override;

Q_SIGNALS:
    void startClicked();
    void secondClicked();
    void pauseClicked();
    void resumeClicked();
    void finishClicked();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showStart();
    void showPause();
    void shareRoom();
    void showStatus(const QString &text, bool good);
    void colourStatus();

    QString m_startText;
    QString m_startHint;
    QString m_forbidden; ///< why nothing can be started
    QIcon m_startIcon;
    QPushButton *m_main;
    QPushButton *m_finish;
    QProgressBar *m_bar;
    ElidedLabel *m_status;
    QToolButton *m_second;
    bool m_idle = true;
    bool m_paused = false;
    bool m_good = false;   ///< the status is good news
    int m_statusWidth = 0; ///< that the status of the run has needed
};

} // namespace linnet::gui
