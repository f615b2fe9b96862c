// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sheets/packagefacts.h"

#include "session/aboutdata.h"
#include "vacancies/search/sources.h"

#include <QCoreApplication>

namespace linnet::session {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The page of a source that people know, rather than that of its programs.
QString homeOf(const vacancies::VacancySource &source)
{
    const QStringList &sites = source.facts().sites;
    return sites.isEmpty() ? source.defaultBase().toString() : u"https://"_s + sites.front();
}

} // namespace

Result<exports::PackageFacts> packageFacts(store::RowReader &reader, const QList<store::RunId> &runs,
                                           const QString &title)
{
    const auto about = aboutRuns(reader, runs);
    const auto sources = about ? sourcesOfRuns(reader, runs) : std::unexpected(about.error());
    if (!sources)
        return std::unexpected(sources.error());
    exports::PackageFacts facts;
    facts.title = title;
    QStringList lines;
    for (const auto &[name, text] : *about)
        lines.append(u"%1: %2"_s.arg(name, text));
    facts.description = lines.join(u'\n');
    for (const QString &id : *sources) {
        const vacancies::VacancySource *known = vacancies::sourceById(id);
        if (!known)
            continue;
        facts.sources.append({known->title(), homeOf(*known)});
        facts.terms.append(
            {QCoreApplication::translate("linnet::session::About", "Terms of %1").arg(known->title()),
             known->terms().link});
    }
    return facts;
}

} // namespace linnet::session
