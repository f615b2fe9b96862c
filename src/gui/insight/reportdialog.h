// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backgroundtask.h"
#include "models/insight/insightquestion.h"
#include "report/reportmaker.h"

#include <QDialog>
#include <QTimer>

#include <memory>
#include <stop_token>

class QComboBox;
class QFormLayout;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QSettings;

namespace linnet::gui {

class FileMakingBar;

/// What a report says and who says it: makes the file with progress, and offers to open it.
class ReportDialog : public QDialog
{
    Q_OBJECT

public:
    /// rows: of a table that has these questions. settings outlives the dialog, and the project stays open.
    ReportDialog(const QString &projectPath, store::RowQuery rows, QList<models::InsightQuestion> asked,
                 bool beforeTax, const QString &title, QSettings &settings, QWidget *parent = nullptr);
    ~ReportDialog() override;

    /// Shows other rows beside these in each chart; name: of these.
    void compare(const models::InsightSide &other, const QString &name);

    void reject() override; ///< cancels what runs

Q_SIGNALS:
    void made(const QString &path);

private:
    void fillForm(QFormLayout &form);
    void fillQuestions();
    QStringList questions() const;
    void browse(QLineEdit &field, const QString &title, const QString &filter, bool isSaved);
    void setEnding();
    void remember();
    void check();
    void run();
    void finish(const Result<qint64> &bytes);
    void updateControls();

    QSettings &m_settings;
    report::ReportSpec m_spec;
    QList<models::InsightQuestion> m_asked;
    QLineEdit *m_title;
    QLineEdit *m_author;
    QLineEdit *m_logo;
    QPlainTextEdit *m_remarks;
    QListWidget *m_questions;
    QComboBox *m_format;
    QLineEdit *m_path;
    FileMakingBar *m_bar;
    QList<QWidget *> m_choices; ///< off while the file is made
    QString m_made;             ///< the file that was made last
    QTimer m_look;
    std::shared_ptr<report::ReportProgress> m_done;
    std::stop_source m_stop;
    models::BackgroundTask<Result<qint64>> m_task; ///< ends before what it uses goes
};

} // namespace linnet::gui
