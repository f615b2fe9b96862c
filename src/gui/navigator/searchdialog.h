// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/saved/savedsearch.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;
class QTimeEdit;

namespace linnet::gui {

/// What is kept of a saved search: its name, folder and note, when it runs by itself, and where each run
/// leaves a file.
class SearchDialog : public QDialog
{
    Q_OBJECT

public:
    /// title: what the task is called now. project: "" = it is not saved yet, so nothing else could run it.
    SearchDialog(const session::SavedSearch &search, const QString &title, const QStringList &folders,
                 const QString &project, QWidget *parent = nullptr);

    session::SavedSearch search() const;

private:
    void makeSchedule();
    std::optional<session::Schedule> schedule() const;
    void chooseFolder();
    void showSchedule();
    void showLines();

    session::SavedSearch m_search;
    QString m_project;
    QString m_title;
    QLineEdit *m_name;
    QComboBox *m_folder;
    QPlainTextEdit *m_note;
    QComboBox *m_unit;
    QSpinBox *m_every;
    QTimeEdit *m_at;
    QLabel *m_next;
    QLineEdit *m_files;
    QCheckBox *m_onlyNew;
    QPushButton *m_lines;
};

} // namespace linnet::gui
