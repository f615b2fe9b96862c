// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/activity/hostsmodel.h"

#include <QLocale>

#include <algorithm>

namespace linnet::models {

namespace {

/// What people should see first.
int weight(const net::HostState &host)
{
    return (host.paused ? 8 : 0) + (host.unreachable ? 4 : 0) + (host.pausedUntil > Moment() ? 2 : 0) +
           (host.inFlight > 0 ? 1 : 0);
}

} // namespace

void HostsModel::setHosts(QList<net::HostState> hosts, qint64 nowNs)
{
    m_inFlight = m_queued = 0;
    for (const net::HostState &host : hosts) {
        m_inFlight += host.inFlight;
        m_queued += host.queued;
    }
    const auto before = [](const net::HostState &a, const net::HostState &b) {
        return std::pair(-weight(a), a.host) < std::pair(-weight(b), b.host);
    };
    const qsizetype kept = std::min<qsizetype>(hosts.size(), MostHosts);
    std::ranges::partial_sort(hosts, hosts.begin() + kept, before);
    hosts.resize(kept);
    m_nowNs = nowNs;
    const bool sameHosts =
        std::ranges::equal(hosts, m_hosts, {}, &net::HostState::host, &net::HostState::host);
    if (sameHosts) {
        m_hosts = std::move(hosts);
        if (!m_hosts.isEmpty())
            Q_EMIT dataChanged(index(0, 0), index(int(m_hosts.size()) - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_hosts = std::move(hosts);
    endResetModel();
}

QString HostsModel::stateText(const net::HostState &host, qint64 nowNs)
{
    if (host.paused)
        return tr("paused from here");
    const Moment now = momentAt(nowNs);
    if (host.pausedUntil > now)
        return tr("paused %n s because the server asked for it", nullptr,
                  int(std::chrono::ceil<std::chrono::seconds>(host.pausedUntil - now).count()));
    if (host.unreachable)
        return tr("does not answer; tried again from time to time");
    if (host.queued > 0 && host.inFlight == 0)
        return tr("waiting for the pace");
    return host.inFlight > 0 ? tr("working") : tr("idle");
}

int HostsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_hosts.size());
}

int HostsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant HostsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_hosts.size())
        return {};
    const net::HostState &host = m_hosts[index.row()];
    if (role == HostRole)
        return host.host.toString();
    if (role == PausedRole)
        return host.paused;
    if (role == Qt::TextAlignmentRole && (index.column() == InFlight || index.column() == Queued))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Host:
        return host.host.toString();
    case InFlight:
        return QLocale().toString(host.inFlight);
    case Queued:
        return QLocale().toString(host.queued);
    default:
        return stateText(host, m_nowNs);
    }
}

QVariant HostsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const bool isNumber = section == InFlight || section == Queued;
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return int((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Host:
        return tr("Host");
    case InFlight:
        return tr("Under way");
    case Queued:
        return tr("Waiting");
    default:
        return tr("What it does");
    }
}

} // namespace linnet::models
