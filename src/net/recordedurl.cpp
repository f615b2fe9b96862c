// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/recordedurl.h"

#include <algorithm>

namespace linnet::net {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isSecret(QStringView name)
{
    static constexpr QStringView names[]{u"access_token",  u"api_key",   u"apikey",     u"auth",
                                         u"client_secret", u"key",       u"passwd",     u"password",
                                         u"pwd",           u"secret",    u"session_id", u"sessionid",
                                         u"sig",           u"signature", u"token"};
    return std::ranges::any_of(
        names, [name](QStringView known) { return name.compare(known, Qt::CaseInsensitive) == 0; });
}

} // namespace

QString recordedUrl(const QUrl &url)
{
    QUrl kept = url.adjusted(QUrl::RemoveUserInfo);
    if (!kept.hasQuery())
        return kept.toString(QUrl::FullyEncoded);
    QStringList parts = kept.query(QUrl::FullyEncoded).split(u'&');
    bool changed = false;
    for (QString &part : parts) {
        const qsizetype at = part.indexOf(u'=');
        if (at > 0 && at + 1 < part.size() && isSecret(QStringView(part).first(at))) {
            part = part.first(at + 1) + u"***"_s;
            changed = true;
        }
    }
    if (changed)
        kept.setQuery(parts.join(u'&'));
    return kept.toString(QUrl::FullyEncoded);
}

} // namespace linnet::net
