// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/runparams.h"

#include "table/checkschema.h"
#include "table/pageschema.h"

#include <QJsonArray>

#include <algorithm>

namespace linnet::session {

using namespace Qt::Literals::StringLiterals;

namespace {

RunParams made(QLatin1StringView kind, QLatin1StringView member, const QJsonObject &spec,
               const jobs::RequestSpec &requests)
{
    return {kind, {{member, spec}, {runparam::Requests, requests.toJson()}}};
}

bool isAt(const QString &url, const QString &root)
{
    return url == root || url.startsWith(root + u'/');
}

QString rootOf(const QUrl &server)
{
    return server.toString(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

QJsonValue movedValue(const QJsonValue &value, const QUrl &from, const QUrl &to)
{
    if (value.isString())
        return RunParams::movedAddress(value.toString(), from, to);
    if (value.isArray()) {
        QJsonArray items;
        for (const QJsonValue &item : value.toArray())
            items.append(movedValue(item, from, to));
        return items;
    }
    return value.isObject() ? QJsonValue(RunParams::moved(value.toObject(), from, to)) : value;
}

/// Whether a text in there is an address of that server.
bool names(const QJsonValue &value, const QString &root)
{
    if (value.isString())
        return isAt(value.toString(), root);
    if (value.isArray()) {
        const QJsonArray items = value.toArray();
        return std::any_of(items.begin(), items.end(),
                           [&root](const QJsonValue &item) { return names(item, root); });
    }
    const QJsonObject members = value.toObject();
    return std::any_of(members.begin(), members.end(),
                       [&root](const QJsonValue &member) { return names(member, root); });
}

} // namespace

RunParams RunParams::of(const vacancies::SearchSpec &spec, const jobs::RequestSpec &requests,
                        std::vector<store::WorkAdd> work)
{
    RunParams run = made(runkind::Vacancies, runparam::Search, spec.toJson(), requests);
    run.first.newWork = std::move(work);
    return run;
}

RunParams RunParams::of(const imports::ImportSpec &spec, const jobs::RequestSpec &requests)
{
    const QLatin1StringView kind = spec.table == &table::checkSchema()  ? runkind::Checks
                                   : spec.table == &table::pageSchema() ? runkind::Crawl
                                                                        : runkind::Vacancies;
    return made(kind, runparam::Import, spec.toJson(), requests);
}

RunParams RunParams::of(links::CrawlSpec spec, const jobs::RequestSpec &requests)
{
    QHash<QString, QByteArray> logins;
    store::Unit first = spec.takeStart(&logins);
    RunParams run = made(runkind::Crawl, runparam::Crawl, spec.toJson(), requests);
    run.first = std::move(first);
    for (auto login = logins.cbegin(); login != logins.cend(); ++login)
        run.secrets.insert(u"crawl:"_s + login.key(), "Authorization: " + *login);
    return run;
}

RunParams RunParams::of(const checks::CheckSpec &spec, const jobs::RequestSpec &requests,
                        std::vector<store::WorkAdd> work, const QHash<QString, QByteArray> &logins)
{
    RunParams run = made(runkind::Checks, runparam::Check, spec.toJson(), requests);
    run.first.newWork = std::move(work);
    for (auto login = logins.cbegin(); login != logins.cend(); ++login)
        run.secrets.insert(CheckLogin + login.key(), *login);
    return run;
}

RunParams RunParams::of(const proxies::TestSpec &spec, const jobs::RequestSpec &requests)
{
    return made(runkind::Proxies, runparam::Check, spec.toJson(), requests);
}

RunParams RunParams::of(const proxies::FetchSpec &spec, const jobs::RequestSpec &requests)
{
    return made(runkind::Proxies, runparam::Fetch, spec.toJson(), requests);
}

Result<vacancies::SearchSpec> RunParams::search(const QJsonObject &params)
{
    return vacancies::SearchSpec::fromJson(params[runparam::Search].toObject());
}

Result<imports::ImportSpec> RunParams::import(const QJsonObject &params)
{
    return imports::ImportSpec::fromJson(params[runparam::Import].toObject());
}

Result<links::CrawlSpec> RunParams::crawl(const QJsonObject &params)
{
    return links::CrawlSpec::fromJson(params[runparam::Crawl].toObject());
}

Result<checks::CheckSpec> RunParams::check(const QJsonObject &params)
{
    return checks::CheckSpec::fromJson(params[runparam::Check].toObject());
}

Result<proxies::TestSpec> RunParams::proxyTest(const QJsonObject &params)
{
    return proxies::TestSpec::fromJson(params[runparam::Check].toObject());
}

Result<proxies::FetchSpec> RunParams::proxyFetch(const QJsonObject &params)
{
    return proxies::FetchSpec::fromJson(params[runparam::Fetch].toObject());
}

Result<jobs::RequestSpec> RunParams::requests(const QJsonObject &params)
{
    return jobs::RequestSpec::fromJson(params[runparam::Requests].toObject());
}

QUrl RunParams::practice(const QJsonObject &params)
{
    return QUrl(params[runparam::Practice].toString(), QUrl::StrictMode);
}

QJsonObject RunParams::moved(const QJsonObject &params, const QUrl &from, const QUrl &to)
{
    QJsonObject result;
    for (auto member = params.begin(); member != params.end(); ++member)
        result.insert(member.key(), movedValue(member.value(), from, to));
    return result;
}

QString RunParams::movedAddress(const QString &address, const QUrl &from, const QUrl &to)
{
    const QString before = rootOf(from);
    return from.isEmpty() || !isAt(address, before) ? address : rootOf(to) + address.sliced(before.size());
}

bool RunParams::asks(const QUrl &server) const
{
    const QString root = rootOf(server);
    for (const store::WorkAdd &work : first.newWork) {
        if (isAt(work.key, root))
            return true;
    }
    for (const store::AddressWrite &address : first.addresses) {
        if (isAt(QString::fromUtf8(address.url), root))
            return true;
    }
    return names(params, root);
}

} // namespace linnet::session
