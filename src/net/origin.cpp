// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/origin.h"

#include <utility>

namespace linnet::net {

using namespace Qt::Literals::StringLiterals;

Origin::Origin(const QUrl &url)
    : Origin(HostKey(url), url.scheme() == "https"_L1)
{
}

Origin::Origin(HostKey host, bool isSecure)
    : m_host(std::move(host))
    , m_secure(isSecure)
{
}

std::optional<Origin> Origin::restored(const QString &text)
{
    for (const auto &[scheme, isSecure] : {std::pair("http://"_L1, false), std::pair("https://"_L1, true)}) {
        if (text.startsWith(scheme) && text.size() > scheme.size())
            return Origin(HostKey::restored(text.sliced(scheme.size())), isSecure);
    }
    return std::nullopt;
}

QString Origin::toString() const
{
    return isEmpty() ? QString() : (m_secure ? "https://"_L1 : "http://"_L1) + m_host.toString();
}

} // namespace linnet::net
