// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxies/list/keptlist.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

#include <algorithm>
#include <array>

namespace linnet::proxies {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array Kinds{"typed"_L1, "file"_L1, "web"_L1};

QStringView markOf(QStringView key)
{
    const qsizetype mark = key.indexOf(u'#');
    return mark < 0 ? QStringView() : key.sliced(mark);
}

QJsonObject sourceToJson(const ListSource &source)
{
    return {{u"id"_s, source.id},
            {u"kind"_s, QString(Kinds[size_t(source.kind)])},
            {u"name"_s, source.name},
            {u"scheme"_s, QString(schemeName(source.fallback))},
            {u"places"_s, source.places},
            {u"unreadable"_s, source.unreadable},
            {u"read_at"_s, source.readAt.toString(Qt::ISODate)}};
}

ListSource sourceFromJson(const QJsonObject &json)
{
    ListSource source;
    source.id = json[u"id"_s].toInt();
    const auto kind = std::ranges::find(Kinds, json[u"kind"_s].toString());
    source.kind = kind == Kinds.end() ? ListSource::Kind::Typed : ListSource::Kind(kind - Kinds.begin());
    source.name = json[u"name"_s].toString();
    source.fallback = schemeByName(json[u"scheme"_s].toString()).value_or(ProxyScheme::Http);
    source.places = json[u"places"_s].toInt();
    source.unreadable = json[u"unreadable"_s].toInt();
    source.readAt = QDateTime::fromString(json[u"read_at"_s].toString(), Qt::ISODate);
    return source;
}

} // namespace

bool KeptList::isSame(const KeptList &other) const
{
    return proxies.size() == other.proxies.size() && proxies.constData() == other.proxies.constData() &&
           *this == other;
}

KeptList::Taken KeptList::take(ListSource source, const ProxyList &read)
{
    const auto same = std::ranges::find_if(sources, [&](const ListSource &known) {
        return known.kind == source.kind && known.name == source.name &&
               source.kind != ListSource::Kind::Typed;
    });
    source.places = read.places;
    source.unreadable = int(read.problems.size());
    if (same != sources.end()) {
        source.id = same->id;
        *same = source;
    } else {
        source.id = sources.isEmpty() ? 1 : std::ranges::max(sources, {}, &ListSource::id).id + 1;
        sources.append(source);
    }
    QHash<QString, qsizetype> places;
    places.reserve(proxies.size() + read.entries.size());
    for (qsizetype i = 0; i < proxies.size(); ++i) {
        proxies[i].sources.removeAll(source.id);
        places.insert(proxies[i].key, i);
    }
    Taken taken;
    for (const ProxyList::Entry &entry : read.entries) {
        const QString &key = entry.key;
        if (const auto known = places.constFind(key); known != places.constEnd()) {
            KeptProxy &proxy = proxies[*known];
            proxy.sources.append(source.id);
            const bool own = proxy.proxy.mine;
            proxy.proxy = entry.proxy; // perhaps with another password
            proxy.proxy.mine = own;
            continue;
        }
        places.insert(key, proxies.size());
        proxies.append({key, entry.proxy, true, {source.id}, {}});
        proxies.last().proxy.mine = entry.proxy.mine || mine;
        ++taken.added;
    }
    taken.gone = int(proxies.removeIf([](const KeptProxy &proxy) { return proxy.sources.isEmpty(); }));
    return taken;
}

void KeptList::removeSource(int source)
{
    sources.removeIf([source](const ListSource &known) { return known.id == source; });
    for (KeptProxy &proxy : proxies)
        proxy.sources.removeAll(source);
    proxies.removeIf([](const KeptProxy &proxy) { return proxy.sources.isEmpty(); });
}

void KeptList::remove(const QSet<QString> &keys)
{
    proxies.removeIf([&keys](const KeptProxy &proxy) { return keys.contains(proxy.key); });
}

void KeptList::setEnabled(const QSet<QString> &keys, bool enabled)
{
    const auto isMeant = [&](const KeptProxy &kept) {
        return kept.enabled != enabled && keys.contains(kept.key);
    };
    if (std::ranges::none_of(std::as_const(proxies), isMeant))
        return; // large lists stay shared
    for (KeptProxy &kept : proxies) {
        if (isMeant(kept))
            kept.enabled = enabled;
    }
}

void KeptList::setMine(const QSet<QString> &keys, bool isMine)
{
    const auto isMeant = [&](const KeptProxy &kept) {
        return kept.proxy.mine != isMine && keys.contains(kept.key);
    };
    if (std::ranges::none_of(std::as_const(proxies), isMeant))
        return;
    for (KeptProxy &kept : proxies) {
        if (isMeant(kept))
            kept.proxy.mine = isMine;
    }
}

void KeptList::setAllMine(bool isMine)
{
    for (KeptProxy &kept : proxies)
        kept.proxy.mine = isMine;
}

void KeptList::setVerdicts(const QHash<QString, TestVerdict> &byKey)
{
    for (KeptProxy &kept : proxies) {
        if (const auto verdict = byKey.constFind(kept.key); verdict != byKey.constEnd())
            kept.verdict = *verdict;
    }
}

int KeptList::countOf(int source) const
{
    return int(std::ranges::count_if(
        proxies, [source](const KeptProxy &proxy) { return proxy.sources.contains(source); }));
}

QList<Proxy> KeptList::enabledOnes() const
{
    QList<Proxy> list;
    for (const KeptProxy &proxy : proxies) {
        if (proxy.enabled)
            list.append(proxy.proxy);
    }
    return list;
}

