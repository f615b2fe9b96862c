// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/crawl/crawlspec.h"

#include "links/addresskeys.h"
#include "links/crawl/crawlsecrets.h"
#include "links/crawl/discovery.h"
#include "net/headerfields.h"
#include "url/urlparts.h"
#include "url/urlresolver.h"
#include "url/withoutlogin.h"

#include <QCryptographicHash>
#include <QJsonArray>

#include <utility>

namespace linnet::links {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int MostDepth = 1000;
constexpr qint64 MostStartsWithForms = 10; // more is a list, not a site

/// "/sitemap.xml", "/sitemap_index.xml", "/wp-sitemap-posts-1.xml.gz".
bool looksLikeSitemap(const std::string &href)
{
    const QByteArray path =
        url::UrlParts::of({href.data(), qsizetype(href.size())}).path.toByteArray().toLower();
    const QByteArrayView file = QByteArrayView(path).sliced(path.lastIndexOf('/') + 1);
    return file.contains("sitemap") && (file.endsWith(".xml") || file.endsWith(".xml.gz"));
}

QStringList strings(const QJsonValue &value)
{
    QStringList result;
    for (const QJsonValue &item : value.toArray())
        result.append(item.toString());
    return result;
}

} // namespace

Result<void> CrawlSpec::validate() const
{
    if (start.isEmpty() && starts <= 0)
        return fail(Reason::BadValue, u"URL"_s);
    for (const QString &url : start) {
        if (url::parseUrl(url.toStdString()).kind != url::UrlKind::Http)
            return fail(Reason::BadUrl, QString::fromStdString(url::withoutLogin(url.toStdString())));
    }
    if (depth < 0 || depth > MostDepth)
        return fail(Reason::BadValue, u"depth: 0 to %1"_s.arg(MostDepth));
    if (maxPages < 0 || maxTime.count() < 0 || maxBytes < 0)
        return fail(Reason::BadValue, u"limits: 0 or more"_s);
    const auto patterns = UrlPatterns::compile(include, exclude);
    if (!patterns)
        return std::unexpected(patterns.error());
    return {};
}

store::Unit CrawlSpec::takeStart(QHash<QString, QByteArray> *logins)
{
    store::Unit unit;
    Discovery discovery(std::make_shared<Frontier>(), Finders(), std::nullopt);
    for (const QString &text : std::as_const(start)) {
        const url::ResolvedUrl url = url::parseUrl(text.toStdString());
        const size_t workBefore = unit.newWork.size();
        discovery.start(url.href, unit);
        if (unit.newWork.size() > workBefore && looksLikeSitemap(url.href))
            unit.newWork.push_back({QString::fromStdString(url.href),
                                    CrawlKind::sitemap().toString(),
                                    hostOf(url.href).toString(),
                                    {},
                                    0,
                                    0});
        if (url.login.empty() || !logins)
            continue;
        const QString origin = originOf(url.href).toString();
        if (logins->contains(origin))
            continue;
        logins->insert(origin, net::basicLogin(QByteArray::fromStdString(url.login)));
        if (!loginOrigins.contains(origin))
            loginOrigins.append(origin);
    }
    QCryptographicHash hash(QCryptographicHash::Sha1);
    for (const store::AddressWrite &address : unit.addresses) {
        hash.addData(address.url);
        hash.addData("\n");
    }
    list = QString::fromLatin1(hash.result().toHex());
    first = QString::fromStdString(url::withoutLogin(start.value(0).toStdString()));
    starts = qint64(unit.addresses.size());
    // What only the start may know is not sent to the same name over http.
    const bool hasSecrets = !loginOrigins.isEmpty() || !secretHosts.isEmpty();
    if (startForms && depth > 0 && starts <= MostStartsWithForms && !hasSecrets) {
        for (const QString &text : std::as_const(start)) {
            for (const std::string &form : CrawlScope::startForms(url::parseUrl(text.toStdString()).href))
                discovery.startForm(form, unit);
        }
    }
    start.clear();
    return unit;
}

QStringList CrawlSpec::oldStart(const QJsonObject &json)
{
    return strings(json[u"start"_s]);
}

QJsonObject CrawlSpec::toJson() const
{
    return {{u"first"_s, first},
            {u"starts"_s, starts},
            {u"list"_s, list},
            {u"depth"_s, depth},
            {u"max_pages"_s, maxPages},
            {u"max_seconds"_s, qint64(maxTime.count())},
            {u"max_bytes"_s, maxBytes},
            {u"scope"_s, QString(CrawlScope::code(scope))},
            {u"include"_s, QJsonArray::fromStringList(include)},
            {u"exclude"_s, QJsonArray::fromStringList(exclude)},
            {u"ignore_robots"_s, ignoreRobots},
            {u"sitemap"_s, sitemap},
            {u"external"_s, external},
            {u"external_places"_s, externalPlaces},
            {u"start_forms"_s, startForms},
            {u"keep_bodies"_s, keepBodies},
            {u"traps"_s, traps},
            {u"cookie_jar"_s, cookieJar},
            {u"login_origins"_s, QJsonArray::fromStringList(loginOrigins)},
            {u"secret_hosts"_s, QJsonArray::fromStringList(secretHosts)}};
}

Result<CrawlSpec> CrawlSpec::fromJson(const QJsonObject &json)
{
    CrawlSpec spec;
    const QJsonArray old = json[u"start"_s].toArray();
    spec.first = json[u"first"_s].toString(old.first().toString());
    spec.starts = json[u"starts"_s].toInteger(old.size());
    spec.list = json[u"list"_s].toString();
    spec.depth = json[u"depth"_s].toInt();
    spec.maxPages = json[u"max_pages"_s].toInteger();
    spec.maxTime = std::chrono::seconds(json[u"max_seconds"_s].toInteger());
    spec.maxBytes = json[u"max_bytes"_s].toInteger();
    const QString scope = json[u"scope"_s].toString(u"host"_s);
    const auto kind = CrawlScope::fromCode(scope);
    if (!kind)
        return fail(Reason::BadValue, u"scope "_s + scope);
    spec.scope = *kind;
    spec.include = strings(json[u"include"_s]);
    spec.exclude = strings(json[u"exclude"_s]);
    spec.ignoreRobots = json[u"ignore_robots"_s].toBool();
    spec.sitemap = json[u"sitemap"_s].toBool();
    spec.external = json[u"external"_s].toBool();
    spec.externalPlaces = json[u"external_places"_s].toBool();
    spec.startForms = json[u"start_forms"_s].toBool(true);
    spec.keepBodies = json[u"keep_bodies"_s].toBool();
    spec.traps = json[u"traps"_s].toBool(true);
    spec.cookieJar = json[u"cookie_jar"_s].toBool();
    spec.loginOrigins = strings(json[u"login_origins"_s]);
    spec.secretHosts = strings(json[u"secret_hosts"_s]);
    if (const Result<void> valid = spec.validate(); !valid)
        return std::unexpected(valid.error());
    return spec;
}

} // namespace linnet::links
