// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backgroundtask.h"
#include "session/sheets/auditbook.h"

#include <QDialog>
#include <QTimer>

#include <atomic>
#include <memory>
#include <stop_token>

class QLineEdit;
class QPushButton;
class QSettings;

namespace linnet::gui {

class FileMakingBar;

/// Where the workbook of findings goes: writes it with progress, and offers to open it.
class AuditBookDialog : public QDialog
{
    Q_OBJECT

public:
    /// name: of the crawl, for the file. settings outlives the dialog, and the project stays open.
    AuditBookDialog(const QString &projectPath, store::RunId run, const QList<audit::Finding> &findings,
                    const QString &name, QSettings &settings, QWidget *parent = nullptr);
    ~AuditBookDialog() override;

    void reject() override; ///< cancels what runs

Q_SIGNALS:
    void made(const QString &path);

private:
    struct Progress
    {
        std::atomic<qint64> rows = 0;
        std::atomic<qint64> total = 0; ///< 0 = not known yet
    };

    QWidget *makePath();
    void browse();
    void check();
    void run();
    void finish(const Result<exports::ExportReport> &report);
    void updateControls();

    QSettings &m_settings;
    session::AuditBookSpec m_spec;
    QLineEdit *m_path;
    QPushButton *m_browse;
    FileMakingBar *m_bar;
    QTimer m_look;
    std::shared_ptr<Progress> m_done;
    std::stop_source m_stop;
    models::BackgroundTask<Result<exports::ExportReport>> m_task; ///< ends before what it uses goes
};

} // namespace linnet::gui
