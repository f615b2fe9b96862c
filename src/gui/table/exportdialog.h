// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exports/job/exportjob.h"
#include "models/readertask.h"
#include "models/table/exportplan.h"
#include "store/read/querythread.h"

#include <QDialog>
#include <QFutureWatcher>
#include <QTimer>

class QAbstractButton;
class QButtonGroup;
class QCheckBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;
class QSettings;

namespace linnet::gui {

/// Which rows and columns go into which kind of file: shows the first lines of the file as they will be,
/// writes it with progress, and offers to open it.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    /// settings outlives the dialog.
    ExportDialog(models::ExportSource source, QSettings &settings, QWidget *parent = nullptr);
    ~ExportDialog() override;

    void reject() override; ///< cancels what runs

Q_SIGNALS:
    void exported(const QString &path, qint64 rows);

private:
    QAbstractButton *scopeButton(models::ExportPlan::Scope scope) const;
    QWidget *makeScopes();
    QWidget *makeFormats();
    QWidget *makeOptions();
    QWidget *makePath();
    QWidget *makeEnd();
    void chooseTile(int tile);
    void browse();
    void askAllIds();
    void updateControls();
    void schedulePreview();
    void makePreview();
    void showPreview();
    void startExport();
    void run();
    void finish(const Result<exports::ExportReport> &result);
    void say(const QString &text, bool isError);

    QSettings &m_settings;
    models::ExportPlan m_plan;
    /// What is known of the runs.
    struct Known
    {
        models::ExportPlan::AboutLines about;
        exports::PackageFacts facts;
    };
    models::ReaderTask<Known> m_about;
    bool m_aboutKnown = false;
    std::unique_ptr<store::QueryThread> m_queries; ///< only when all rows of a filtered table are wanted
    QFutureWatcher<Result<QByteArray>> m_previews;
    QTimer m_previewRest;
    bool m_previewAgain = false;
    exports::ExportJob *m_job = nullptr;
    QButtonGroup *m_scopes = nullptr;
    QLabel *m_hint = nullptr;
    QCheckBox *m_allColumns = nullptr;
    QCheckBox *m_lineBreaks = nullptr;
    QCheckBox *m_pagesOnly = nullptr;
    QCheckBox *m_asShown = nullptr;
    QCheckBox *m_summary = nullptr;
    QCheckBox *m_package = nullptr;
    QLineEdit *m_path = nullptr;
    QPlainTextEdit *m_preview = nullptr;
    QProgressBar *m_progress = nullptr;
    QLabel *m_message = nullptr;
    QPushButton *m_openFile = nullptr;
    QPushButton *m_openFolder = nullptr;
    QPushButton *m_close = nullptr;
    QPushButton *m_export = nullptr;
    QList<QWidget *> m_choices; ///< off while a file is written
};

} // namespace linnet::gui
