// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/proxy/proxyselector.h"

namespace linnet::net {

/// "No proxy": everything goes directly, whatever the system says.
class DirectSelector : public ProxySelector
{
    Q_OBJECT

public:
    using ProxySelector::ProxySelector;

    Choice choose(const QUrl &url, const Readiness &readiness, Moment now) override;

    static Use direct(); ///< the one way to say "directly"
};

} // namespace linnet::net
