// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options/queryoptions.h"

#include "base/boundedfile.h"
#include "encoding/filetext.h"

namespace linnet::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Each region of the command line on its own; those of one source among several together, as they are no
/// regions for the others.
Result<std::vector<vacancies::ListedPlace>>
placesOf(const Options &options, const vacancies::SearchSpec &spec, vacancies::RegionWords &regions)
{
    std::vector<vacancies::ListedPlace> places;
    for (const QString &list : options.texts(u"area"_s)) {
        for (const QString &area : list.split(u',', Qt::SkipEmptyParts)) {
            if (area.contains(u':')) {
                vacancies::ListedPlace place;
                for (const vacancies::SearchSpec::Source &source : spec.sources)
                    place.areas.push_back(source.query.areas);
                return std::vector{place};
            }
            auto place = regions.find(area.trimmed());
            if (!place)
                return fail(Reason::BadValue, u"--area "_s + area + u": "_s + place.error().detail);
            places.push_back(std::move(*place));
        }
    }
    return places;
}

} // namespace

void QueryOptions::addTo(Options &options)
{
    options.add(
        {u"queries"_s},
        tr("Read searches from FILE (- = standard input): a text a line, or CSV whose first line names "
           "the columns text and area (a number or name of a region). A line without an area is asked "
           "in each --area on its own, and so is each --text, which come first."),
        u"FILE"_s);
}

Result<std::optional<vacancies::QueryList>> QueryOptions::read(const Options &options,
                                                               const vacancies::SearchSpec &spec)
{
    if (!options.isSet(u"queries"_s))
        return std::optional<vacancies::QueryList>();
    const auto bytes = readBounded(options.text(u"queries"_s), LargestFile);
    if (!bytes)
        return fail(Reason::BadValue, u"--queries "_s + bytes.error().detail);
    vacancies::RegionWords regions(spec.sourceIds());
    const auto places = placesOf(options, spec, regions);
    if (!places)
        return std::unexpected(places.error());
    QStringList texts;
    for (const QString &text : options.texts(u"text"_s))
        texts.append(text.simplified());
    const QString text = encoding::fileText(*bytes, encoding::OtherBytes::Guess);
    return vacancies::QueryList::of(vacancies::QueryLines::read(text), texts, *places, regions);
}

} // namespace linnet::cli
