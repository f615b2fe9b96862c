// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxies/test/testspec.h"

#include <QJsonArray>

namespace linnet::proxies {

using namespace Qt::Literals::StringLiterals;

QList<QUrl> TestSpec::defaultJudges()
{
    return {QUrl(u"http://httpbin.org/get"_s), QUrl(u"https://httpbin.org/get"_s)};
}

void TestSpec::add(const ProxyList &list, const QString &name)
{
    for (const ProxyList::Entry &entry : list.entries) {
        const QString place = name.isEmpty() ? QString() : name + u':' + QString::number(entry.place);
        items.append({entry.proxy.key(), entry.proxy, place});
    }
}

Result<void> TestSpec::validate() const
{
    int plain = 0;
    int secure = 0;
    for (const QUrl &judge : judges) {
        const bool web = judge.isValid() && !judge.host().isEmpty() && judge.userInfo().isEmpty();
        plain += judge.scheme() == "http"_L1 ? 1 : 0;
        secure += judge.scheme() == "https"_L1 ? 1 : 0;
        if (!web || (judge.scheme() != "http"_L1 && judge.scheme() != "https"_L1))
            return fail(Reason::BadValue, u"judge: "_s + judge.toDisplayString(QUrl::RemoveUserInfo));
    }
    if (judges.isEmpty() || plain > 1 || secure > 1)
        return fail(Reason::BadValue, u"judge: one with http, one with https, or both"_s);
    if (samples < 1 || samples > 20)
        return fail(Reason::BadValue, u"samples: 1 to 20"_s);
    return {};
}

QJsonObject TestSpec::toJson() const
{
    QJsonArray list;
    for (const QUrl &judge : judges)
        list.append(judge.toString(QUrl::FullyEncoded));
    QJsonArray tested;
    for (const Item &item : items)
        tested.append(QJsonArray{item.key, item.place});
    return {{u"judges"_s, list}, {u"samples"_s, samples}, {u"proxies"_s, tested}};
}

Result<TestSpec> TestSpec::fromJson(const QJsonObject &json)
{
    TestSpec spec;
    spec.samples = json[u"samples"_s].toInt(spec.samples);
    for (const QJsonValue &value : json[u"judges"_s].toArray())
        spec.judges.append(QUrl(value.toString(), QUrl::StrictMode));
    for (const QJsonValue &value : json[u"proxies"_s].toArray()) {
        const QString key = value[0].toString();
        const LineReading reading = readProxyLine(key.section(u'#', 0, 0), ProxyScheme::Http);
        if (reading.proxies.size() != 1)
            return fail(Reason::BadValue, u"proxies"_s);
        spec.items.append({key, reading.proxies.first(), value[1].toString()});
    }
    if (const auto valid = spec.validate(); !valid)
        return std::unexpected(valid.error());
    return spec;
}

} // namespace linnet::proxies
