// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/aboutdata.h"

#include "vacancies/searchspec.h"
#include "vacancies/vacancysource.h"

#include <QCoreApplication>

namespace linnet::models {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr size_t ToldRuns = 5;

QString words(const char *text)
{
    return QCoreApplication::translate("linnet::models", text);
}

QString endText(const store::RunInfo &run)
{
    if (run.ended.isEmpty())
        return words(QT_TRANSLATE_NOOP("linnet::models", "not ended yet: rows may be missing"));
    if (run.state == store::RunState::Stopped)
        return words(QT_TRANSLATE_NOOP("linnet::models", "%1, before everything was read")).arg(run.ended);
    return run.ended;
}

void addRun(AboutLines &lines, const store::RunInfo &run, QStringList &sourceIds)
{
    const auto spec = vacancies::SearchSpec::fromJson(run.params[u"search"_s].toObject());
    if (spec && !spec->sources.empty()) {
        const QString title = spec->sources.front().query.title();
        if (!title.isEmpty())
            lines.append({words(QT_TRANSLATE_NOOP("linnet::models", "Search")), title});
        for (const auto &source : spec->sources) {
            if (!sourceIds.contains(source.id))
                sourceIds << source.id;
        }
    }
    lines.append({words(QT_TRANSLATE_NOOP("linnet::models", "Begun")), run.started});
    lines.append({words(QT_TRANSLATE_NOOP("linnet::models", "Ended")), endText(run)});
}

void addTerms(AboutLines &lines, const QString &sourceId)
{
    const vacancies::VacancySource *source = vacancies::sourceById(sourceId);
    if (!source)
        return;
    const vacancies::SourceTerms terms = source->terms();
    const auto translated = [](const char *text) {
        return text ? QCoreApplication::translate("linnet::vacancies", text) : QString();
    };
    lines.append({words(QT_TRANSLATE_NOOP("linnet::models", "Source")), source->title()});
    const AboutLines details{
        {words(QT_TRANSLATE_NOOP("linnet::models", "Who may use it")), translated(terms.who)},
        {words(QT_TRANSLATE_NOOP("linnet::models", "Attribution")), translated(terms.attribution)},
        {words(QT_TRANSLATE_NOOP("linnet::models", "Terms, read on %1")).arg(terms.readOn), terms.link}};
    for (const auto &detail : details) {
        if (!detail.second.isEmpty())
            lines.append(detail);
    }
}

} // namespace

Result<AboutLines> aboutRuns(store::RowReader &reader, const QList<store::RunId> &runs)
{
    Result<std::vector<store::RunInfo>> all = reader.runs();
    if (!all)
        return std::unexpected(all.error());
    std::erase_if(*all, [&](const store::RunInfo &run) { return !runs.isEmpty() && !runs.contains(run.id); });
    AboutLines lines;
    QStringList sourceIds;
    const size_t first = all->size() > ToldRuns ? all->size() - ToldRuns : 0;
    for (size_t i = first; i < all->size(); ++i)
        addRun(lines, (*all)[i], sourceIds);
    for (const QString &id : std::as_const(sourceIds))
        addTerms(lines, id);
    return lines;
}

} // namespace linnet::models
