// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxies/list/keptlist.h"
#include "proxies/pool/poolview.h"

#include <QAbstractTableModel>
#include <QFutureWatcher>
#include <QHash>

#include <vector>

namespace linnet::models {

/// The proxies of a kept list with what is known of each, in the order of the list or sorted by a column.
/// Sorting goes on in another thread, and rows stay where they are when what is known changes.
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
        ToneRole,                   ///< int of Tone, of the state
    };
    enum class Tone : quint8
    {
        Plain,
        Muted,
        Good,
        Warning,
        Bad
    };

    explicit ProxyTableModel(QObject *parent = nullptr);
    ~ProxyTableModel() override;

    void setList(const proxies::KeptList &list);
    /// What is known now; of another list it is ignored.
    void setView(const proxies::PoolView &view);
    int goodCount() const;
    const proxies::KeptProxy &proxyAt(int row) const { return m_list.proxies.at(placeOf(row)); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    /// column -1: as the list has them.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

private:
    using Views = QHash<QString, proxies::MemberView>;
    using Order = std::vector<int>; ///< places in the list by row; empty = as they are

    static QString text(const proxies::KeptList &list, const proxies::KeptProxy &proxy,
                        const proxies::MemberView *view, int column);
    static QVariant sortKey(const proxies::KeptList &list, const proxies::KeptProxy &proxy,
                            const proxies::MemberView *view, int column);
    static Order sorted(const proxies::KeptList &list, const Views &views, int column, Qt::SortOrder order);
    static Tone tone(const proxies::KeptProxy &proxy, const proxies::MemberView *view);
    static const proxies::MemberView *viewOf(const Views &views, const proxies::KeptProxy &proxy);
    int placeOf(int row) const { return m_order.empty() ? row : m_order[size_t(row)]; }
    void startSorting();
    void setOrder(Order order);

    proxies::KeptList m_list;
    Views m_views;
    Order m_order;
    int m_sortColumn = -1;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    QFutureWatcher<Order> m_sorting;
};

} // namespace linnet::models
