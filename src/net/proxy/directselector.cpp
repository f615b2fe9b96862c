// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/proxy/directselector.h"

namespace linnet::net {

using namespace Qt::Literals::StringLiterals;

ProxySelector::Use DirectSelector::direct()
{
    return {QNetworkProxy(QNetworkProxy::NoProxy), ProxyKey::direct()};
}

ProxySelector::Choice DirectSelector::choose(const QUrl &url, const Readiness &readiness, Moment now)
{
    Q_UNUSED(url)
    Q_UNUSED(readiness)
    Q_UNUSED(now)
    return direct();
}

} // namespace linnet::net
