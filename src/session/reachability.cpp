// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/reachability.h"

#include <QNetworkInformation>

namespace linnet::session {

Reachability::Reachability(QObject *parent)
    : QObject(parent)
{
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
        return;
    const QNetworkInformation *system = QNetworkInformation::instance();
    const auto read = [this, system] {
        // Only a clear "no" counts: behind a proxy the internet may be there though the system cannot see it.
        const bool online = system->reachability() != QNetworkInformation::Reachability::Disconnected;
        if (online == m_online)
            return;
        m_online = online;
        Q_EMIT changed(online);
    };
    connect(system, &QNetworkInformation::reachabilityChanged, this, read);
    read();
}

} // namespace linnet::session
