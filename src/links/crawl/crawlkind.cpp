// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/crawl/crawlkind.h"

namespace linnet::links {

using namespace Qt::Literals::StringLiterals;

QString CrawlKind::leveled(QStringView name, bool https, int depth)
{
    return name.toString() + (https ? u"https/"_s : u"http/"_s) + QString::number(depth);
}

QString CrawlKind::external(bool https)
{
    return https ? u"external/https"_s : u"external/http"_s;
}

QString CrawlKind::listed(bool https)
{
    return https ? u"listed/https"_s : u"listed/http"_s;
}

CrawlKind::Task CrawlKind::taskOf(QStringView kind)
{
    if (kind.startsWith(u"page/"))
        return Task::Page;
    if (kind.startsWith(u"head/"))
        return Task::Head;
    if (kind.startsWith(u"external/"))
        return Task::External;
    return kind.startsWith(u"listed/") ? Task::Listed : Task::Sitemap;
}

} // namespace linnet::links