QSet<QString> KeptList::disabledKeys() const
{
    QSet<QString> keys;
    for (const KeptProxy &proxy : proxies) {
        if (!proxy.enabled)
            keys.insert(proxy.proxy.key());
    }
    return keys;
}

QStringList KeptList::enabledKeys() const
{
    QStringList keys;
    for (const KeptProxy &proxy : proxies) {
        if (proxy.enabled)
            keys.append(proxy.key);
    }
    return keys;
}

QList<Proxy> KeptList::all() const
{
    QList<Proxy> list;
    list.reserve(proxies.size());
    for (const KeptProxy &proxy : proxies)
        list.append(proxy.proxy);
    return list;
}

QByteArray KeptList::lines(bool withLogins) const
{
    QByteArray text;
    for (const KeptProxy &kept : proxies) {
        const QString address = kept.proxy.address();
        if (!withLogins || !kept.proxy.hasLogin()) {
            text += address.toUtf8() + '\n';
            continue;
        }
        const qsizetype host = address.indexOf("://"_L1) + 3;
        text += address.first(host).toUtf8() + QUrl::toPercentEncoding(kept.proxy.user) + ':' +
                QUrl::toPercentEncoding(kept.proxy.password) + '@' + address.sliced(host).toUtf8() + '\n';
    }
    return text;
}

QJsonObject KeptList::toJson() const
{
    QJsonArray places;
    for (const ListSource &source : sources)
        places.append(sourceToJson(source));
    QJsonArray kept;
    for (const KeptProxy &proxy : proxies) {
        QJsonObject entry{{u"key"_s, proxy.key}};
        if (!proxy.enabled)
            entry[u"off"_s] = true;
        if (proxy.proxy.mine)
            entry[u"mine"_s] = true;
        QJsonArray from;
        for (const int source : proxy.sources)
            from.append(source);
        entry[u"from"_s] = from;
        if (!proxy.verdict.status.isEmpty())
            entry[u"test"_s] = QJsonArray{proxy.verdict.status, proxy.verdict.reason, proxy.verdict.anonymity,
                                          proxy.verdict.latency};
        kept.append(entry);
    }
    return {{u"id"_s, id},
            {u"name"_s, name},
            {u"mine"_s, mine},
            {u"rotation"_s, QString(rotationName(rotation))},
            {u"every"_s, every},
            {u"bypass"_s, bypass},
            {u"allow_direct"_s, allowDirect},
            {u"sources"_s, places},
            {u"proxies"_s, kept}};
}

Result<KeptList> KeptList::fromJson(const QJsonObject &json)
{
    KeptList list;
    list.id = json[u"id"_s].toString();
    list.name = json[u"name"_s].toString();
    list.mine = json[u"mine"_s].toBool();
    list.rotation = rotationByName(json[u"rotation"_s].toString()).value_or(list.rotation);
    list.every = std::max(1, json[u"every"_s].toInt(list.every));
    list.bypass = json[u"bypass"_s].toString();
    list.allowDirect = json[u"allow_direct"_s].toBool();
    if (list.id.isEmpty())
        return fail(Reason::BadValue, u"a list of proxies without id"_s);
    for (const QJsonValue &source : json[u"sources"_s].toArray())
        list.sources.append(sourceFromJson(source.toObject()));
    for (const QJsonValue &entry : json[u"proxies"_s].toArray()) {
        KeptProxy kept;
        kept.key = entry[u"key"_s].toString();
        const LineReading reading = readProxyLine(kept.key.section(u'#', 0, 0), ProxyScheme::Http);
        if (reading.proxies.size() != 1)
            return fail(Reason::BadValue, u"a list of proxies, entry %1"_s.arg(list.proxies.size() + 1));
        kept.proxy = reading.proxies.first();
        kept.proxy.mine = entry[u"mine"_s].toBool();
        kept.enabled = !entry[u"off"_s].toBool();
        for (const QJsonValue &source : entry[u"from"_s].toArray())
            kept.sources.append(source.toInt());
        const QJsonValue test = entry[u"test"_s];
        kept.verdict = {test[0].toString(), test[1].toString(), test[2].toString(), test[3].toDouble()};
        list.proxies.append(kept);
    }
    return list;
}

// Many proxies of one provider have one login, and keychains hold little: it stands there once, under the
// mark of its user; another password for the same user stands under the whole key.
QByteArray KeptList::logins() const
{
    QHash<QStringView, const KeptProxy *> byMark;
    QVariantMap stored;
    for (const KeptProxy &kept : proxies) {
        if (!kept.proxy.hasLogin())
            continue;
        const QStringView mark = markOf(kept.key);
        const KeptProxy *&first = byMark[mark];
        const bool isFirst = !first;
        if (isFirst)
            first = &kept;
        if (isFirst || kept.proxy.user != first->proxy.user || kept.proxy.password != first->proxy.password)
            stored[isFirst ? mark.toString() : kept.key] = QStringList{kept.proxy.user, kept.proxy.password};
    }
    return stored.isEmpty()
               ? QByteArray()
               : QJsonDocument(QJsonObject::fromVariantMap(stored)).toJson(QJsonDocument::Compact);
}

void KeptList::setLogins(const QByteArray &stored)
{
    const QJsonObject logins = QJsonDocument::fromJson(stored).object();
    for (KeptProxy &kept : proxies) {
        if (!kept.lacksLogin())
            continue;
        const QString where = logins.contains(kept.key) ? kept.key : markOf(kept.key).toString();
        const QJsonArray login = logins[where].toArray();
        Proxy filled = kept.proxy;
        filled.user = login[0].toString();
        filled.password = login[1].toString();
        if (filled.key() == kept.key)
            kept.proxy = filled;
    }
}

} // namespace linnet::proxies
