// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QHostAddress>
#include <QList>
#include <QPair>
#include <QStringList>

namespace linnet::net {

/// The hosts that go around a proxy, as no_proxy writes them: names (with their subdomains), addresses,
/// networks (10.0.0.0/8), each but networks with an optional port, and * for all; separated by commas or
/// white space.
class NoProxyList
{
    Q_DECLARE_TR_FUNCTIONS(linnet::net::NoProxyList)

public:
    NoProxyList() = default;
    explicit NoProxyList(const QString &text);

    bool matches(const QString &host, int port) const;
    bool isEmpty() const { return m_entries.isEmpty(); }
    /// What holds, as it was written but for the letter case.
    const QStringList &entries() const { return m_entries; }
    /// The entries that cannot be read and match nothing, each with the reason, in words.
    const QStringList &problems() const { return m_problems; }

private:
    struct Name
    {
        QString suffix; ///< in its ASCII form
        int port = 0;   ///< 0 = any
    };

    QString add(const QString &entry);

    QStringList m_entries;
    QStringList m_problems;
    QList<Name> m_names;
    QList<QPair<QHostAddress, int>> m_networks;
    bool m_all = false;
};

} // namespace linnet::net
