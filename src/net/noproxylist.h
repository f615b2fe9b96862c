// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QList>
#include <QPair>
#include <QStringList>

namespace linnet::net {

/// The hosts that go around a proxy, as no_proxy writes them: names (with their subdomains), addresses,
/// networks (10.0.0.0/8), each with an optional port, and * for all; separated by commas or white space.
class NoProxyList
{
public:
    NoProxyList() = default;
    explicit NoProxyList(const QString &text);

    bool matches(const QString &host, int port) const;

private:
    struct Name
    {
        QString suffix;
        int port = 0; ///< 0 = any
    };
    QList<Name> m_names;
    QList<QPair<QHostAddress, int>> m_networks;
    bool m_all = false;
};

} // namespace linnet::net
