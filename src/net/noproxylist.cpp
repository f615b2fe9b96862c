// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/noproxylist.h"

#include <QRegularExpression>

#include <algorithm>

namespace linnet::net {

using namespace Qt::Literals::StringLiterals;

NoProxyList::NoProxyList(const QString &text)
{
    static const QRegularExpression separator(u"[\\s,;]+"_s);
    for (QString entry : text.toLower().split(separator, Qt::SkipEmptyParts)) {
        if (entry == "*"_L1) {
            m_all = true;
            continue;
        }
        const QPair<QHostAddress, int> network = QHostAddress::parseSubnet(entry);
        if (entry.contains(u'/') && !network.first.isNull()) {
            m_networks.append(network);
            continue;
        }
        Name name;
        const qsizetype colon = entry.lastIndexOf(u':');
        const bool port = colon > 0 && (entry.count(u':') == 1 || entry.at(colon - 1) == u']');
        if (port) {
            name.port = entry.mid(colon + 1).toInt();
            entry.truncate(colon);
        }
        if (entry.startsWith(u'[') && entry.endsWith(u']'))
            entry = entry.mid(1, entry.size() - 2);
        while (entry.startsWith(u'*') || entry.startsWith(u'.'))
            entry.remove(0, 1);
        name.suffix = entry;
        if (!name.suffix.isEmpty())
            m_names.append(name);
    }
}

bool NoProxyList::matches(const QString &host, int port) const
{
    if (m_all)
        return true;
    const QString name = host.toLower();
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
