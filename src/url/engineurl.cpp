// SPDX-License-Identifier: GPL-3.0-or-later
#include "url/engineurl.h"

#include "url/percent.h"

namespace linnet::url {

QUrl engineUrl(std::string_view href)
{
    // One "%" that begins no code would make QUrl encode those of all codes once more.
    const std::string encoded = withoutStrayPercents(href);
    return QUrl::fromEncoded(QByteArray::fromRawData(encoded.data(), qsizetype(encoded.size())),
                             QUrl::TolerantMode);
}

} // namespace linnet::url
