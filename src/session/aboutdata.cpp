// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/aboutdata.h"

#include "session/runparams.h"
#include "table/vacancyschema.h"
#include "vacancies/search/sources.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace linnet::session {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr size_t ToldRuns = 5;

/// Texts of this file.
struct About
{
    Q_DECLARE_TR_FUNCTIONS(linnet::session::About)
};

QString ending(const store::RunInfo &run)
{
    const QString stoppedBy = run.counts[u"stopped_by"_s].toString();
    if (run.state == store::RunState::Finished)
        return About::tr("complete: everything asked for was tried");
    if (stoppedBy == u"user")
        return About::tr("stopped early by the user");
    if (run.state == store::RunState::Stopped && (stoppedBy == u"auth" || stoppedBy == u"captcha"))
        return About::tr("stopped early by the source");
    if (run.state == store::RunState::Stopped && stoppedBy == u"limit")
        return About::tr("stopped early by a limit that was set");
    if (run.state == store::RunState::Stopped)
        return About::tr("stopped early by a failure on this computer");
    return About::tr("not finished yet");
}

QStringList areaNames(const vacancies::VacancySource &source, const QStringList &areas)
{
    QStringList names;
    for (const QString &area : areas)
        names.append(source.regions().name(area, QLocale()));
    return names;
}

QStringList industryNames(const QStringList &industries)
{
    const auto &dictionary = vacancies::currentDictionary(vacancies::Dictionary::Kind::HhIndustries);
    QStringList names;
    for (const QString &industry : industries)
        names.append(dictionary.name(industry, QLocale()));
    return names;
}

void addSearch(AboutLines &lines, const vacancies::SearchSpec &spec)
{
    for (const vacancies::SearchSpec::Source &source : spec.sources) {
        const vacancies::VacancySource *known = vacancies::sourceById(source.id);
        if (!known)
            continue; // one that this version does not know
        const QString name = known->title();
        if (spec.list)
            lines.append(
                {About::tr("List of searches"), About::tr("%n search(es)", nullptr, spec.list->count)});
        std::vector<vacancies::Query> queries{source.query};
        queries.insert(queries.end(), source.more.begin(), source.more.end());
        for (const vacancies::Query &query : queries)
            lines.append({About::tr("Search"),
                          query.title(areaNames(*known, query.areas), industryNames(query.industries))});
        if (source.query.contacts)
            lines.append({About::tr("Contacts of persons"),
                          About::tr("where an ad shows them; personal data: only for the purpose for which "
                                    "they were collected, not to be passed on")});
        lines.append(
            {About::tr("Source"), source.base.isEmpty() ? name : name + u", "_s + source.base.toString()});
    }
}

void addCourse(AboutLines &lines, const store::RunInfo &run)
{
    lines.append({About::tr("Begun (UTC)"), run.started});
    if (!run.ended.isEmpty())
        lines.append({About::tr("Ended (UTC)"), run.ended});
    lines.append({About::tr("State"), ending(run)});
    const QLocale locale;
    if (const qint64 found = run.counts[u"found"_s].toInteger(-1); found >= 0)
        lines.append({About::tr("Found by the source"), locale.toString(found)});
    if (const qint64 reachable = run.counts[u"reachable"_s].toInteger(-1); reachable >= 0)
        lines.append({About::tr("Of these within the limits"), locale.toString(reachable)});
    if (const qint64 filtered = run.counts[u"filtered"_s].toInteger(); filtered > 0)
        lines.append({About::tr("Left out by stricter checks"), locale.toString(filtered)});
    if (const qint64 duplicates = run.counts[u"duplicates"_s].toInteger(); duplicates > 0)
        lines.append({About::tr("Came more than once"), locale.toString(duplicates)});
}

void addTerms(AboutLines &lines, const vacancies::VacancySource &source)
{
    const vacancies::SourceTerms terms = source.terms();
    lines.append({About::tr("Terms of %1").arg(source.title()), terms.link});
    if (terms.who)
        lines.append(
            {About::tr("Who may use it"), QCoreApplication::translate("linnet::vacancies", terms.who)});
    if (terms.attribution)
        lines.append(
            {About::tr("To be named"), QCoreApplication::translate("linnet::vacancies", terms.attribution)});
}

/// Those whose records stand in the rows of a run.
Result<QStringList> sourcesOf(store::RowReader &reader, store::RunId run)
{
    constexpr int Most = 100;
    const auto found = reader.facet({&table::vacancySchema(), {run}, {}, {}}, u"source"_s, Most);
    if (!found)
        return std::unexpected(found.error());
    QStringList ids;
    for (const store::FacetEntry &entry : *found)
        ids.append(table::toText(entry.value));
    return ids;
}

/// The newest of the runs that are asked for.
Result<std::vector<store::RunInfo>> toldRuns(store::RowReader &reader, const QList<store::RunId> &runs)
{
    auto told = reader.runs();
    if (!told)
        return told;
    std::erase_if(*told,
                  [&](const store::RunInfo &run) { return !runs.isEmpty() && !runs.contains(run.id); });
    if (told->size() > ToldRuns)
        told->erase(told->begin(), told->end() - ToldRuns);
    return told;
}

} // namespace

Result<QStringList> sourcesOfRuns(store::RowReader &reader, const QList<store::RunId> &runs)
{
    const auto told = toldRuns(reader, runs);
    if (!told)
        return std::unexpected(told.error());
    QStringList sources;
    for (const store::RunInfo &run : *told) {
        if (RunParams::import(run.params)) {
            const auto read = sourcesOf(reader, run.id);
            if (!read)
                return std::unexpected(read.error());
            sources += *read;
        }
        if (const auto spec = RunParams::search(run.params)) {
            for (const vacancies::SearchSpec::Source &source : spec->sources) {
                if (source.base.isEmpty())
                    sources.append(source.id);
            }
        }
    }
    sources.removeDuplicates();
    return sources;
}

Result<AboutLines> aboutRuns(store::RowReader &reader, const QList<store::RunId> &runs)
{
    const auto told = toldRuns(reader, runs);
    const auto sources = told ? sourcesOfRuns(reader, runs) : std::unexpected(told.error());
    if (!sources)
        return std::unexpected(sources.error());
    AboutLines lines;
    for (const store::RunInfo &run : *told) {
        if (const auto import = RunParams::import(run.params))
            lines.append({About::tr("From files"), import->title()});
        if (const auto spec = RunParams::search(run.params))
            addSearch(lines, *spec);
        addCourse(lines, run);
    }
    for (const QString &id : *sources) {
        if (const vacancies::VacancySource *known = vacancies::sourceById(id))
            addTerms(lines, *known);
    }
    return lines;
}

} // namespace linnet::session
