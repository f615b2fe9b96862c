// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/care/newsofversions.h"

#include "base/places.h"
#include "gui/appsettings.h"
#include "gui/widgets/openaddress.h"
#include "session/session.h"

#include <QDateTime>
#include <QHostAddress>
#include <QLoggingCategory>
#include <QMessageBox>
#include <QNetworkInformation>
#include <QPushButton>
#include <QSettings>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(logNews, "linnet.news")

constexpr auto LookEvery = 1h;
constexpr std::chrono::seconds AskEvery = 7 * 24h;

#ifdef LINNET_UPDATE_URL
constexpr const char *BuiltIn = LINNET_UPDATE_URL;
#else
constexpr const char *BuiltIn = "";
#endif

bool isHere(const QUrl &address)
{
    return QHostAddress(address.host()).isLoopback();
}

/// A clear "no" of the system; session::Reachability has asked it.
bool isOffline()
{
    const QNetworkInformation *network = QNetworkInformation::instance();
    return network && network->reachability() == QNetworkInformation::Reachability::Disconnected;
}

} // namespace

QUrl NewsOfVersions::builtInAddress()
{
    const QUrl address(QString::fromLatin1(BuiltIn));
    return address.scheme() == "https"_L1 ? address : QUrl();
}

QString NewsOfVersions::whyNot(const Services &services, const QUrl &address)
{
    if (address.isEmpty())
        return tr("this build has no address to ask");
    if (services.places.isPortable)
        return tr("not when carried on a stick (portable.ini)");
    return {};
}

NewsOfVersions::NewsOfVersions(const Services &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_address(builtInAddress())
{
    connect(&services.session.network(), &session::NetworkControl::versionTold, this, &NewsOfVersions::take);
    m_again.setInterval(LookEvery);
    connect(&m_again, &QTimer::timeout, this, &NewsOfVersions::look);
    m_again.start();
}

void NewsOfVersions::setAddress(const QUrl &address)
{
    if (address.scheme() == "https"_L1 || (address.scheme() == "http"_L1 && isHere(address)))
        m_address = address;
}

void NewsOfVersions::look()
{
    if (!setting::TellNews.read(m_services.settings) || !whyNot(m_services, m_address).isEmpty())
        return;
    if (!isHere(m_address) && isOffline())
        return;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const QDateTime asked = QDateTime::fromString(setting::NewsAsked.read(m_services.settings), Qt::ISODate);
    // A clock that was set back is no reason to wait.
    if (asked.isValid() && asked <= now && asked.secsTo(now) < AskEvery.count())
        return;
    // Before the answer, so that nothing makes it more often.
    setting::NewsAsked.write(m_services.settings, now.toString(Qt::ISODate));
    m_services.session.network().askVersion(m_address);
}

void NewsOfVersions::take(const Result<Release> &told)
{
    if (!told) {
        qCInfo(logNews).noquote() << "no news of versions:" << reasonCode(told.error().reason)
                                  << told.error().status << told.error().detail;
        return;
    }
    setting::NewsVersion.write(m_services.settings, told->version);
    setting::NewsPage.write(m_services.settings, told->page.toString(QUrl::FullyEncoded));
    Q_EMIT changed();
}

std::optional<Release> NewsOfVersions::newer() const
{
    if (!setting::TellNews.read(m_services.settings) || !whyNot(m_services, m_address).isEmpty())
        return {};
    // A file may hold anything.
    const auto known = Release::of(setting::NewsVersion.read(m_services.settings),
                                   setting::NewsPage.read(m_services.settings));
    if (!known || !known->isNewerThan(QStringLiteral(LINNET_VERSION)))
        return {};
    return *known;
}

void NewsOfVersions::askToOpen(QWidget &over)
{
    const std::optional<Release> release = newer();
    if (!release)
        return;
    const QString question = tr("Show the page of Linnet %1 in the browser?").arg(release->version);
    auto *box = new QMessageBox(QMessageBox::Question, question, question, QMessageBox::NoButton, &over);
    box->setObjectName(u"newsBox"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(release->page.toDisplayString() + u"\n\n"_s +
                            tr("Nothing is fetched or installed by itself."));
    auto *agree = box->addButton(tr("Show"), QMessageBox::AcceptRole);
    box->setDefaultButton(agree);
    box->addButton(QMessageBox::Cancel);
    connect(agree, &QPushButton::clicked, this, [page = release->page] { openAddress(page); });
    box->open();
}

} // namespace linnet::gui
