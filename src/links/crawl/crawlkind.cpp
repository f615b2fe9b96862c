// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/crawl/crawlkind.h"

#include <QList>

#include <algorithm>
#include <array>

namespace linnet::links {

using namespace Qt::Literals::StringLiterals;

namespace {

/// In the order of Task.
constexpr std::array<QLatin1StringView, 6> Names{"page"_L1,   "head"_L1,    "external"_L1,
                                                 "listed"_L1, "sitemap"_L1, "form"_L1};

std::optional<int> depthOf(QStringView text)
{
    bool isNumber = false;
    const int depth = text.toInt(&isNumber);
    return isNumber && depth >= 0 && QString::number(depth) == text ? std::optional(depth) : std::nullopt;
}

} // namespace

std::optional<CrawlKind> CrawlKind::parse(QStringView text)
{
    const QList<QStringView> parts = text.split(u'/');
    const auto name =
        std::ranges::find_if(Names, [&](QLatin1StringView known) { return parts.front() == known; });
    if (name == Names.end())
        return std::nullopt;
    CrawlKind kind{Task(name - Names.begin()), false, 0};
    if (parts.size() != (kind.isLeveled() ? 3 : kind.task == Task::Sitemap ? 1 : 2))
        return std::nullopt;
    if (parts.size() == 1)
        return kind;
    kind.https = parts[1] == "https"_L1;
    if (!kind.https && parts[1] != "http"_L1)
        return std::nullopt;
    if (!kind.isLeveled())
        return kind;
    const std::optional<int> depth = depthOf(parts[2]);
    if (!depth)
        return std::nullopt;
    kind.depth = *depth;
    return kind;
}

CrawlKind CrawlKind::of(const store::WorkItem &item)
{
    const std::optional<CrawlKind> kind = parse(item.kind);
    Q_ASSERT(kind);
    return *kind;
}

QString CrawlKind::toString() const
{
    QString text = Names[size_t(task)];
    if (task == Task::Sitemap)
        return text;
    text += https ? "/https"_L1 : "/http"_L1;
    return isLeveled() ? text + u'/' + QString::number(depth) : text;
}

} // namespace linnet::links
