// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/search/sources.h"

#include "table/codetitle.h"
#include "vacancies/hh/hhsource.h"
#include "vacancies/superjob/superjobsource.h"
#include "vacancies/trudvsem/trudvsemsource.h"

#include <QCoreApplication>

#include <algorithm>

namespace linnet::vacancies {

using namespace Qt::Literals::StringLiterals;

// Each stands in a file of its own, boards/NAME.cpp, and needs no more than its place in the list below.
const VacancySource &himalayasSource();
const VacancySource &jobicySource();
const VacancySource &jobtechSource();
const VacancySource &myCareersFutureSource();
const VacancySource &mpsvSource();
const VacancySource &navSource();
const VacancySource &usaJobsSource();
const VacancySource &companyBoardsSource();

namespace {

/// Of rows that were imported and name no source.
constexpr auto FromFile = "file"_L1;

/// The one list to add another source to.
std::vector<const VacancySource *> &list()
{
    static const HhSource hh;
    static const TrudvsemSource trudvsem;
    static const SuperjobSource superjob;
    static std::vector<const VacancySource *> sources{&hh,
                                                      &trudvsem,
                                                      &superjob,
                                                      &jobicySource(),
                                                      &himalayasSource(),
                                                      &jobtechSource(),
                                                      &myCareersFutureSource(),
                                                      &navSource(),
                                                      &mpsvSource(),
                                                      &usaJobsSource(),
                                                      &companyBoardsSource()};
    return sources;
}

QStringList sourceIds()
{
    QStringList ids;
    for (const VacancySource *source : allSources())
        ids.append(source->id());
    return ids << FromFile;
}

QString sourceTitle(const QString &id)
{
    if (id == FromFile)
        return QCoreApplication::translate("linnet::vacancies", "file");
    const VacancySource *source = sourceById(id);
    return source ? source->shortTitle() : QString();
}

} // namespace

const std::vector<const VacancySource *> &allSources()
{
    return list();
}

const VacancySource *sourceById(QStringView id)
{
    const auto found =
        std::ranges::find_if(list(), [id](const VacancySource *source) { return source->facts().id == id; });
    return found == list().end() ? nullptr : *found;
}

std::vector<const VacancySource *> sourcesWithToken()
{
    std::vector<const VacancySource *> result;
    std::ranges::copy_if(allSources(), std::back_inserter(result), &VacancySource::needsToken);
    return result;
}

QStringList employersAt(const QString &address)
{
    for (const VacancySource *source : allSources()) {
        const auto query = source->queryAt(QUrl(address));
        if (query && query->validate() && !query->employers.isEmpty())
            return query->employers;
    }
    return {};
}

QStringList knownSites()
{
    QStringList sites;
    for (const VacancySource *source : allSources())
        sites += source->facts().sites;
    return sites;
}

QHash<QString, QString> practicePaths()
{
    QHash<QString, QString> paths;
    for (const VacancySource *source : allSources()) {
        if (!source->facts().practicePath.isNull())
            paths.insert(source->id(), source->facts().practicePath);
    }
    return paths;
}

void nameSourcesInTables()
{
    table::setCodeNames("source"_L1, {sourceIds, sourceTitle});
}

AddedSource::AddedSource(const VacancySource &source)
    : m_source(source)
{
    list().push_back(&m_source);
}

AddedSource::~AddedSource()
{
    std::erase(list(), &m_source);
}

} // namespace linnet::vacancies
