// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/runparams.h"

namespace linnet::session {

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
    store::Unit first = spec.takeStart();
    RunParams run = made(runkind::Crawl, runparam::Crawl, spec.toJson(), requests);
    run.first = std::move(first);
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

} // namespace linnet::session
