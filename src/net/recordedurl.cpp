// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/recordedurl.h"

#include "base/log/redacted.h"

namespace linnet::net {

using namespace Qt::Literals::StringLiterals;

QString recordedUrl(const QUrl &url)
{
    QUrl kept = url.adjusted(QUrl::RemoveUserInfo);
    if (!kept.hasQuery())
        return kept.toString(QUrl::FullyEncoded);
    QStringList parts = kept.query(QUrl::FullyEncoded).split(u'&');
    bool changed = false;
    for (QString &part : parts) {
        const qsizetype at = part.indexOf(u'=');
        if (at > 0 && at + 1 < part.size() && isSecretName(QStringView(part).first(at))) {
            part = part.first(at + 1) + u"***"_s;
            changed = true;
        }
    }
    if (changed)
        kept.setQuery(parts.join(u'&'));
    return kept.toString(QUrl::FullyEncoded);
}

} // namespace linnet::net
