// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/engine/engine.h"

#include <QAbstractTableModel>

namespace linnet::models {

/// The hosts that the engine deals with: what is under way, what waits, and what it waits for in words.
class HostsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        Host,
        InFlight,
        Queued,
        State,
        ColumnCount
    };
    enum Role
    {
        HostRole = Qt::UserRole,
        PausedRole, ///< by the user or a job
    };
    static constexpr int MostHosts = 300; ///< those that are held up or busy come first

    using QAbstractTableModel::QAbstractTableModel;

    /// nowNs: the engine's clock, to tell how long a pause still is.
    void setHosts(QList<net::HostState> hosts, qint64 nowNs);
    int inFlight() const { return m_inFlight; } ///< of all hosts
    int queued() const { return m_queued; }
    /// "paused 12 s because the server asked for it"
    static QString stateText(const net::HostState &host, qint64 nowNs);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<net::HostState> m_hosts;
    qint64 m_nowNs = 0;
    int m_inFlight = 0;
    int m_queued = 0;
};

} // namespace linnet::models
