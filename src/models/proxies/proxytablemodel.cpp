// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/proxies/proxytablemodel.h"

#include "base/errortext.h"
#include "models/proxies/poolwords.h"

#include <QLocale>
#include <QtConcurrentRun>

#include <algorithm>
#include <numeric>

namespace linnet::models {

using namespace Qt::Literals::StringLiterals;
using proxies::KeptProxy;
using proxies::MemberState;
using proxies::MemberView;

namespace {

/// A mark between numbers and texts keeps its distance from both.
int alignmentOf(int column)
{
    using Model = ProxyTableModel;
    if (column == Model::Seconds || column == Model::Answered || column == Model::Failed)
        return int(Qt::AlignRight | Qt::AlignVCenter);
    return int((column == Model::Own ? Qt::AlignHCenter : Qt::AlignLeft) | Qt::AlignVCenter);
}

} // namespace

ProxyTableModel::ProxyTableModel(QObject *parent)
    : QAbstractTableModel(parent)
{
    connect(&m_sorting, &QFutureWatcherBase::finished, this, [this] {
        if (!m_sorting.isCanceled())
            setOrder(m_sorting.result());
    });
}

ProxyTableModel::~ProxyTableModel() = default;

void ProxyTableModel::setList(const proxies::KeptList &list)
{
    if (list.isSame(m_list))
        return;
    const auto isSameProxy = [](const KeptProxy &left, const KeptProxy &right) {
        return left.key.constData() == right.key.constData() || left.key == right.key;
    };
    const bool sameRows =
        list.id == m_list.id && std::ranges::equal(list.proxies, m_list.proxies, isSameProxy);
    if (sameRows) {
        m_list = list;
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    m_sorting.setFuture({});
    m_order.clear();
    if (list.id != m_list.id)
        m_views.clear();
    m_list = list;
    endResetModel();
    startSorting();
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
    if (m_views.isEmpty())
        return 0;
    return int(std::ranges::count_if(m_list.proxies, [this](const KeptProxy &kept) {
        const MemberView *view = kept.enabled ? viewOf(m_views, kept) : nullptr;
        return view && view->state == MemberState::Good;
    }));
}

/// A pool knows a proxy by the key it has with the login that is known.
const MemberView *ProxyTableModel::viewOf(const Views &views, const KeptProxy &proxy)
{
    const auto view = views.constFind(proxy.lacksLogin() ? proxy.proxy.address() : proxy.key);
    return view == views.constEnd() ? nullptr : &*view;
}

void ProxyTableModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
    startSorting();
}

void ProxyTableModel::startSorting()
{
    if (m_sortColumn < 0) {
        m_sorting.setFuture({});
        setOrder({});
        return;
    }
    m_sorting.setFuture(
        QtConcurrent::run(&ProxyTableModel::sorted, m_list, m_views, m_sortColumn, m_sortOrder));
}

ProxyTableModel::Order ProxyTableModel::sorted(const proxies::KeptList &list, const Views &views, int column,
                                               Qt::SortOrder order)
{
    std::vector<QVariant> keys;
    keys.reserve(size_t(list.proxies.size()));
    for (const KeptProxy &proxy : list.proxies)
        keys.push_back(sortKey(list, proxy, viewOf(views, proxy), column));
    Order places(keys.size());
    std::iota(places.begin(), places.end(), 0);
    std::ranges::stable_sort(places, [&](int left, int right) {
        if (order == Qt::DescendingOrder)
            std::swap(left, right);
        return QVariant::compare(keys[size_t(left)], keys[size_t(right)]) == QPartialOrdering::Less;
    });
    return places;
}

/// For the rows that are there.
void ProxyTableModel::setOrder(Order order)
{
    if (order == m_order)
        return;
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    Order rows(m_list.proxies.size()); // by place
    for (size_t row = 0; row < rows.size(); ++row)
        rows[order.empty() ? row : size_t(order[row])] = int(row);
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex &index : before)
        after.append(this->index(rows[size_t(placeOf(index.row()))], index.column()));
    m_order = std::move(order);
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, VerticalSortHint);
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

QString ProxyTableModel::text(const proxies::KeptList &list, const KeptProxy &proxy, const MemberView *view,
                              int column)
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
        for (const proxies::ListSource &source : list.sources) {
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

QVariant ProxyTableModel::sortKey(const proxies::KeptList &list, const KeptProxy &proxy,
                                  const MemberView *view, int column)
{
    switch (column) {
    case State:
        return !proxy.proxy.isSupported() ? 9 : !proxy.enabled ? 8 : view ? int(view->state) : 0;
    case Seconds:
        return view && view->latency > 0 ? view->latency : 1e9;
    case Answered:
        return view ? view->succeeded : qint64(0);
    case Failed:
        return view ? view->failed : qint64(0);
    default:
        return text(list, proxy, view, column);
    }
}

QVariant ProxyTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const KeptProxy &proxy = proxyAt(index.row());
    const MemberView *view = viewOf(m_views, proxy);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text(m_list, proxy, view, index.column());
    case Qt::TextAlignmentRole:
        return alignmentOf(index.column());
    case KeyRole:
        return proxy.key;
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
        return alignmentOf(section);
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
