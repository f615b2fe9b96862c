// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <memory>

class QSettings;

namespace Ui {
class SourceTermsDialog;
}
namespace linnet::vacancies {
class VacancySource;
}

namespace linnet::gui {

/// Shows the terms of a source in a few lines, before it is asked for the first time.
class SourceTermsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit SourceTermsDialog(const vacancies::VacancySource &source, QWidget *parent = nullptr);
    ~SourceTermsDialog() override;

    /// Only to look at: one button.
    void setReadOnly();

    /// Terms that were seen are not shown again until we read newer ones.
    static bool seen(const QSettings &settings, const vacancies::VacancySource &source);
    static void remember(QSettings &settings, const vacancies::VacancySource &source);

private:
    std::unique_ptr<Ui::SourceTermsDialog> m_ui;
};

} // namespace linnet::gui
