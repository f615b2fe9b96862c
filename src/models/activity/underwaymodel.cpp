// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/activity/underwaymodel.h"

#include "models/activity/waterfall.h"

#include <QLocale>
#include <QUrl>

#include <algorithm>

namespace linnet::models {

using net::UnderWay;

namespace {

QString pathOf(const QString &url)
{
    const QString path = QUrl(url).toString(QUrl::RemoveScheme | QUrl::RemoveAuthority);
    return path.isEmpty() ? QStringLiteral("/") : path;
}

} // namespace

void UnderWayModel::setRequests(const QList<UnderWay> &requests, qint64 nowNs)
{
    m_all = requests;
    m_nowNs = nowNs;
    update();
}

void UnderWayModel::setRuns(const QList<net::RunId> &runs)
{
    m_filter.setRuns(runs);
    update();
}

void UnderWayModel::setFilter(const table::Filter &filter)
{
    m_filter.setFilter(filter);
    update();
}

void UnderWayModel::setWait(std::optional<UnderWay::Wait> wait)
{
    m_filter.setWait(wait);
    update();
}

/// Rows come and go one by one, so that a choice and the place that is looked at stay.
void UnderWayModel::update()
{
    m_underWay =
        int(std::ranges::count_if(m_all, [this](const UnderWay &one) { return m_filter.isOfRuns(one); }));
    QList<UnderWay> now;
    std::ranges::copy_if(m_all, std::back_inserter(now),
                         [this](const UnderWay &one) { return m_filter.passes(one); });
    std::ranges::sort(now, {}, &UnderWay::id);
    for (int row = int(m_rows.size()) - 1; row >= 0; --row) {
        if (std::ranges::binary_search(now, m_rows[row].id, {}, &UnderWay::id))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    }
    for (int row = 0; row < now.size(); ++row) {
        if (row < m_rows.size() && m_rows[row].id == now[row].id)
            continue;
        beginInsertRows({}, row, row);
        m_rows.insert(row, now[row]);
        endInsertRows();
    }
    m_rows = std::move(now);
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
    Q_EMIT countsChanged();
}

int UnderWayModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int UnderWayModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant UnderWayModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    if (role == Qt::TextAlignmentRole && (index.column() == Seconds || index.column() == Attempt))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && index.column() == Address)
        return m_rows[index.row()].attempt.url;
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return text(m_rows[index.row()], index.column());
    return {};
}

QString UnderWayModel::text(const UnderWay &request, int column) const
{
    const net::Attempt &attempt = request.attempt;
    const qint64 since = nsOf(attempt.admitted > Moment() ? attempt.admitted : attempt.queued);
    switch (column) {
    case State:
        return Waterfall::waitText(request.wait, attempt.number);
    case Seconds:
        return QLocale().toString(double(std::max<qint64>(0, m_nowNs - since)) / 1e9, 'f', 1);
    case Host:
        return attempt.host.toString();
    case Address:
        return pathOf(attempt.url);
    case Attempt:
        return QLocale().toString(attempt.number);
    default:
        return attempt.proxy.toString();
    }
}

QVariant UnderWayModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const bool isNumber = section == Seconds || section == Attempt;
    if (role == Qt::TextAlignmentRole)
        return int((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == Seconds)
        return tr("Since the request was let go; of those that wait, since they wait");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case State:
        return tr("Now");
    case Seconds:
        return tr("Seconds");
    case Host:
        return tr("Host");
    case Address:
        return tr("Address");
    case Attempt:
        return tr("Attempt");
    default:
        return tr("Proxy");
    }
}

} // namespace linnet::models
