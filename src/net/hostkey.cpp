// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/hostkey.h"

#include "url/ipaddress.h"

#include <QHostAddress>

namespace linnet::net {

using namespace Qt::Literals::StringLiterals;

HostKey::HostKey(const QUrl &url)
    : m_text(url.host(QUrl::EncodeUnicode).toLower())
{
    // QUrl writes some IPv6 addresses otherwise than the URL Standard, which pages are read by.
    if (std::string address; m_text.contains(u':') && url::appendIpv6(address, m_text.toStdString()))
        m_text = QString::fromStdString(address);
    const int usual = url.scheme() == "https"_L1 ? 443 : 80;
    if (const int port = url.port(usual); port != usual)
        m_text += u':' + QString::number(port);
}

HostKey HostKey::restored(const QString &text)
{
    HostKey key;
    key.m_text = text.toLower();
    if (key.m_text.count(u':') > 1 && !key.m_text.startsWith(u'['))
        key.m_text = u'[' + key.m_text + u']';
    return key;
}

bool HostKey::isLoopback() const
{
    if (m_text.startsWith(u'['))
        return net::isLoopback(m_text.mid(1, m_text.indexOf(u']') - 1));
    return net::isLoopback(m_text.section(u':', 0, 0));
}

bool isLoopback(const QString &host)
{
    const QString name = host.toLower();
    if (name == "localhost"_L1 || name.endsWith(".localhost"_L1))
        return true;
    QHostAddress address;
    return address.setAddress(name) && address.isLoopback();
}

} // namespace linnet::net
