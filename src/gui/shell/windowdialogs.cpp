// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/windowdialogs.h"

#include "gui/proxies/proxylogindialog.h"
#include "gui/shell/aboutdialog.h"
#include "gui/shell/historydialog.h"
#include "gui/shell/keysdialog.h"
#include "gui/shell/settingsdialog.h"
#include "gui/vacancies/sourcetermsdialog.h"
#include "gui/vacancies/tokendialog.h"
#include "gui/widgets/actionregistry.h"
#include "session/access.h"
#include "vacancies/search/sources.h"

#include <QGuiApplication>
#include <QMainWindow>
#include <QMessageBox>

namespace linnet::gui {

namespace {

void open(QDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace

WindowDialogs::WindowDialogs(const Services &services, QMainWindow &window)
    : QObject(&window)
    , m_services(services)
    , m_window(window)
{
    session::ProxyAccess &proxies = m_services.access.proxies();
    connect(&proxies, &session::ProxyAccess::wanted, this, &WindowDialogs::openProxyLogin);
    proxies.setAsking(true);
}

void WindowDialogs::openSettings()
{
    auto *dialog = new SettingsDialog(m_services, &m_window);
    connect(dialog, &SettingsDialog::languageChosen, this, &WindowDialogs::languageChosen);
    connect(dialog, &SettingsDialog::connectRequested, this, &WindowDialogs::openToken);
    open(dialog);
}

void WindowDialogs::openToken(const QString &sourceId)
{
    if (const vacancies::VacancySource *source = vacancies::sourceById(sourceId))
        open(new TokenDialog(m_services.session, m_services.access, *source, &m_window));
}

void WindowDialogs::openTerms(const vacancies::VacancySource &source)
{
    auto *dialog = new SourceTermsDialog(source, &m_window);
    dialog->setReadOnly();
    open(dialog);
}

void WindowDialogs::openKeys()
{
    open(new KeysDialog(m_services.actions, &m_window));
}

void WindowDialogs::openHistory()
{
    open(new HistoryDialog(m_services.actions.history(), &m_window));
}

void WindowDialogs::openProxyLogin(const QString &proxy, bool again)
{
    open(new ProxyLoginDialog(m_services.access.proxies(), proxy, again, &m_window));
}

void WindowDialogs::warn(const QString &text)
{
    open(new QMessageBox(QMessageBox::Warning, QGuiApplication::applicationDisplayName(), text,
                         QMessageBox::Ok, &m_window));
}

void WindowDialogs::openAbout()
{
    open(new AboutDialog(&m_window));
}

} // namespace linnet::gui
