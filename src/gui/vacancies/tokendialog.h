// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QDialog>
#include <QUrl>

#include <memory>

namespace Ui {
class TokenDialog;
}
namespace linnet::session {
class Access;
class Session;
} // namespace linnet::session
namespace linnet::vacancies {
class VacancySource;
}

namespace linnet::gui {

/// Takes the user's access token for a source, says who can get one, tests it, keeps or removes it.
class TokenDialog : public QDialog
{
    Q_OBJECT

public:
    /// All outlive the dialog; the source is one with tokens.
    TokenDialog(session::Session &session, session::Access &access, const vacancies::VacancySource &source,
                QWidget *parent = nullptr);
    ~TokenDialog() override;

    /// Asks this address instead of the source's own, for practice.
    void setAddress(const QUrl &address);

private:
    void showSource();
    void test();
    void prepareGrant();
    void grant();
    void showGranted(const Result<QByteArray> &token);
    void showTested(const Result<QString> &owner);
    void save();
    void showKept(const Result<void> &result);
    void say(const QString &text, bool good);

    session::Session &m_session;
    session::Access &m_access;
    const vacancies::VacancySource &m_source;
    QUrl m_address;
    std::unique_ptr<Ui::TokenDialog> m_ui;
};

} // namespace linnet::gui
