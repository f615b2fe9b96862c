// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/graph/graphgroups.h"

#include <QHash>

#include <algorithm>
#include <map>

namespace linnet::analysis {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int DeepestParts = 6;

/// Of the host and what follows it.
QStringView withoutScheme(const QString &url)
{
    const qsizetype colon = url.indexOf("://"_L1);
    return QStringView(url).sliced(colon < 0 ? 0 : colon + 3);
}

QString nameOf(const CrawlGraph &crawl, quint32 node, Grouping by, int parts)
{
    switch (by) {
    case Grouping::Hosts:
        return hostOf(crawl.urls[node]);
    case Grouping::Clicks:
        return QString::number(crawl.depths[node]);
    case Grouping::Pages:
    case Grouping::Folders:
        break;
    }
    return folderOf(crawl.urls[node], parts);
}

QHash<QString, quint32> counted(const CrawlGraph &crawl, Grouping by, int parts)
{
    QHash<QString, quint32> counts;
    for (quint32 node = 0; node < crawl.graph.size(); ++node)
        ++counts[nameOf(crawl, node, by, parts)];
    return counts;
}

/// As deep as they are not too many.
int partsFor(const CrawlGraph &crawl)
{
    int parts = 1;
    qsizetype folders = counted(crawl, Grouping::Folders, parts).size();
    while (parts < DeepestParts) {
        const qsizetype deeper = counted(crawl, Grouping::Folders, parts + 1).size();
        if (deeper > GraphGroups::Most || deeper == folders)
            break;
        folders = deeper;
        ++parts;
    }
    return parts;
}

/// Those with most rows, in the order in which they are told.
QStringList chosen(const QHash<QString, quint32> &counts, Grouping by)
{
    QStringList names = counts.keys();
    std::ranges::sort(names, [&counts](const QString &one, const QString &other) {
        return std::pair(counts[other], one) < std::pair(counts[one], other);
    });
    names.resize(std::min(names.size(), GraphGroups::Most));
    if (by == Grouping::Clicks)
        std::ranges::sort(names, {}, [](const QString &name) { return name.toInt(); });
    else
        names.sort();
    return names;
}

} // namespace

QString hostOf(const QString &url)
{
    const QStringView rest = withoutScheme(url);
    return rest.first(std::max<qsizetype>(0, rest.indexOf(u'/') < 0 ? rest.size() : rest.indexOf(u'/')))
        .toString();
}

QString folderOf(const QString &url, int parts)
{
    QStringView rest = withoutScheme(url);
    const auto query =
        std::ranges::find_if(rest, [](QChar letter) { return letter == u'?' || letter == u'#'; });
    rest = rest.first(query - rest.begin());
    qsizetype end = -1;
    for (int part = 0; part < parts; ++part) {
        const qsizetype next = rest.indexOf(u'/', end + 1);
        if (next < 0)
            break;
        end = next;
    }
    return end < 0 ? rest.toString() + u'/' : rest.first(end + 1).toString();
}

GraphGroups grouped(const CrawlGraph &crawl, Grouping by)
{
    const int parts = by == Grouping::Folders ? partsFor(crawl) : 0;
    const QHash<QString, quint32> counts = counted(crawl, by, parts);
    GraphGroups result;
    result.names = chosen(counts, by);
    QHash<QString, quint32> numbers;
    for (const QString &name : std::as_const(result.names))
        numbers.insert(name, quint32(numbers.size()));
    const auto others = quint32(result.names.size());
    if (counts.size() > result.names.size())
        result.names.append(QString());
    result.pages.resize(size_t(result.names.size()));
    result.broken.resize(size_t(result.names.size()));
    for (quint32 node = 0; node < crawl.graph.size(); ++node) {
        const quint32 group = numbers.value(nameOf(crawl, node, by, parts), others);
        result.ofNodes.push_back(group);
        ++result.pages[group];
        result.broken[group] += crawl.states[node] == CrawlGraph::State::Broken ? 1 : 0;
    }
    std::map<std::pair<quint32, quint32>, quint32> links;
    for (quint32 node = 0; node < crawl.graph.size(); ++node) {
        for (const quint32 target : crawl.graph.out(node))
            ++links[{result.ofNodes[node], result.ofNodes[target]}];
    }
    for (const auto &[ends, count] : links) {
        if (ends.first == ends.second)
            continue;
        result.links.push_back({ends.first, ends.second});
        result.counts.push_back(count);
    }
    return result;
}

} // namespace linnet::analysis
