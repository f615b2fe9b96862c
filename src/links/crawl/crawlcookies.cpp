// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/crawl/crawlcookies.h"

#include <QDateTime>
#include <QNetworkCookie>
#include <QNetworkCookieJar>
#include <QTimeZone>

namespace linnet::links {

/// Qt's jar knows the rules of domains, paths and expiry; this one shows what is in it.
class CrawlCookies::Jar : public QNetworkCookieJar
{
public:
    Jar() = default;
    void restore(const QList<QNetworkCookie> &cookies) { setAllCookies(cookies); }
    QList<QNetworkCookie> all() const { return allCookies(); }
};

namespace {

QByteArray toHeader(const QList<QNetworkCookie> &cookies)
{
    QByteArray header;
    for (const QNetworkCookie &cookie : cookies) {
        if (!header.isEmpty())
            header += "; ";
        header += cookie.toRawForm(QNetworkCookie::NameAndValueOnly);
    }
    return header;
}

std::optional<QNetworkCookie> fromNetscape(QByteArray line)
{
    const bool isHttpOnly = line.startsWith("#HttpOnly_");
    if (isHttpOnly)
        line.remove(0, qsizetype(sizeof "#HttpOnly_") - 1);
    const QList<QByteArray> fields = line.split('\t');
    if (fields.size() != 7 || fields[0].isEmpty() || fields[5].isEmpty())
        return std::nullopt;
    QNetworkCookie cookie(fields[5], fields[6]);
    QByteArray domain = fields[0];
    if (fields[1].compare("TRUE", Qt::CaseInsensitive) == 0 && !domain.startsWith('.'))
        domain.prepend('.');
    cookie.setDomain(QString::fromUtf8(domain));
    cookie.setPath(QString::fromUtf8(fields[2]));
    cookie.setSecure(fields[3].compare("TRUE", Qt::CaseInsensitive) == 0);
    cookie.setHttpOnly(isHttpOnly);
    if (const qint64 expires = fields[4].toLongLong(); expires > 0)
        cookie.setExpirationDate(QDateTime::fromSecsSinceEpoch(expires, QTimeZone::utc()));
    return cookie;
}

} // namespace

CrawlCookies::CrawlCookies()
    : m_run(std::make_shared<Jar>())
{
}

CrawlCookies::~CrawlCookies() = default;

int CrawlCookies::load(const QByteArray &file)
{
    int refused = 0;
    for (QByteArray line : file.split('\n')) {
        if (line.endsWith('\r'))
            line.chop(1);
        if (line.isEmpty() || (line.startsWith('#') && !line.startsWith("#HttpOnly_")))
            continue;
        const std::optional<QNetworkCookie> cookie = fromNetscape(line);
        if (cookie)
            m_run->insertCookie(*cookie);
        else
            ++refused;
    }
    return refused;
}

QByteArray CrawlCookies::header(quint32 number, const QUrl &url) const
{
    const auto chain = m_chains.constFind(number);
    return toHeader((chain == m_chains.cend() ? m_run : *chain)->cookiesForUrl(url));
}

bool CrawlCookies::take(quint32 number, const QUrl &url, const net::Response &response, const QUrl &next)
{
    QList<QNetworkCookie> set;
    for (const auto &[name, value] : response.headers) {
        if (name.compare("Set-Cookie", Qt::CaseInsensitive) == 0)
            set += QNetworkCookie::parseCookies(value);
    }
    if (set.isEmpty())
        return false;
    const QByteArray before = header(number, next);
    if (m_keepsAll)
        m_run->setCookiesFromUrl(set, url);
    if (!next.isValid())
        return false;
    if (!m_keepsAll) {
        std::shared_ptr<Jar> &chain = m_chains[number];
        if (!chain) {
            chain = std::make_shared<Jar>();
            chain->restore(m_run->all());
        }
        chain->setCookiesFromUrl(set, url);
    }
    return header(number, next) != before;
}

void CrawlCookies::pass(quint32 from, quint32 to)
{
    if (const auto chain = m_chains.find(from); chain != m_chains.end() && from != to) {
        m_chains.insert(to, *chain);
        m_chains.remove(from);
    }
}

} // namespace linnet::links
