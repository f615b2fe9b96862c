// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/inhibitor.h"

#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

#include <array>

namespace linnet::session {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A service, what it is asked, and how that is taken back (nothing: by closing the descriptor it answered).
struct Service
{
    bool onSystemBus;
    QLatin1StringView name;
    QLatin1StringView path;
    QLatin1StringView interface;
    QLatin1StringView undo;
};

constexpr std::array Services{
    Service{false, "org.freedesktop.PowerManagement"_L1, "/org/freedesktop/PowerManagement/Inhibit"_L1,
            "org.freedesktop.PowerManagement.Inhibit"_L1, "UnInhibit"_L1},
    Service{false, "org.gnome.SessionManager"_L1, "/org/gnome/SessionManager"_L1,
            "org.gnome.SessionManager"_L1, "Uninhibit"_L1},
    Service{true,
            "org.freedesktop.login1"_L1,
            "/org/freedesktop/login1"_L1,
            "org.freedesktop.login1.Manager"_L1,
            {}},
};

QVariantList wish(int service)
{
    const QString who = u"Linnet"_s;
    const QString why = u"Collecting data"_s;
    constexpr uint Suspending = 4;
    switch (service) {
    case 0:
        return {who, why};
    case 1:
        return {who, 0U, why, Suspending};
    default:
        return {u"idle"_s, who, why, u"block"_s};
    }
}

QDBusConnection bus(const Service &service)
{
    return service.onSystemBus ? QDBusConnection::systemBus() : QDBusConnection::sessionBus();
}

QDBusMessage call(const Service &service, QLatin1StringView method)
{
    return QDBusMessage::createMethodCall(service.name, service.path, service.interface, method);
}

} // namespace

Inhibitor::Inhibitor(std::function<void(bool)> told)
    : m_told(std::move(told))
{
}

void Inhibitor::hold()
{
    m_wanted = true;
    ++m_turn;
    ask(0);
}

void Inhibitor::ask(int service)
{
    for (; service < int(Services.size()); ++service) {
        const QDBusConnection connection = bus(Services.at(size_t(service)));
        if (!connection.isConnected())
            continue;
        QDBusMessage message = call(Services.at(size_t(service)), "Inhibit"_L1);
        message.setArguments(wish(service));
        auto *watcher = new QDBusPendingCallWatcher(connection.asyncCall(message), &m_context);
        QObject::connect(watcher, &QDBusPendingCallWatcher::finished, &m_context,
                         [this, service, watcher, turn = m_turn] {
                             watcher->deleteLater();
                             const QDBusMessage answer = watcher->reply();
                             if (!m_wanted || turn != m_turn)
                                 giveBack(service, answer);
                             else if (answer.type() == QDBusMessage::ReplyMessage)
                                 granted(service, answer);
                             else
                                 ask(service + 1);
                         });
        return;
    }
}

void Inhibitor::granted(int service, const QDBusMessage &answer)
{
    m_service = service;
    m_receipt = answer;
    m_told(true);
}

void Inhibitor::giveBack(int service, const QDBusMessage &answer)
{
    const Service &granter = Services.at(size_t(service));
    // A descriptor in the answer is closed with the answer.
    if (answer.type() != QDBusMessage::ReplyMessage || granter.undo.isEmpty())
        return;
    QDBusMessage undo = call(granter, granter.undo);
    undo.setArguments(answer.arguments());
    bus(granter).send(undo);
}

void Inhibitor::release()
{
    m_wanted = false;
    if (m_service >= 0)
        giveBack(m_service, m_receipt);
    m_service = -1;
    m_receipt = {};
    m_told(false);
}

} // namespace linnet::session
