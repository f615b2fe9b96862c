// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/defaultdelay.h"
#include "proxies/list/proxylist.h"

#include <QMetaType>

#include <chrono>

namespace linnet::gui {

/// What stands in the form of a proxy test. Logins live here only, in memory.
struct ProxyTestValues
{
    QString text;                   ///< typed or pasted
    QList<proxies::Proxy> imported; ///< from files, shown as a number
    proxies::ProxyScheme fallback = proxies::ProxyScheme::Http;
    QString judge; ///< empty = the usual one
    std::chrono::milliseconds delay = jobs::DefaultDelay;
};

} // namespace linnet::gui

Q_DECLARE_METATYPE(linnet::gui::ProxyTestValues)
