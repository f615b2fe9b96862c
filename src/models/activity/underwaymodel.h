// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/activity/underwayfilter.h"

#include <QAbstractTableModel>

namespace linnet::models {

/// The requests that have no answer yet, oldest first: what the engine told last, and nothing besides. A
/// request keeps its row from its queue to its last attempt.
class UnderWayModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        State,
        Seconds, ///< since it was let go; of those that wait, since they wait
        Host,
        Address, ///< without the host; all of it as its tool tip
        Attempt,
        Proxy,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// nowNs: the engine's clock when it told.
    void setRequests(const QList<net::UnderWay> &requests, qint64 nowNs);
    void setRuns(const QList<net::RunId> &runs);
    void setFilter(const table::Filter &filter);
    void setWait(std::optional<net::UnderWay::Wait> wait);
    int underWay() const { return m_underWay; } ///< of the runs, whether they pass the filter or not

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void countsChanged();

private:
    void update();
    QString text(const net::UnderWay &request, int column) const;

    UnderWayFilter m_filter;
    QList<net::UnderWay> m_all;
    QList<net::UnderWay> m_rows; ///< those that pass, by id
    qint64 m_nowNs = 0;
    int m_underWay = 0;
};

} // namespace linnet::models
