// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/saved/runagain.h"

#include "checks/checkspec.h"
#include "jobs/addressinput.h"
#include "session/saved/taskid.h"
#include "store/read/workreader.h"
#include "store/removedrows.h"
#include "vacancies/search/listedquery.h"

#include <QCoreApplication>

#include <algorithm>

namespace linnet::session {

using namespace Qt::Literals::StringLiterals;

namespace {

Result<QStringList> addressesOfCheck(const QString &project, const store::RunInfo &run)
{
    const auto spec = RunParams::check(run.params);
    if (!spec)
        return std::unexpected(spec.error());
    store::WorkReader reader(project, run.id);
    QStringList addresses;
    for (const QString &kind : {QString(checks::RefusedKind), spec->phases().front().kind()}) {
        const auto work = reader.all(kind);
        if (!work)
            return std::unexpected(work.error());
        for (const store::WorkItem &item : *work)
            addresses.append(checks::addressOf(item.key));
    }
    return addresses;
}

/// Of a search without a list none.
Result<QStringList> queriesOfSearch(const QString &project, const store::RunInfo &run)
{
    if (run.params.contains(runparam::Import))
        return QStringList();
    const auto spec = RunParams::search(run.params);
    if (!spec)
        return std::unexpected(spec.error());
    if (!spec->list)
        return QStringList();
    store::WorkReader reader(project, run.id);
    std::vector<vacancies::ListedQuery> queries;
    for (size_t source = 0; source < spec->sources.size(); ++source) {
        const auto take = [&](const store::WorkItem &item) {
            const auto ref = vacancies::ListedRef::read(item.ref);
            if (ref.number < 1 || ref.number > spec->list->count)
                return;
            if (queries.size() < size_t(ref.number))
                queries.resize(size_t(ref.number));
            vacancies::ListedQuery &query = queries[size_t(ref.number) - 1];
            query.text = ref.text;
            query.region = ref.region;
            query.areas.resize(spec->sources.size());
            query.areas[source] = ref.areas;
        };
        const auto read = reader.forEach(vacancies::firstPageKind(spec->sources[source].id), take);
        if (!read)
            return std::unexpected(read.error());
    }
    QStringList lines;
    for (const vacancies::ListedQuery &query : queries)
        lines.append(query.toLine());
    return lines;
}

Result<RunParams> searchAgain(const QJsonObject &params, const QStringList &lines,
                              const jobs::RequestSpec &requests)
{
    auto spec = RunParams::search(params);
    if (!spec)
        return std::unexpected(spec.error());
    spec->day = QDate::currentDate();
    if (!spec->list)
        return RunParams::of(*spec, requests);
    std::vector<vacancies::ListedQuery> queries;
    for (const QString &line : lines) {
        auto query = vacancies::ListedQuery::fromLine(line, spec->sources.size());
        if (!query)
            return fail(Reason::BadValue, u"query %1"_s.arg(line.left(60)));
        for (size_t source = 0; source < spec->sources.size(); ++source) {
            const auto valid =
                vacancies::askedQuery(spec->sources[source], query->text, query->areas[source]).validate();
            if (!valid)
                return std::unexpected(valid.error());
        }
        queries.push_back(std::move(*query));
    }
    if (queries.empty())
        return fail(Reason::BadValue, u"queries: none"_s);
    return RunParams::of(*spec, requests, vacancies::firstWork(*spec, queries, {}));
}

Result<RunParams> crawlAgain(const QJsonObject &params, const QStringList &addresses,
                             const jobs::RequestSpec &requests)
{
    auto spec = RunParams::crawl(params);
    if (!spec)
        return std::unexpected(spec.error());
    spec->start = addresses;
    if (const auto valid = spec->validate(); !valid)
        return std::unexpected(valid.error());
    return RunParams::of(std::move(*spec), requests);
}

Result<RunParams> checkAgain(const QJsonObject &params, const QStringList &addresses,
                             const jobs::RequestSpec &requests)
{
    const auto spec = RunParams::check(params);
    if (!spec)
        return std::unexpected(spec.error());
    const jobs::AddressInput input = jobs::AddressInput::fromList(addresses);
    std::vector<checks::CheckAddress> good;
    for (const jobs::AddressInput::Address &address : input.addresses)
        good.push_back(checks::CheckAddress::of(address.url, address.line));
    std::vector<checks::RefusedLine> refused;
    for (const jobs::AddressInput::Refused &line : input.refused)
        refused.push_back({line.text, line.line, line.error});
    return RunParams::of(*spec, requests, checks::firstWork(*spec, good, refused), checks::loginsOf(good));
}

/// Addresses went with the rows, but for the only one of a crawl, which its parameters name.
Result<QStringList> addressesWithoutRows(const store::RunInfo &run)
{
    const auto crawl = RunParams::crawl(run.params);
    if (run.kind == runkind::Crawl && crawl && crawl->starts == 1)
        return QStringList{crawl->first};
    if (run.kind != runkind::Crawl && run.kind != runkind::Checks)
        return QStringList();
    return fail(Reason::BadValue,
                QCoreApplication::translate(
                    "linnet::session", "The addresses that run %1 began with were removed with its rows.")
                    .arg(run.id));
}

} // namespace

Result<QStringList> firstAddresses(const QString &project, const store::RunInfo &run)
{
    if (store::RemovedRows::of(run.counts))
        return addressesWithoutRows(run);
    if (run.kind == runkind::Checks)
        return addressesOfCheck(project, run);
    if (run.kind == runkind::Vacancies)
        return queriesOfSearch(project, run);
    if (run.kind != runkind::Crawl)
        return QStringList();
    const QJsonObject crawl = run.params[runparam::Crawl].toObject();
    if (const QStringList old = links::CrawlSpec::oldStart(crawl); !old.isEmpty())
        return old;
    const auto spec = RunParams::crawl(run.params);
    const auto reader = store::RowReader::open(project);
    if (!spec || !reader)
        return std::unexpected(!spec ? spec.error() : reader.error());
    return (*reader)->addresses(run.id, spec->starts);
}

const store::RunInfo *newestRun(const std::vector<store::RunInfo> &runs, const SavedSearch &search)
{
    const QString task = search.task();
    const auto found = std::find_if(runs.rbegin(), runs.rend(), [&](const store::RunInfo &run) {
        return run.kind == search.kind && taskId(run.kind, run.params) == task;
    });
    return found == runs.rend() ? nullptr : &*found;
}

Result<QStringList> firstAddresses(const QString &project, const SavedSearch &search,
                                   const store::RunInfo *newest)
{
    return newest ? firstAddresses(project, *newest) : search.addresses;
}

Result<RunParams> runAgain(const QString &kind, const QJsonObject &params, const QStringList &addresses,
                           const QUrl &moved)
{
    if (params.contains(runparam::Import))
        return fail(Reason::BadValue, u"import"_s);
    const QUrl before = RunParams::practice(params);
    const bool moves = !moved.isEmpty() && !before.isEmpty();
    const QJsonObject now = moves ? RunParams::moved(params, before, moved) : params;
    QStringList urls = addresses;
    for (QString &url : urls)
        url = moves ? RunParams::movedAddress(url, before, moved) : url;
    const auto requests = RunParams::requests(now);
    if (!requests)
        return std::unexpected(requests.error());
    if (kind == runkind::Vacancies)
        return searchAgain(now, addresses, *requests);
    if (kind == runkind::Crawl)
        return crawlAgain(now, urls, *requests);
    if (kind == runkind::Checks)
        return checkAgain(now, urls, *requests);
    if (kind == runkind::Proxies)
        return RunParams{kind, now};
    return fail(Reason::BadValue, u"kind %1"_s.arg(kind));
}

} // namespace linnet::session
