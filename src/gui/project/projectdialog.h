// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/project/projectruns.h"
#include "gui/services.h"
#include "models/backgroundtask.h"

#include <QDialog>
#include <QPointer>

#include <functional>
#include <stop_token>

class QLabel;
class QProgressBar;
class QPushButton;
class QSortFilterProxyModel;
class QSpinBox;
class QStackedWidget;
class QTableView;

namespace linnet::gui {

class Banner;
class EmptyState;
class ProjectCare;

/// The open project as a file: where it is, what its runs take of it, and what can be done for it. Follows
/// the project when it is closed and opened again meanwhile.
class ProjectDialog : public QDialog
{
    Q_OBJECT

public:
    /// Deletes runs so that it can be undone; false when one of them is under way.
    using Remove = std::function<bool(const QList<store::RunId> &)>;

    /// All outlive the dialog.
    ProjectDialog(const Services &services, const models::RunList &runs, ProjectRuns::Words words,
                  ProjectCare &care, Remove remove, QWidget *parent);
    ~ProjectDialog() override;

    ProjectRuns &runs() { return *m_model; }
    bool isReading() const { return m_sizes.isBusy(); } ///< the sizes

private:
    QLayout *makeHead();
    QWidget *makeTable();
    QLayout *makeRunButtons();
    QLayout *makeButtons();
    void connectAll();
    void readSizes();
    void stopReading();
    void showReading(int reading, double share);
    void takeSizes(const Result<store::ProjectSizes> &sizes);
    void showProject();
    void showButtons();
    void say(const QString &text, bool isDamaged);
    void removeChosen();
    QList<store::RunId> chosen() const;

    Services m_services;
    ProjectCare &m_care;
    Remove m_remove;
    ProjectRuns *m_model;
    QSortFilterProxyModel *m_sorted;
    QLabel *m_path;
    QPushButton *m_copy;
    QPushButton *m_folder;
    QLabel *m_size;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
    Banner *m_said;
    std::function<void()> m_offered; ///< by the banner
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QTableView *m_table;
    QPushButton *m_delete;
    QSpinBox *m_keep;
    QPushButton *m_thin;
    QPushButton *m_compact;
    QPushButton *m_check;
    QPushButton *m_rescue;
    std::stop_source m_stop;
    int m_reading = 0; ///< raised with each reading of the sizes
    models::BackgroundTask<Result<store::ProjectSizes>> m_sizes;
};

} // namespace linnet::gui
