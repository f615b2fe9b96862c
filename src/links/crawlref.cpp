// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/crawlref.h"

namespace linnet::links {

using namespace Qt::Literals::StringLiterals;

// "17" was found on 17; "17 2" by the second redirect in a row, "17 2 s" beginning at a start address.
QString CrawlRef::toString() const
{
    QString text = QString::number(foundOn);
    if (hops > 0 || isFromStart)
        text += u' ' + QString::number(hops);
    if (isFromStart)
        text += u" s"_s;
    return text;
}

CrawlRef CrawlRef::parse(QStringView text)
{
    const QList<QStringView> parts = text.split(u' ');
    return {parts[0].toUInt(), parts.size() > 1 ? parts[1].toInt() : 0, parts.size() > 2};
}

} // namespace linnet::links
