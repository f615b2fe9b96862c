// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/proxy/directselector.h"

namespace linnet::net {

using namespace Qt::Literals::StringLiterals;

ProxySelector::Use DirectSelector::direct()
{
    return {QNetworkProxy(QNetworkProxy::NoProxy), QString(Key)};
}

ProxySelector::Choice DirectSelector::choose(const QUrl &url, const Readiness &readiness, qint64 nowNs)
{
    Q_UNUSED(url)
    Q_UNUSED(readiness)
    Q_UNUSED(nowNs)
    return direct();
}

} // namespace linnet::net
