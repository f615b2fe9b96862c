// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/crawl/crawlpart.h"

#include "base/texthash.h"
#include "links/crawl/crawlscope.h"

#include <QUrl>

namespace linnet::links {

using namespace Qt::Literals::StringLiterals;

Result<CrawlPart> CrawlPart::fromText(const QString &text)
{
    const QStringList numbers = text.split(u'/');
    bool areNumbers = numbers.size() == 2;
    CrawlPart part;
    for (const auto &[place, number] : {std::pair(0, &part.number), {1, &part.of}}) {
        bool isNumber = false;
        *number = numbers.value(place).toInt(&isNumber);
        areNumbers = areNumbers && isNumber;
    }
    if (!areNumbers || part.of < 1 || part.of > MostParts || part.number < 1 || part.number > part.of)
        return fail(Reason::BadValue, u"%1: 1/5 to 5/5"_s.arg(text));
    return part;
}

bool CrawlPart::has(const QString &url) const
{
    const QByteArray domain = CrawlScope::registrableDomain(QUrl(url).host(QUrl::FullyEncoded).toLatin1());
    const auto hash = textHash({domain.constData(), size_t(domain.size())});
    return hash[0] % std::uint64_t(of) == std::uint64_t(number - 1);
}

} // namespace linnet::links
