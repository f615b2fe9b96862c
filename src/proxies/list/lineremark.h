// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "proxies/proxy.h"

#include <QList>

namespace linnet::proxies {

/// What lists write behind host and port and what is no login: a country ("US"), a kind of proxy, how much it
/// hides, yes or no. Pure.
bool isRemark(QStringView word);

/// The kind that one of these remarks names; fallback when none does. "https" is said of HTTP proxies that
/// open tunnels.
ProxyScheme schemeOfRemarks(const QList<QStringView> &remarks, ProxyScheme fallback);

} // namespace linnet::proxies
