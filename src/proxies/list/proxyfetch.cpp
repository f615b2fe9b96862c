// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxies/list/proxyfetch.h"

#include "net/engine/engine.h"
#include "net/proxy/proxyfault.h"
#include "proxies/list/proxylistparser.h"
#include "table/proxyschema.h"

#include <QJsonArray>

#include <utility>

namespace linnet::proxies {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString Kind = u"proxies/list"_s;
const QString LineKind = u"proxies/line"_s; ///< work that has failed before it begins

store::RowWrite rowOf(const ProxyList::Entry &entry, const QString &page)
{
    using enum table::ProxyColumn;
    table::Cells row(size_t(std::to_underlying(Count)));
    const auto cell = [&row](table::ProxyColumn column) -> table::Value & {
        return row[size_t(std::to_underlying(column))];
    };
    cell(table::ProxyColumn::Proxy) = entry.proxy.address();
    if (!entry.proxy.isSupported()) {
        cell(Status) = u"unsupported"_s;
        cell(table::ProxyColumn::Reason) = QString(net::proxyFaultCode(net::ProxyFault::Unsupported));
    }
    cell(Scheme) = QString(schemeName(entry.proxy.scheme));
    cell(Login) = entry.proxy.hasLogin();
    cell(Place) = page + u':' + QString::number(entry.place);
    return {&table::proxySchema(), entry.proxy.key(), std::move(row), store::RowMode::Keep};
}

store::WorkAdd failedLine(const ProxyList::Problem &problem, const QString &page, const QString &host)
{
    return {.key = page + u':' + QString::number(problem.place),
            .kind = LineKind,
            .host = host,
            .ref = problem.error().detail,
            .depth = problem.place};
}

} // namespace

Result<void> FetchSpec::validate() const
{
    if (urls.isEmpty())
        return fail(Reason::BadValue, u"no address"_s);
    for (const QUrl &url : urls) {
        const bool web = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
        if (!url.isValid() || !web || url.host().isEmpty() || !url.userInfo().isEmpty())
            return fail(Reason::BadValue, url.toDisplayString(QUrl::RemoveUserInfo));
    }
    return {};
}

QJsonObject FetchSpec::toJson() const
{
    QJsonArray list;
    for (const QUrl &url : urls)
        list.append(url.toString(QUrl::FullyEncoded));
    return {{u"urls"_s, list}, {u"scheme"_s, QString(schemeName(fallback))}};
}

Result<FetchSpec> FetchSpec::fromJson(const QJsonObject &json)
{
    FetchSpec spec;
    for (const QJsonValue &value : json[u"urls"_s].toArray())
        spec.urls.append(QUrl(value.toString(), QUrl::StrictMode));
    spec.fallback = schemeByName(json[u"scheme"_s].toString()).value_or(spec.fallback);
    if (const auto valid = spec.validate(); !valid)
        return std::unexpected(valid.error());
    return spec;
}

ProxyFetch::ProxyFetch(jobs::JobContext context, FetchSpec spec, jobs::RequestSpec requests, QObject *parent)
    : EngineJob(context, std::move(requests), table::proxySchema(), parent)
    , m_spec(std::move(spec))
{
}

std::vector<store::WorkAdd> ProxyFetch::firstWork()
{
    std::vector<store::WorkAdd> work;
    for (const QUrl &url : std::as_const(m_spec.urls))
        work.push_back({.key = url.toString(QUrl::FullyEncoded),
                        .kind = Kind,
                        .host = net::HostKey(url).toString(),
                        .ref = {},
                        .depth = 0});
    return work;
}

QStringList ProxyFetch::kindsAt(const QString &)
{
    return {Kind, LineKind};
}

bool ProxyFetch::knows(const QString &kind) const
{
    return kind == Kind || kind == LineKind;
}

jobs::WorkJob::Begun ProxyFetch::mayAsk(const store::WorkItem &item)
{
    if (item.kind != LineKind)
        return Begun::Yes;
    post(failureOf(item, 0, {Reason::BadLine, 0, item.ref}));
    return Begun::Ended;
}

net::Request ProxyFetch::request(const store::WorkItem &item) const
{
    net::Request request;
    request.url = QUrl(item.key, QUrl::StrictMode);
    const ProxyScheme scheme = ProxyListParser::schemeOfName(item.key).value_or(m_spec.fallback);
    request.read = [scheme](const net::Response &response) {
        net::Reading reading;
        if (response.status == 200)
            reading.content = ProxyListParser::parse(response.body, scheme);
        return reading;
    };
    return request;
}

void ProxyFetch::onAnswer(Answer answer)
{
    const auto *list = std::any_cast<ProxyList>(&answer.content);
    if (!list) {
        onFailure(answer.item, answer.response.attempts, {Reason::HttpStatus, answer.response.status, {}});
        return;
    }
    const QString page = QUrl(answer.item.key).toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery);
    note(u"%1: %2 proxies, %3 repeated, %4 lines that cannot be read"_s.arg(page)
             .arg(list->entries.size())
             .arg(list->duplicates)
             .arg(list->problems.size()));
    store::Unit unit = list->entries.isEmpty() ? failureOf(answer.item, answer.response.attempts,
                                                           {Reason::BadBody, 0, u"no proxies"_s})
                                               : endOf(answer);
    for (const ProxyList::Entry &entry : list->entries)
        unit.rows.push_back(rowOf(entry, page));
    for (const ProxyList::Problem &problem : list->problems)
        unit.newWork.push_back(failedLine(problem, page, answer.item.host));
    post(std::move(unit));
}

} // namespace linnet::proxies
