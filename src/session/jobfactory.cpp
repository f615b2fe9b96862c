// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/jobfactory.h"

#include "checks/checkjob.h"
#include "links/crawl/crawljob.h"
#include "proxies/test/proxycheck.h"
#include "table/leftoutschema.h"
#include "table/linkschema.h"
#include "table/pageschema.h"
#include "table/requestschema.h"
#include "vacancies/search/vacancysearch.h"

namespace linnet::session {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Headers for a host are kept as "crawl:HOST", as lines "Name: value".
links::CrawlSecrets crawlSecrets(const QHash<QString, QByteArray> &tokens)
{
    links::CrawlSecrets secrets;
    for (auto token = tokens.cbegin(); token != tokens.cend(); ++token) {
        if (!token.key().startsWith(u"crawl:"))
            continue;
        for (const QByteArray &line : token.value().split('\n')) {
            const qsizetype colon = line.indexOf(':');
            if (colon > 0)
                secrets[token.key().mid(6)].append(
                    {line.first(colon).trimmed(), line.mid(colon + 1).trimmed()});
        }
    }
    return secrets;
}

Result<std::unique_ptr<jobs::Job>> makeProxyJob(const RunParams &run, jobs::JobContext context,
                                                const KnownProxies &known)
{
    auto requests = JobFactory::requests(run);
    if (!requests)
        return std::unexpected(requests.error());
    if (run.params.contains(u"fetch"_s)) {
        auto fetch = ProxyFetchSpec::fromJson(run.params[u"fetch"_s].toObject());
        if (!fetch)
            return std::unexpected(fetch.error());
        return std::make_unique<proxies::ProxyFetch>(context, std::move(*fetch), std::move(*requests));
    }
    auto check = ProxyCheckSpec::fromJson(run.params[u"check"_s].toObject());
    if (!check)
        return std::unexpected(check.error());
    return std::make_unique<proxies::ProxyCheck>(context, std::move(*check), *requests, known);
}

} // namespace

RunParams JobFactory::params(const VacancySpec &spec, const RequestSpec &requests)
{
    return {u"vacancies"_s, {{u"search"_s, spec.toJson()}, {u"requests"_s, requests.toJson()}}};
}

RunParams JobFactory::params(const CheckSpec &spec, const RequestSpec &requests,
                             std::vector<store::WorkAdd> work)
{
    RunParams run{u"checks"_s, {{u"check"_s, spec.toJson()}, {u"requests"_s, requests.toJson()}}};
    run.first.newWork = std::move(work);
    return run;
}

RunParams JobFactory::params(CrawlSpec spec, const RequestSpec &requests)
{
    store::Unit first = spec.takeStart();
    return {u"crawl"_s, {{u"crawl"_s, spec.toJson()}, {u"requests"_s, requests.toJson()}}, std::move(first)};
}

const table::Schema *JobFactory::rowsOf(const QString &kind)
{
    return kind == u"crawl" ? &table::linkSchema() : table::schemaByKey(kind);
}

bool JobFactory::fills(const QString &kind, const table::Schema &schema)
{
    return &schema == rowsOf(kind) || &schema == &table::requestSchema() ||
           (&schema == &table::leftOutSchema() && kind == u"vacancies") ||
           (&schema == &table::pageSchema() && kind == u"crawl");
}

RunParams JobFactory::params(const ProxyCheckSpec &spec, const RequestSpec &requests)
{
    return {u"proxies"_s, {{u"check"_s, spec.toJson()}, {u"requests"_s, requests.toJson()}}};
}

RunParams JobFactory::params(const ProxyFetchSpec &spec, const RequestSpec &requests)
{
    return {u"proxies"_s, {{u"fetch"_s, spec.toJson()}, {u"requests"_s, requests.toJson()}}};
}

Result<RequestSpec> JobFactory::requests(const RunParams &run)
{
    return RequestSpec::fromJson(run.params[u"requests"_s].toObject());
}

Result<std::unique_ptr<jobs::Job>> JobFactory::make(const RunParams &run, jobs::JobContext context,
                                                    const QHash<QString, QByteArray> &tokens,
                                                    const KnownProxies &proxies)
{
    if (run.kind == u"proxies")
        return makeProxyJob(run, context, proxies);
    auto requestSpec = requests(run);
    if (!requestSpec)
        return std::unexpected(requestSpec.error());
    if (run.kind == u"checks") {
        auto check = CheckSpec::fromJson(run.params[u"check"_s].toObject());
        if (!check)
            return std::unexpected(check.error());
        return std::make_unique<checks::CheckJob>(context, std::move(*check), std::move(*requestSpec));
    }
    if (run.kind == u"crawl") {
        const QJsonObject stored = run.params[u"crawl"_s].toObject();
        auto crawl = CrawlSpec::fromJson(stored);
        if (!crawl)
            return std::unexpected(crawl.error());
        crawl->start = CrawlSpec::oldStart(stored);
        if (const auto valid = crawl->validate(); !valid)
            return std::unexpected(valid.error());
        return std::make_unique<links::CrawlJob>(context, std::move(*crawl), std::move(*requestSpec),
                                                 crawlSecrets(tokens));
    }
    if (run.kind != u"vacancies")
        return fail(Reason::BadValue, u"run kind: "_s + run.kind);
    auto search = VacancySpec::fromJson(run.params[u"search"_s].toObject());
    if (!search)
        return std::unexpected(search.error());
    return std::make_unique<vacancies::VacancySearch>(context, std::move(*search), std::move(*requestSpec),
                                                      tokens);
}

} // namespace linnet::session
