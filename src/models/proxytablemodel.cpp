// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/proxytablemodel.h"

#include "base/errortext.h"
#include "models/poolwords.h"

#include <QLocale>

#include <algorithm>

namespace linnet::models {

using namespace Qt::Literals::StringLiterals;
using proxies::KeptProxy;
using proxies::MemberState;
using proxies::MemberView;

void ProxyTableModel::setList(const proxies::KeptList &list)
{
    if (list == m_list)
        return;
    const bool sameRows = list.id == m_list.id && std::ranges::equal(list.proxies, m_list.proxies, {},
                                                                     &KeptProxy::key, &KeptProxy::key);
    if (sameRows) {
        m_list = list;
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    if (list.id != m_list.id)
        m_views.clear();
    m_list = list;
    endResetModel();
}

void ProxyTableModel::setView(const proxies::PoolView &view)
{
    if (view.list != m_list.id)
        return;
    m_views.clear();
    for (const MemberView &member : view.members)
        m_views.insert(member.key, member);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, State), index(rowCount() - 1, LastFault));
}

int ProxyTableModel::goodCount() const
{
    return int(std::ranges::count_if(m_list.proxies, [this](const KeptProxy &kept) {
        const MemberView *view = viewOf(kept);
        return kept.enabled && view && view->state == MemberState::Good;
    }));
}

const KeptProxy *ProxyTableModel::proxy(const QString &key) const
{
    const auto found = std::ranges::find(m_list.proxies, key, &KeptProxy::key);
    return found == m_list.proxies.end() ? nullptr : &*found;
}

/// A pool knows a proxy by the key it has with the login that is known.
const MemberView *ProxyTableModel::viewOf(const KeptProxy &proxy) const
{
    const auto view = m_views.constFind(proxy.proxy.key());
    return view == m_views.constEnd() ? nullptr : &*view;
}

int ProxyTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_list.proxies.size());
}

int ProxyTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

ProxyTableModel::Tone ProxyTableModel::tone(const KeptProxy &proxy, const MemberView *view)
{
    if (!proxy.enabled || !proxy.proxy.isSupported())
        return Tone::Muted;
    if (proxy.lacksLogin())
        return Tone::Warning;
    if (!view)
        return Tone::Muted;
    switch (view->state) {
    case MemberState::Good:
        return view->bans.isEmpty() ? Tone::Good : Tone::Warning;
    case MemberState::Slow:
    case MemberState::Cooling:
        return Tone::Warning;
    case MemberState::Dead:
        return Tone::Bad;
    case MemberState::Untried:
    case MemberState::Off:
        break;
    }
    return Tone::Muted;
}

QString ProxyTableModel::text(const KeptProxy &proxy, const MemberView *view, int column) const
{
    const QLocale locale;
    switch (column) {
    case Address:
        return proxy.key.contains(u'#') ? tr("%1, with a login").arg(proxy.proxy.address())
                                        : proxy.proxy.address();
    case State:
        return PoolWords::state(proxy, view);
    case Test:
        return PoolWords::verdict(proxy.verdict);
    case Seconds:
        return view ? PoolWords::seconds(view->latency) : QString();
    case Answered:
        return view ? locale.toString(view->succeeded) : QString();
    case Failed:
        return view ? locale.toString(view->failed) : QString();
    case Own:
        return proxy.proxy.mine ? tr("my own") : QString();
    case From: {
        QStringList names;
        for (const proxies::ListSource &source : m_list.sources) {
            if (proxy.sources.contains(source.id))
                names << (source.kind == proxies::ListSource::Kind::Typed ? tr("typed") : source.name);
        }
        names.removeDuplicates();
        return names.join(u", "_s);
    }
    case LastFault:
        return view && view->fault.reason != Reason::None ? ErrorText::sentence(view->fault) : QString();
    default:
        return {};
    }
}

QVariant ProxyTableModel::sortKey(const KeptProxy &proxy, const MemberView *view, int column) const
{
    switch (column) {
    case State:
        return !proxy.proxy.isSupported() ? 9 : !proxy.enabled ? 8 : view ? int(view->state) : 0;
    case Seconds:
        return view && view->latency > 0 ? view->latency : 1e9;
    case Answered:
        return view ? view->succeeded : 0;
    case Failed:
        return view ? view->failed : 0;
    default:
        return text(proxy, view, column);
    }
}

QVariant ProxyTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const KeptProxy &proxy = m_list.proxies.at(index.row());
    const MemberView *view = viewOf(proxy);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text(proxy, view, index.column());
    case Qt::TextAlignmentRole:
        return index.column() == Seconds || index.column() == Answered || index.column() == Failed
                   ? int(Qt::AlignRight | Qt::AlignVCenter)
                   : int(Qt::AlignLeft | Qt::AlignVCenter);
    case KeyRole:
        return proxy.key;
    case SortRole:
        return sortKey(proxy, view, index.column());
    case ToneRole:
        return int(tone(proxy, view));
    default:
        return {};
    }
}

QVariant ProxyTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section == Seconds || section == Answered || section == Failed
                   ? int(Qt::AlignRight | Qt::AlignVCenter)
                   : int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Address:
        return tr("Proxy");
    case State:
        return tr("State");
    case Test:
        return tr("Last test");
    case Seconds:
        return tr("Seconds");
    case Answered:
        return tr("Answered");
    case Failed:
        return tr("Failed");
    case Own:
        return tr("Whose");
    case From:
        return tr("From");
    case LastFault:
        return tr("Last failure");
    default:
        return {};
    }
}

} // namespace linnet::models
