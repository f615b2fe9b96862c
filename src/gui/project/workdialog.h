// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backgroundtask.h"
#include "store/course.h"

#include <QDialog>

#include <functional>
#include <memory>
#include <optional>

class QLabel;
class QProgressBar;
class QPushButton;

namespace linnet::gui {

/// Says over the window that something takes a while, how far it is, and lets it be stopped. The work is done
/// in a thread of its own; the dialog goes when that has ended.
class WorkDialog : public QDialog
{
    Q_OBJECT

public:
    /// What the course is told is shown.
    using Work = std::function<void(const store::Course &course)>;

    /// Opens a dialog over `over`. `work` uses values only; `then` is called with what it gives, unless the
    /// dialog goes before with its window.
    template <typename Given>
    static void run(QWidget *over, const QString &text, std::function<Given(const store::Course &)> work,
                    std::function<void(Given)> then)
    {
        const auto result = std::make_shared<std::optional<Given>>();
        auto *dialog = new WorkDialog(
            text,
            [result, work = std::move(work)](const store::Course &course) { result->emplace(work(course)); },
            over);
        connect(dialog, &WorkDialog::ended, dialog,
                [result, then = std::move(then)] { then(std::move(*result).value_or(Given())); });
        dialog->open();
    }

    WorkDialog(const QString &text, Work work, QWidget *over);
    /// Stops the work and waits for it.
    ~WorkDialog() override;

    void reject() override; ///< stops the work; the dialog stays until it has ended

Q_SIGNALS:
    void ended(); ///< also after it was stopped

private:
    void showProgress(double share);

    QProgressBar *m_bar;
    QPushButton *m_cancel;
    std::stop_source m_stop;
    models::BackgroundTask<bool> m_task;
};

} // namespace linnet::gui
