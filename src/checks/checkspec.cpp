// SPDX-License-Identifier: GPL-3.0-or-later
#include "checks/checkspec.h"

#include "net/engine/engine.h"
#include "net/headerfields.h"
#include "url/urlresolver.h"
#include "url/withoutlogin.h"

#include <QCryptographicHash>
#include <QSet>

#include <algorithm>

namespace linnet::checks {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QLatin1StringView PlainKind{"check"};

QString orderCode(Phase::Order order)
{
    switch (order) {
    case Phase::Order::OneByOne:
        return u"sequential"_s;
    case Phase::Order::Concurrent:
        return u"concurrent"_s;
    case Phase::Order::Free:
        break;
    }
    return {};
}

} // namespace

QString Phase::kind() const
{
    if (round == 0)
        return order == Order::Free ? QString(PlainKind) : orderCode(order);
    return u"%1 %2"_s.arg(round).arg(order == Order::Free ? u"round"_s : orderCode(order));
}

QString Phase::code() const
{
    return round > 0 ? orderCode(order) : QString();
}

Result<void> CheckSpec::validate() const
{
    const auto within = [](int value, int low, int high) { return value >= low && value <= high; };
    if (!within(preview, 0, MostLetters))
        return fail(Reason::BadValue, u"preview: 0 to %1"_s.arg(MostLetters));
    if (!within(comparisons, 0, MostRepetitions))
        return fail(Reason::BadValue, u"repetitions: 1 to %1"_s.arg(MostRepetitions));
    if (!within(watchMinutes, 0, 24 * 60))
        return fail(Reason::BadValue, u"watch: 1 to 1440 minutes"_s);
    if (comparisons > 0 && (watchMinutes > 0 || sequential))
        return fail(Reason::BadValue, u"compare: not with watch or sequential"_s);
    return {};
}

QJsonObject CheckSpec::toJson() const
{
    return {{u"method"_s, method == net::Method::Head ? u"HEAD"_s : u"GET"_s},
            {u"preview"_s, preview},
            {u"sequential"_s, sequential},
            {u"comparisons"_s, comparisons},
            {u"watch_minutes"_s, watchMinutes},
            {u"title"_s, title},
            {u"list"_s, list}};
}

Result<CheckSpec> CheckSpec::fromJson(const QJsonObject &json)
{
    CheckSpec spec;
    spec.method = json[u"method"_s].toString() == u"HEAD" ? net::Method::Head : net::Method::Get;
    spec.preview = json[u"preview"_s].toInt(spec.preview);
    spec.sequential = json[u"sequential"_s].toBool();
    spec.comparisons = json[u"comparisons"_s].toInt();
    spec.watchMinutes = json[u"watch_minutes"_s].toInt();
    spec.title = json[u"title"_s].toString();
    spec.list = json[u"list"_s].toString();
    if (const auto valid = spec.validate(); !valid)
        return std::unexpected(valid.error());
    return spec;
}

std::vector<Phase> CheckSpec::phases() const
{
    if (comparisons == 0)
        return {{sequential ? Phase::Order::OneByOne : Phase::Order::Free, watchMinutes > 0 ? 1 : 0}};
    std::vector<Phase> result;
    for (int round = 1; round <= comparisons; ++round) {
        result.push_back({Phase::Order::OneByOne, round});
        result.push_back({Phase::Order::Concurrent, round});
    }
    return result;
}

CheckAddress CheckAddress::of(const QString &text, int line)
{
    const url::ResolvedUrl url = url::parseUrl(text.toStdString());
    // A few names that QUrl takes are none to browsers.
    if (url.kind != url::UrlKind::Http)
        return {QUrl(text), line};
    CheckAddress result{net::Address::written(url.href), line, QByteArray::fromStdString(url.login)};
    const std::string bare = url::withoutLogin(text.toStdString());
    if (std::ranges::all_of(bare, [](char c) { return c > ' ' && c < '\x7F'; }))
        result.written = QString::fromStdString(bare);
    return result;
}

QString fingerprint(const std::vector<CheckAddress> &addresses)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    for (const CheckAddress &address : addresses) {
        hash.addData(address.text().toLatin1());
        hash.addData("\n");
    }
    return QString::fromLatin1(hash.result().toHex());
}

std::vector<store::WorkAdd> workOf(const Phase &phase, const std::vector<CheckAddress> &addresses)
{
    std::vector<store::WorkAdd> work;
    work.reserve(addresses.size());
    const QString kind = phase.kind();
    for (const CheckAddress &address : addresses) {
        const QString url = address.text();
        store::WorkAdd add;
        // An encoded address has no space.
        add.key = phase.round > 0 ? u"%1 %2"_s.arg(url, kind) : url;
        add.kind = kind;
        // One queue for all hosts keeps the order of the list.
        if (phase.order != Phase::Order::OneByOne)
            add.host = net::HostKey(address.address.url()).toString();
        add.depth = address.line;
        if (!address.login.isEmpty())
            add.ref = WithLogin;
        work.push_back(std::move(add));
    }
    return work;
}

std::vector<store::WorkAdd> firstWork(const CheckSpec &spec, const std::vector<CheckAddress> &addresses,
                                      const std::vector<RefusedLine> &refused)
{
    std::vector<store::WorkAdd> work;
    QSet<QString> seen;
    for (const RefusedLine &line : refused) {
        store::WorkAdd add;
        add.key = line.text;
        if (seen.contains(add.key))
            add.key = u"%1 (%2)"_s.arg(line.text).arg(line.line);
        seen.insert(add.key);
        add.kind = RefusedKind;
        add.ref = u"%1 %2"_s.arg(reasonCode(line.error.reason), line.error.detail);
        add.depth = line.line;
        work.push_back(std::move(add));
    }
    for (const Phase &phase : spec.phases())
        std::ranges::move(workOf(phase, addresses), std::back_inserter(work));
    return work;
}

QHash<QString, QByteArray> loginsOf(const std::vector<CheckAddress> &addresses)
{
    QHash<QString, QByteArray> result;
    for (const CheckAddress &address : addresses) {
        if (!address.login.isEmpty())
            result.insert(address.text(), net::basicLogin(address.login));
    }
    return result;
}

Error refusal(const QString &ref)
{
    return {reasonFromCode(ref.section(u' ', 0, 0)), 0, ref.section(u' ', 1)};
}

QString addressOf(const QString &workKey)
{
    return workKey.section(u' ', 0, 0);
}

} // namespace linnet::checks
