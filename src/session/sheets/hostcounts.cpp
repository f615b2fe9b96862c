// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sheets/hostcounts.h"

#include "table/pageschema.h"

#include <QHash>

#include <algorithm>
#include <span>

namespace linnet::session {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr size_t AddressesAtOnce = 4096; ///< between two looks at the stop token

/// The host of an address as the crawl stores it: "" when it has none.
QByteArrayView hostOf(QByteArrayView address)
{
    const qsizetype scheme = address.indexOf("://");
    if (scheme < 0)
        return {};
    QByteArrayView host = address.sliced(scheme + 3);
    const auto end = std::ranges::find_if(host, [](char c) { return c == '/' || c == '?' || c == '#'; });
    host = host.first(end - host.begin());
    host = host.sliced(host.lastIndexOf('@') + 1);
    const qsizetype port = host.lastIndexOf(':');
    return port >= 0 && port > host.lastIndexOf(']') ? host.first(port) : host;
}

} // namespace

Result<std::vector<HostCount>> hostCounts(store::RowReader &reader, const SummaryRows &rows,
                                          std::stop_token stop)
{
    store::IdVectorPtr ids = rows.ids;
    if (!ids) {
        auto all = reader.ids({rows.schema, rows.runs, {}, {}});
        if (!all)
            return std::unexpected(all.error());
        ids = std::make_shared<const store::IdVector>(std::move(*all));
    }
    const auto cursor =
        reader.cursor(*rows.schema, {int(table::PageColumn::Url), int(table::PageColumn::State)});
    if (!cursor)
        return std::unexpected(cursor.error());
    QHash<QByteArray, HostCount> hosts;
    const std::span<const qint64> all(*ids);
    for (size_t from = 0; from < all.size(); from += AddressesAtOnce) {
        if (stop.stop_requested())
            return fail(Reason::Cancelled, u"stopped"_s);
        const auto read = (*cursor)->read(all.subspan(from, std::min(AddressesAtOnce, all.size() - from)),
                                          [&](size_t, table::CellViews cells) {
                                              const auto *address = std::get_if<QByteArrayView>(&cells[0]);
                                              const auto *state = std::get_if<QByteArrayView>(&cells[1]);
                                              const QByteArrayView host =
                                                  address ? hostOf(*address) : QByteArrayView();
                                              if (host.isEmpty())
                                                  return true;
                                              HostCount &count = hosts[host.toByteArray()];
                                              ++count.rows;
                                              count.failed += state && *state == "failed" ? 1 : 0;
                                              return true;
                                          });
        if (!read)
            return std::unexpected(read.error());
    }
    std::vector<HostCount> result;
    for (auto it = hosts.begin(); it != hosts.end(); ++it) {
        it->host = QString::fromUtf8(it.key());
        result.push_back(std::move(*it));
    }
    std::ranges::sort(result, [](const HostCount &a, const HostCount &b) {
        return a.rows != b.rows ? a.rows > b.rows : a.host < b.host;
    });
    return result;
}

} // namespace linnet::session
