// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/vacancies/searchlist.h"

#include "gui/run/runpresenter.h"
#include "vacancies/search/sources.h"

#include <algorithm>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype ToldLines = 3;

std::vector<vacancies::ListedPlace> placesOf(const VacanciesValues &values)
{
    // The form has the regions of hh.ru, by which they are called whatever the sources are.
    const vacancies::Dictionary &names = vacancies::currentDictionary(vacancies::Dictionary::Kind::HhAreas);
    std::vector<vacancies::ListedPlace> places;
    for (const QString &area : values.areas) {
        const vacancies::DictionaryNode *node = names.byId(area);
        vacancies::ListedPlace place{{}, node ? node->russian : area};
        for (const QString &id : values.sources) {
            const vacancies::VacancySource *source = vacancies::sourceById(id);
            place.areas.push_back(source ? source->toSource({area}).value_or(QStringList()) : QStringList());
        }
        places.push_back(std::move(place));
    }
    return places;
}

QString quoted(const QString &cell)
{
    if (!cell.contains(u',') && !cell.contains(u'"'))
        return cell;
    QString text = cell;
    return u'"' + text.replace(u'"', u"\"\""_s) + u'"';
}

} // namespace

vacancies::QueryList SearchList::read(const VacanciesValues &values)
{
    vacancies::RegionWords regions(values.sources);
    return vacancies::QueryList::of(vacancies::QueryLines::read(values.list), {}, placesOf(values), regions);
}

SearchList::Told SearchList::tell(const VacanciesValues &values)
{
    const vacancies::QueryList list = read(values);
    QStringList parts;
    if (list.queries.empty() && list.refused.empty())
        parts << tr("There is no search in the list.");
    if (!list.ignored.isEmpty())
        parts << tr("Columns that are not used: %1.").arg(list.ignored.join(u", "_s));
    if (!list.repeated.isEmpty())
        parts << tr("%Ln line(s) repeat others and are asked once.", nullptr,
                    RunPresenter::plural(list.repeated.size()));
    for (size_t i = 0; i < std::min(list.refused.size(), size_t(ToldLines)); ++i)
        parts << tr("Line %L1: %2").arg(list.refused[i].line).arg(list.refused[i].why);
    if (const qsizetype more = qsizetype(list.refused.size()) - ToldLines; more > 0)
        parts << tr("… and %Ln more line(s) that cannot be taken.", nullptr, RunPresenter::plural(more));
    return {int(list.queries.size()), parts.join(u' ')};
}

SearchList::Prepared SearchList::prepare(const VacanciesValues &values, const vacancies::SearchSpec &spec,
                                         const jobs::RequestSpec &requests)
{
    const vacancies::QueryList list = read(values);
    if (list.queries.empty()) {
        if (list.refused.empty())
            return {tr("There is no search in the list."), {}};
        return {tr("Line %L1: %2").arg(list.refused.front().line).arg(list.refused.front().why), {}};
    }
    vacancies::SearchSpec whole = spec;
    whole.list = vacancies::describeList(list.queries);
    return {{},
            session::RunParams::of(whole, requests, vacancies::firstWork(whole, list.queries, list.refused))};
}

QString SearchList::ofRun(const vacancies::SearchSpec &spec, const QStringList &lines)
{
    const bool withRegions = spec.list && spec.list->hasRegions;
    QStringList written;
    if (withRegions)
        written << u"text,area"_s;
    for (const QString &line : lines) {
        const auto query = vacancies::ListedQuery::fromLine(line, spec.sources.size());
        if (query)
            written << (withRegions ? quoted(query->text) + u',' + quoted(query->region) : query->text);
    }
    return written.join(u'\n');
}

QString SearchList::title(int count)
{
    return tr("list of %Ln search(es)", nullptr, count);
}

} // namespace linnet::gui
