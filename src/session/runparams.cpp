// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/runparams.h"

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

} // namespace

RunParams RunParams::of(const vacancies::SearchSpec &spec, const jobs::RequestSpec &requests)
{
    return made(runkind::Vacancies, runparam::Search, spec.toJson(), requests);
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
                        std::vector<store::WorkAdd> work)
{
    RunParams run = made(runkind::Checks, runparam::Check, spec.toJson(), requests);
    run.first.newWork = std::move(work);
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

bool RunParams::asks(const QUrl &server) const
{
    const QString root = server.toString(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment);
    const auto isThere = [&root](const QString &url) {
        return url == root || url.startsWith(root + QLatin1Char('/'));
    };
    const auto holds = [&](const auto &self, const QJsonValue &value) -> bool {
        if (value.isArray())
            return std::ranges::any_of(value.toArray(),
                                       [&](const QJsonValue &item) { return self(self, item); });
        if (value.isObject())
            return std::ranges::any_of(value.toObject(),
                                       [&](const QJsonValue &item) { return self(self, item); });
        return isThere(value.toString());
    };
    return holds(holds, params) ||
           std::ranges::any_of(first.newWork,
                               [&](const store::WorkAdd &work) { return isThere(work.key); }) ||
           std::ranges::any_of(first.addresses, [&](const store::AddressWrite &address) {
               return isThere(QString::fromUtf8(address.url));
           });
}

} // namespace linnet::session
