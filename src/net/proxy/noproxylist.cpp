// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/proxy/noproxylist.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace linnet::net {

using namespace Qt::Literals::StringLiterals;

namespace {

/// As addresses of requests name it; "" for what no host can be called.
QString asciiHost(const QString &host)
{
    QUrl url;
    url.setScheme(u"http"_s);
    // "name." is the same host, named from the root.
    url.setHost(host.endsWith(u'.') ? host.chopped(1) : host, QUrl::StrictMode);
    return url.host(QUrl::EncodeUnicode).toLower();
}

} // namespace

NoProxyList::NoProxyList(const QString &text)
{
    static const QRegularExpression separator(u"[\\s,;]+"_s);
    for (const QString &entry : text.toLower().split(separator, Qt::SkipEmptyParts)) {
        if (const QString problem = add(entry); problem.isEmpty())
            m_entries.append(entry);
        else
            m_problems.append(tr("“%1”: %2").arg(entry, problem));
    }
}

/// Why it cannot be taken; "" = it was.
QString NoProxyList::add(const QString &entry)
{
    if (entry == "*"_L1) {
        m_all = true;
        return {};
    }
    if (entry.contains("://"_L1))
        return tr("only the host is wanted here, without http://");
    if (entry.contains(u'/')) {
        const QPair<QHostAddress, int> network = QHostAddress::parseSubnet(entry);
        if (network.first.isNull())
            return tr("a network looks like 10.0.0.0/8");
        m_networks.append(network);
        return {};
    }
    QString host = entry;
    Name name;
    const qsizetype colon = entry.lastIndexOf(u':');
    if (colon > 0 && (entry.count(u':') == 1 || entry.at(colon - 1) == u']')) {
        name.port = entry.mid(colon + 1).toInt();
        if (name.port < 1 || name.port > 65'535)
            return tr("the port is not 1 to 65535");
        host.truncate(colon);
    }
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2);
    while (host.startsWith(u'*') || host.startsWith(u'.'))
        host.remove(0, 1);
    name.suffix = asciiHost(host);
    if (name.suffix.isEmpty())
        return tr("no host can be called that");
    m_names.append(name);
    return {};
}

bool NoProxyList::matches(const QString &host, int port) const
{
    if (m_all || isEmpty())
        return m_all;
    const QString name = asciiHost(host);
    const QHostAddress address(name);
    const bool inNetwork =
        !address.isNull() && std::any_of(m_networks.begin(), m_networks.end(),
                                         [&](const auto &network) { return address.isInSubnet(network); });
    return inNetwork || std::any_of(m_names.begin(), m_names.end(), [&](const Name &entry) {
               const bool same = name == entry.suffix || name.endsWith(u'.' + entry.suffix);
               return same && (entry.port == 0 || entry.port == port);
           });
}

} // namespace linnet::net
