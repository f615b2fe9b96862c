// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/graph/graphlayout.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace linnet::analysis {

namespace {

/// An address without its scheme, query and fragment: "docs.example.org/sql/select.html".
QStringView pathOf(const QString &url)
{
    const qsizetype colon = url.indexOf(QLatin1StringView("://"));
    const QStringView rest = QStringView(url).sliced(colon < 0 ? 0 : colon + 3);
    const auto end = std::ranges::find_if(rest, [](QChar sign) { return sign == u'?' || sign == u'#'; });
    return rest.first(end - rest.begin());
}

} // namespace

Points layOutByFolders(const QStringList &urls)
{
    constexpr double Turn = 6.283185307179586;
    std::vector<QStringView> paths;
    for (const QString &url : urls)
        paths.push_back(pathOf(url));
    std::vector<quint32> order(paths.size());
    std::iota(order.begin(), order.end(), 0);
    // What lies in one folder stands together, the folder's own page first.
    std::ranges::stable_sort(order, {}, [&paths](quint32 node) { return paths[node]; });
    qsizetype deepest = 1;
    for (const QStringView path : paths)
        deepest = std::max(deepest, path.count(u'/'));
    const double gap = std::max(1.0, double(paths.size()) / Turn / double(deepest) / 2);
    Points points(paths.size());
    for (size_t place = 0; place < order.size(); ++place) {
        const QStringView path = paths[order[place]];
        size_t end = place + 1;
        if (path.endsWith(u'/')) {
            const auto within =
                std::ranges::partition_point(order.begin() + qptrdiff(place), order.end(),
                                             [&](quint32 node) { return paths[node].startsWith(path); });
            end = size_t(within - order.begin());
        }
        const auto isFolder = path.endsWith(u'/');
        const double angle = Turn * (double(place) + double(end)) / 2 / double(order.size());
        // The start of a host is the middle, "host/a" and "host/a/" the first ring.
        const double radius = gap * double(std::max<qsizetype>(0, path.count(u'/') - (isFolder ? 1 : 0)));
        points[order[place]] = {float(radius * std::cos(angle)), float(radius * std::sin(angle))};
    }
    return points;
}

} // namespace linnet::analysis
