// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/runtitle.h"

#include "session/runparams.h"
#include "session/saved/savedsearch.h"
#include "session/saved/taskid.h"
#include "vacancies/search/sources.h"

#include <QLocale>

#include <algorithm>

namespace linnet::report {

namespace {

QString searchTitle(const vacancies::SearchSpec &spec, const QLocale &locale)
{
    if (spec.sources.empty())
        return {};
    const vacancies::SearchSpec::Source &first = spec.sources.front();
    QStringList areas;
    const vacancies::VacancySource *source = vacancies::sourceById(first.id);
    for (const QString &area : source ? first.query.areas : QStringList())
        areas.append(source->regions().name(area, locale));
    return first.query.title(areas);
}

QString ownTitle(const store::RunInfo &run, const QLocale &locale)
{
    if (const auto import = session::RunParams::import(run.params))
        return import->title();
    if (const auto search = session::RunParams::search(run.params))
        return searchTitle(*search, locale);
    if (const auto crawl = session::RunParams::crawl(run.params))
        return crawl->first;
    if (const auto check = session::RunParams::check(run.params))
        return check->title;
    return {};
}

} // namespace

Result<QString> runTitle(store::RowReader &reader, const QList<store::RunId> &runs, const QLocale &locale)
{
    const auto known = reader.runs();
    const auto memos = known ? reader.memos() : std::unexpected(known.error());
    if (!memos)
        return std::unexpected(memos.error());
    const std::vector<session::SavedSearch> searches = session::savedSearches(*memos);
    QStringList titles;
    for (const store::RunInfo &run : *known) {
        if (!runs.contains(run.id))
            continue;
        const QString task = session::taskId(run.kind, run.params);
        const auto saved = std::ranges::find_if(searches, [&](const session::SavedSearch &search) {
            return !search.name.isEmpty() && search.task() == task;
        });
        const QString title = saved != searches.end() ? saved->name : ownTitle(run, locale);
        if (!title.isEmpty() && !titles.contains(title))
            titles.append(title);
    }
    return titles.size() == 1 ? titles.front() : QString();
}

} // namespace linnet::report
