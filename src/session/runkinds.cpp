// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/runkinds.h"

#include "checks/checkjob.h"
#include "imports/job/importjob.h"
#include "links/crawl/crawljob.h"
#include "proxies/test/proxytestjob.h"
#include "session/runparams.h"
#include "table/checkschema.h"
#include "table/hreflangschema.h"
#include "table/leftoutschema.h"
#include "table/linkschema.h"
#include "table/listingschema.h"
#include "table/pageschema.h"
#include "table/proxyschema.h"
#include "table/requestschema.h"
#include "table/vacancyschema.h"
#include "vacancies/search/vacancysearch.h"

#include <algorithm>
#include <vector>

namespace linnet::session {

using namespace Qt::Literals::StringLiterals;

namespace {

using MadeJob = Result<std::unique_ptr<jobs::Job>>;

MadeJob makeImport(const QJsonObject &params, const jobs::RequestSpec &requests, jobs::JobContext context)
{
    auto import = RunParams::import(params);
    if (!import)
        return std::unexpected(import.error());
    return std::make_unique<imports::ImportJob>(context, std::move(*import), requests);
}

MadeJob makeSearch(const QJsonObject &params, const jobs::RequestSpec &requests, jobs::JobContext context,
                   const RunSecrets &secrets)
{
    if (params.contains(runparam::Import))
        return makeImport(params, requests, context);
    auto search = RunParams::search(params);
    if (!search)
        return std::unexpected(search.error());
    auto job =
        std::make_unique<vacancies::VacancySearch>(context, std::move(*search), requests, secrets.tokens);
    if (params[runparam::Confirm].toBool())
        job->confirmOnly();
    return job;
}

/// Headers for a host, or another place that CrawlSecrets knows, are kept as "crawl:HOST", as lines "Name:
/// value".
void addCrawlSecrets(links::CrawlSecrets &secrets, const QHash<QString, QByteArray> &tokens)
{
    for (auto token = tokens.cbegin(); token != tokens.cend(); ++token) {
        if (!token.key().startsWith(u"crawl:"))
            continue;
        for (const QByteArray &line : token.value().split('\n')) {
            const qsizetype colon = line.indexOf(':');
            if (colon > 0)
                secrets.add(token.key().mid(6), line.first(colon).trimmed(), line.mid(colon + 1).trimmed());
        }
    }
}

MadeJob makeCrawl(const QJsonObject &params, const jobs::RequestSpec &requests, jobs::JobContext context,
                  const RunSecrets &secrets)
{
    if (params.contains(runparam::Import))
        return makeImport(params, requests, context);
    auto crawl = RunParams::crawl(params);
    if (!crawl)
        return std::unexpected(crawl.error());
    crawl->start = links::CrawlSpec::oldStart(params[runparam::Crawl].toObject());
    if (const auto valid = crawl->validate(); !valid)
        return std::unexpected(valid.error());
    links::CrawlSecrets headers;
    addCrawlSecrets(headers, secrets.own);
    addCrawlSecrets(headers, secrets.tokens);
    auto job = std::make_unique<links::CrawlJob>(context, std::move(*crawl), requests, std::move(headers));
    job->loadCookies(secrets.tokens.value(u"crawl-cookies"_s));
    return job;
}

MadeJob makeCheck(const QJsonObject &params, const jobs::RequestSpec &requests, jobs::JobContext context,
                  const RunSecrets &secrets)
{
    if (params.contains(runparam::Import))
        return makeImport(params, requests, context);
    auto check = RunParams::check(params);
    if (!check)
        return std::unexpected(check.error());
    checks::CheckJob::Logins logins;
    for (auto own = secrets.own.cbegin(); own != secrets.own.cend(); ++own) {
        if (own.key().startsWith(CheckLogin))
            logins.insert(own.key().mid(CheckLogin.size()), own.value());
    }
    return std::make_unique<checks::CheckJob>(context, std::move(*check), requests, std::move(logins));
}

MadeJob makeProxyJob(const QJsonObject &params, const jobs::RequestSpec &requests, jobs::JobContext context,
                     const RunSecrets &secrets)
{
    if (params.contains(runparam::Fetch)) {
        auto fetch = RunParams::proxyFetch(params);
        if (!fetch)
            return std::unexpected(fetch.error());
        return std::make_unique<proxies::ProxyFetch>(context, std::move(*fetch), requests);
    }
    auto test = RunParams::proxyTest(params);
    if (!test)
        return std::unexpected(test.error());
    return std::make_unique<proxies::ProxyTestJob>(context, std::move(*test), requests, secrets.proxies);
}

} // namespace

std::span<const RunKind> runKinds()
{
    static const QSet<int> refusals{403, 429, 451};
    static const std::vector<RunKind> kinds{
        {runkind::Vacancies,
         &table::vacancySchema(),
         {&table::vacancySchema(), &table::leftOutSchema(), &table::listingSchema(), &table::requestSchema()},
         refusals,
         makeSearch},
        {runkind::Crawl,
         &table::linkSchema(),
         {&table::linkSchema(), &table::pageSchema(), &table::requestSchema(), &table::hreflangSchema()},
         refusals,
         makeCrawl},
        {runkind::Checks,
         &table::checkSchema(),
         {&table::checkSchema(), &table::requestSchema()},
         {429},
         makeCheck},
        {runkind::Proxies,
         &table::proxySchema(),
         {&table::proxySchema(), &table::requestSchema()},
         refusals,
         makeProxyJob},
    };
    return kinds;
}

const RunKind *runKindById(QStringView id)
{
    const auto kinds = runKinds();
    const auto found = std::ranges::find_if(kinds, [id](const RunKind &kind) { return kind.id == id; });
    return found == kinds.end() ? nullptr : &*found;
}

QString kindThatFills(const table::Schema &schema)
{
    const auto kinds = runKinds();
    const auto found = std::ranges::find_if(
        kinds, [&schema](const RunKind &kind) { return kind.fills.contains(&schema.rows()); });
    return found == kinds.end() ? QString() : QString(found->id);
}

const table::Schema *rowsOf(QStringView kind)
{
    const RunKind *known = runKindById(kind);
    return known ? known->rows : nullptr;
}

bool fills(QStringView kind, const table::Schema &schema)
{
    const RunKind *known = runKindById(kind);
    return &schema == &table::requestSchema() || (known && known->fills.contains(&schema.rows()));
}

} // namespace linnet::session
