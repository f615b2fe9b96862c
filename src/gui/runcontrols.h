// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/runpresenter.h"

#include <QWidget>

class QProgressBar;
class QPushButton;

namespace linnet::gui {

class ElidedLabel;

/// The page's main button and what a run says beside it: Search, then Pause or Continue, Finish here, a bar
/// and how far it is.
class RunControls : public QWidget
{
    Q_OBJECT

public:
    explicit RunControls(QWidget *parent = nullptr);

    void showIdle(const QString &summary);
    void showRun(const RunView &view);
    bool isIdle() const { return m_idle; }
    QString status() const;

    void pressMain();   ///< as if the main button was clicked
    void pressFinish(); ///< nothing happens while nothing runs

Q_SIGNALS:
    void searchClicked();
    void pauseClicked();
    void resumeClicked();
    void finishClicked();

private:
    QPushButton *m_main;
    QPushButton *m_finish;
    QProgressBar *m_bar;
    ElidedLabel *m_status;
    bool m_idle = true;
    bool m_paused = false;
};

} // namespace linnet::gui
