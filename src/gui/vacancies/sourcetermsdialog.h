// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <memory>

class QSettings;

namespace Ui {
class SourceTermsDialog;
}
namespace linnet::session {
class NetworkControl;
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
    /// A button that asks the source for one page and says how it answers; not for a source that cannot be
    /// asked without more. token: empty when it wants none. After setReadOnly().
    void offerTest(session::NetworkControl &network, const QByteArray &token);

    /// Terms that were seen are not shown again until we read newer ones.
    static bool seen(const QSettings &settings, const vacancies::VacancySource &source);
    static void remember(QSettings &settings, const vacancies::VacancySource &source);

private:
    const vacancies::VacancySource &m_source;
    std::unique_ptr<Ui::SourceTermsDialog> m_ui;
};

} // namespace linnet::gui
