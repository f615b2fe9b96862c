// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/proxychoice.h"

#include "net/proxy/noproxylist.h"

#include <QJsonArray>

namespace linnet::jobs {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QLatin1StringView Modes[] = {"system"_L1, "none"_L1, "list"_L1};

} // namespace

Result<void> ProxyChoice::validate() const
{
    if (mode == Mode::List && keys.isEmpty())
        return fail(Reason::NoProxy, u"the list is empty"_s);
    if (every < 1)
        return fail(Reason::BadValue, u"rotation: every 1 or more requests"_s);
    if (const QStringList bad = net::NoProxyList(bypass).problems(); !bad.isEmpty())
        return fail(Reason::BadValue, u"bypass: "_s + bad.join(u"; "_s));
    return {};
}

QJsonObject ProxyChoice::toJson() const
{
    QJsonObject json{{u"mode"_s, QString(Modes[int(mode)])}};
    if (mode != Mode::List)
        return json;
    json[u"keys"_s] = QJsonArray::fromStringList(keys);
    if (!list.isEmpty()) {
        json[u"list"_s] = list;
        json[u"title"_s] = title;
    }
    json[u"rotation"_s] = rotation;
    json[u"every"_s] = every;
    json[u"bypass"_s] = bypass;
    json[u"allow_direct"_s] = allowDirect;
    return json;
}

ProxyChoice ProxyChoice::fromJson(const QJsonObject &json)
{
    ProxyChoice choice;
    const QString mode = json[u"mode"_s].toString();
    choice.mode = mode == Modes[1] ? Mode::None : mode == Modes[2] ? Mode::List : Mode::System;
    for (const QJsonValue &key : json[u"keys"_s].toArray())
        choice.keys.append(key.toString());
    choice.list = json[u"list"_s].toString();
    choice.title = json[u"title"_s].toString();
    choice.rotation = json[u"rotation"_s].toString(choice.rotation);
    choice.every = json[u"every"_s].toInt(choice.every);
    choice.bypass = json[u"bypass"_s].toString();
    choice.allowDirect = json[u"allow_direct"_s].toBool();
    return choice;
}

} // namespace linnet::jobs
