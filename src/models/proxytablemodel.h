// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxies/keptlist.h"
#include "proxies/poolview.h"

#include <QAbstractTableModel>
#include <QHash>

namespace linnet::models {

/// The proxies of a kept list with what is known of each.
class ProxyTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        Address,
        State,
        Test,
        Seconds,
        Answered,
        Failed,
        Own,
        From,
        LastFault,
        ColumnCount
    };
    enum Role
    {
        KeyRole = Qt::UserRole + 1, ///< KeptProxy::key
        SortRole,
        ToneRole, ///< int of Tone, of the state
    };
    enum class Tone : quint8
    {
        Plain,
        Muted,
        Good,
        Warning,
        Bad
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setList(const proxies::KeptList &list);
    /// What is known now; of another list it is ignored.
    void setView(const proxies::PoolView &view);
    int goodCount() const;
    /// Null for a key that is not there.
    const proxies::KeptProxy *proxy(const QString &key) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString text(const proxies::KeptProxy &proxy, const proxies::MemberView *view, int column) const;
    QVariant sortKey(const proxies::KeptProxy &proxy, const proxies::MemberView *view, int column) const;
    static Tone tone(const proxies::KeptProxy &proxy, const proxies::MemberView *view);
    const proxies::MemberView *viewOf(const proxies::KeptProxy &proxy) const;

    proxies::KeptList m_list;
    QHash<QString, proxies::MemberView> m_views;
};

} // namespace linnet::models
