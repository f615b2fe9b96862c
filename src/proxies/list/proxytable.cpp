// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxies/list/proxytable.h"

#include <algorithm>
#include <span>

namespace linnet::proxies {

using namespace Qt::Literals::StringLiterals;

namespace {

QString plain(const QString &name)
{
    QString text = name.simplified().toLower();
    while (text.endsWith(u':') || text.endsWith(u'"'))
        text.chop(1);
    while (text.startsWith(u'"'))
        text.remove(0, 1);
    return text.replace(u'_', u' ').replace(u'-', u' ').trimmed();
}

int position(const QStringList &names, std::initializer_list<QStringView> known)
{
    for (qsizetype i = 0; i < names.size(); ++i) {
        if (std::ranges::find(known, QStringView(names[i])) != known.end())
            return int(i);
    }
    return -1;
}

} // namespace

std::optional<ProxyTable::Columns> ProxyTable::Columns::find(const QStringList &names)
{
    QStringList plainNames;
    for (const QString &name : names)
        plainNames.append(plain(name));
    Columns columns;
    columns.host = position(plainNames, {u"ip", u"ip address", u"ip addr", u"ipaddress", u"host", u"hostname",
                                         u"server", u"address", u"ip адрес", u"адрес", u"хост", u"сервер"});
    columns.port = position(plainNames, {u"port", u"proxy port", u"порт"});
    columns.whole = position(plainNames, {u"proxy", u"proxy address", u"ip:port", u"ip address:port",
                                          u"прокси", u"proxy server", u"proxy ip"});
    columns.scheme = position(
        plainNames, {u"protocol", u"protocols", u"type", u"scheme", u"proxy type", u"тип", u"протокол"});
    columns.user =
        position(plainNames, {u"user", u"username", u"user name", u"login", u"логин", u"пользователь"});
    columns.password = position(plainNames, {u"password", u"pass", u"пароль"});
    if (columns.host < 0 && columns.port >= 0) {
        columns.host = columns.whole;
        columns.whole = -1;
    }
    if (columns.host >= 0 && columns.port >= 0)
        return columns;
    return columns.whole >= 0 ? std::optional(columns) : std::nullopt;
}

ProxyScheme ProxyTable::schemeOf(const QStringList &cells) const
{
    const QString text = cells.value(m_columns->scheme).toLower();
    std::optional<ProxyScheme> found;
    for (const QString &word : text.split(u',')) {
        const auto scheme = schemeByName(word.simplified().section(u' ', 0, 0));
        // "HTTP, HTTPS" is an HTTP proxy that passes TLS on.
        if (scheme && (!found || *scheme == ProxyScheme::Http))
            found = scheme;
    }
    return found.value_or(m_fallback);
}

void ProxyTable::addRow(const QStringList &cells)
{
    if (!m_columns) {
        m_columns = Columns::find(cells);
        return;
    }
    ++m_row;
    if (std::ranges::all_of(cells, [](const QString &cell) { return cell.trimmed().isEmpty(); }))
        return;
    // The names are repeated at the foot of long tables.
    if (Columns::find(cells))
        return;
    ++m_list.places;
    const ProxyScheme scheme = schemeOf(cells);
    LineReading reading;
    QString text;
    if (m_columns->port >= 0) {
        const QString host = cells.value(m_columns->host).trimmed();
        text = host + u':' + cells.value(m_columns->port).trimmed();
        const bool v6 = host.count(u':') > 1 && !host.startsWith(u'[');
        reading = readEndpoint(v6 ? u'[' + host + u']' : host, cells.value(m_columns->port), scheme);
    } else {
        text = cells.value(m_columns->whole);
        reading = readProxyLine(text, scheme);
        if (reading.proxies.isEmpty() && reading.fault == LineFault::None)
            reading.fault = LineFault::NotAProxy;
    }
    for (Proxy &proxy : reading.proxies) {
        if (m_columns->user >= 0 && !proxy.hasLogin()) {
            proxy.user = cells.value(m_columns->user).trimmed();
            proxy.password = cells.value(m_columns->password).trimmed();
        }
    }
    m_list.addReading(reading, m_row, text);
}

} // namespace linnet::proxies
