// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/windowdialogs.h"

#include "gui/care/cleardatadialog.h"
#include "gui/care/faultreport.h"
#include "gui/care/faultreportdialog.h"
#include "gui/care/newsofversions.h"
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

using namespace Qt::Literals::StringLiterals;

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
    , m_news(new NewsOfVersions(services, this))
{
    const auto provide = [this](const QString &id, void (WindowDialogs::*open)()) {
        m_services.actions.provide(id, &m_window, {[this, open] { (this->*open)(); }, {}, {}});
    };
    provide(u"edit.settings"_s, &WindowDialogs::openSettings);
    provide(u"edit.history"_s, &WindowDialogs::openHistory);
    provide(u"help.keys"_s, &WindowDialogs::openKeys);
    provide(u"help.report"_s, &WindowDialogs::openReport);
    provide(u"help.about"_s, &WindowDialogs::openAbout);
    session::ProxyAccess &proxies = m_services.access.proxies();
    connect(&proxies, &session::ProxyAccess::wanted, this, &WindowDialogs::openProxyLogin);
    proxies.setAsking(true);
}

void WindowDialogs::openSettings()
{
    auto *dialog = new SettingsDialog(m_services, &m_window);
    connect(dialog, &SettingsDialog::languageChosen, this, &WindowDialogs::languageChosen);
    connect(dialog, &SettingsDialog::connectRequested, this, &WindowDialogs::openToken);
    dialog->setNewsAddress(m_news->address());
    connect(dialog, &SettingsDialog::newsWanted, m_news, [news = m_news] {
        news->look();
        Q_EMIT news->changed();
    });
    connect(dialog, &SettingsDialog::clearRequested, this, [this, dialog] { openClearData(*dialog); });
    open(dialog);
}

void WindowDialogs::openClearData(SettingsDialog &over)
{
    auto *dialog = new ClearDataDialog(m_services, &over);
    connect(dialog, &ClearDataDialog::settingsGoing, &over, &SettingsDialog::showDefaults);
    connect(dialog, &ClearDataDialog::cleared, this, &WindowDialogs::dataCleared);
    connect(dialog, &ClearDataDialog::layoutCleared, this, &WindowDialogs::layoutCleared);
    connect(dialog, &ClearDataDialog::cleared, m_news, &NewsOfVersions::changed);
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
    dialog->offerTest(m_services.session.network(), m_services.access.token(source.id()));
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
    auto *dialog = new AboutDialog(&m_window);
    if (const auto newer = m_news->newer())
        dialog->showNewer(newer->version);
    connect(dialog, &AboutDialog::reportRequested, this, &WindowDialogs::openReport);
    connect(dialog, &AboutDialog::newerRequested, this, &WindowDialogs::openNewer);
    open(dialog);
}

void WindowDialogs::openReport()
{
    open(new FaultReportDialog(faultReport(m_services), &m_window));
}

void WindowDialogs::openNewer()
{
    m_news->askToOpen(m_window);
}

} // namespace linnet::gui
