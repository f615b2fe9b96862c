// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/vacanciescommand.h"

#include "base/places.h"
#include "cli/options/queryoptions.h"
#include "cli/options/tokenoptions.h"
#include "session/runparams.h"
#include "table/listingschema.h"
#include "table/vacancyschema.h"
#include "vacancies/search/sources.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace linnet::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

/// What --plan writes.
const QList<int> PlanColumns{
    std::to_underlying(table::ListingColumn::Source),   std::to_underlying(table::ListingColumn::Query),
    std::to_underlying(table::ListingColumn::Found),    std::to_underlying(table::ListingColumn::Reachable),
    std::to_underlying(table::ListingColumn::Requests), std::to_underlying(table::ListingColumn::Seconds)};

/// Lines told one by one; the summary names them all.
constexpr qsizetype ToldLines = 20;

QStringList sourceIds()
{
    QStringList ids;
    for (const vacancies::VacancySource *source : vacancies::allSources())
        ids.append(source->id());
    return ids;
}

Result<vacancies::SearchField> readField(const QString &word)
{
    using vacancies::SearchField;
    if (word == u"name")
        return SearchField::Name;
    if (word == u"company")
        return SearchField::Company;
    if (word == u"description")
        return SearchField::Description;
    if (word == u"any")
        return SearchField::Any;
    return fail(Reason::BadValue, u"--field %1: name, company, description, any"_s.arg(word));
}

Result<QDate> readDate(const Options &options, const QString &name)
{
    const QDate date = QDate::fromString(options.text(name), Qt::ISODate);
    if (options.isSet(name) && !date.isValid())
        return fail(Reason::BadValue, u"--%1 %2: YYYY-MM-DD"_s.arg(name, options.text(name)));
    return date;
}

} // namespace

VacanciesCommand::VacanciesCommand(QObject *parent)
    : RunCommand(table::vacancySchema(), parent)
{
}

QString VacanciesCommand::summary() const
{
    return tr("Search job vacancies and read the details of each.");
}

void VacanciesCommand::addOptions(Options &options) const
{
    options.add({u"t"_s, u"text"_s},
                tr("What to look for; nothing = everything in the area. Repeated: one search for each."),
                u"TEXT"_s);
    QueryOptions::addTo(options);
    options.add({u"field"_s}, tr("Where to look: name, company, description or any."), u"FIELD"_s, u"name"_s);
    options.offer(u"field"_s, {u"name"_s, u"company"_s, u"description"_s, u"any"_s});
    options.add({u"exclude"_s}, tr("Leave out vacancies with one of these words (comma between them)."),
                u"WORDS"_s);
    options.add({u"source"_s}, tr("One of %1; may be repeated.").arg(sourceIds().join(u", "_s)), u"ID"_s,
                sourceIds().front());
    options.offer(u"source"_s, sourceIds());
    options.add({u"area"_s},
                tr("The source's number of a region; may be repeated. With several sources numbers of hh.ru, "
                   "or SOURCE:ID."),
                u"ID"_s);
    options.add({u"experience"_s}, u"noExperience, between1And3, between3And6, moreThan6"_s, u"ID"_s);
    options.add({u"work-format"_s}, u"ON_SITE, REMOTE, HYBRID, FIELD_WORK"_s, u"ID"_s);
    options.add({u"employment"_s}, u"FULL, PART, PROJECT, FLY_IN_FLY_OUT"_s, u"ID"_s);
    options.add({u"role"_s}, tr("The source's number of a professional role; may be repeated."), u"ID"_s);
    options.add({u"industry"_s},
                tr("The number of an industry at hh.ru, such as 7 or 7.541; may be repeated."), u"ID"_s);
    options.add({u"employer"_s},
                tr("The number of an employer at hh.ru, such as 1455, or a company's board for the source "
                   "boards, such "
                   "as greenhouse:NAME or its address; may be repeated."),
                u"ID"_s);
    options.add({u"site"_s},
                tr("Whose pages the links lead to, one of %1; the ads are the same.")
                    .arg(vacancies::knownSites().join(u", "_s)),
                u"HOST"_s);
    options.offer(u"site"_s, vacancies::knownSites());
    options.add({u"salary"_s}, tr("At least this much a month."), u"N"_s);
    options.add({u"currency"_s}, tr("Currency of the salary, such as RUR."), u"CODE"_s);
    options.add({u"only-with-salary"_s}, tr("Only vacancies that name a salary."));
    options.add({u"period"_s}, tr("Published in the last DAYS days, 1 to 30."), u"DAYS"_s);
    options.add({u"date-from"_s}, tr("Published on this day or later."), u"YYYY-MM-DD"_s);
    options.add({u"date-to"_s}, tr("Published on this day or earlier."), u"YYYY-MM-DD"_s);
    options.add({u"p"_s, u"pages"_s}, tr("Pages of 100 to read; 0 = all that can be reached."), u"N"_s,
                u"5"_s);
    options.add({u"no-details"_s}, tr("Only what the listing says: quick, without descriptions and skills."));
    options.add({u"contacts"_s}, tr("Also the contacts of persons, where an ad shows them. They are personal "
                                    "data: keep them for your purpose only, and pass them to nobody."));
    options.add({u"plan"_s}, tr("Only ask how many vacancies there are: one request for each search, and how "
                                "many requests and seconds the whole would take."));
    options.add({u"only-complete"_s}, tr("Leave out vacancies whose details could not be read."));
    TokenOptions::addTo(options);
    options.add({u"base-url"_s}, tr("Another root of the source's API; with several sources SOURCE=URL."),
                u"URL"_s);
    OutputOptions::addTo(options);
    RequestOptions::addTo(options);
}

void VacanciesCommand::start(const QStringList &args)
{
    Options options(summary());
    addOptions(options);
    if (endedByParsing(options, args))
        return;
    // Before ids are looked up in them.
    vacancies::setDictionaryFolder(Places::own().data);
    const bool countOnly = options.isSet(u"plan"_s);
    if (countOnly)
        setSchema(table::listingSchema());
    auto output = OutputOptions::read(options, schema());
    const auto requests = RequestOptions::read(options);
    auto spec = readSpec(options);
    auto list = spec ? QueryOptions::read(options, *spec) : Result<std::optional<vacancies::QueryList>>();
    const auto tokens = TokenOptions::read(options, spec ? spec->sourceIds() : QStringList());
    if (!options.positional().isEmpty()) {
        endWith(BadUsage, {Reason::BadValue, 0, options.positional().front()});
        return;
    }
    if (endedByErrors(output, requests, spec, tokens, list))
        return;
    if (*list && !takeList(*spec, **list))
        return;
    m_onlyComplete = options.isSet(u"only-complete"_s) && !countOnly;
    if (countOnly && output->columns.isEmpty())
        output->columns = PlanColumns;
    if (!prepare(*output, *requests,
                 {{u"--token-file"_s, options.text(u"token-file"_s), FileRole::Use::Read},
                  {u"--queries"_s, options.text(u"queries"_s), FileRole::Use::Read}}))
        return;
    for (auto token = tokens->begin(); token != tokens->end(); ++token)
        session().setToken(token.key(), token.value());
    if (*list)
        follow(session().start(session::RunParams::of(
            *spec, requests->spec, vacancies::firstWork(*spec, (*list)->queries, (*list)->refused))));
    else
        follow(session().startVacancies(*spec, requests->spec));
}

/// False after having ended with an error.
bool VacanciesCommand::takeList(vacancies::SearchSpec &spec, vacancies::QueryList &list)
{
    if (!list.ignored.isEmpty())
        console().say(tr("Columns that are not used: %1").arg(list.ignored.join(u", ")));
    for (qsizetype i = 0; i < std::min(list.repeated.size(), ToldLines); ++i) {
        const auto &[line, first] = list.repeated[i];
        console().say(first > 0 ? tr("Line %1 repeats line %2; it is asked once.").arg(line).arg(first)
                                : tr("Line %1 repeats a --text; it is asked once.").arg(line));
    }
    if (const qsizetype more = list.repeated.size() - ToldLines; more > 0)
        console().say(tr("… and %n more repeated line(s).", nullptr, int(more)));
    if (list.queries.empty()) {
        for (size_t i = 0; i < std::min(list.refused.size(), size_t(ToldLines)); ++i)
            console().complain({Reason::BadLine, 0, list.refused[i].why},
                               tr("line %1").arg(list.refused[i].line));
        endWith(BadUsage, {Reason::BadValue, 0, tr("no search in the list")});
        return false;
    }
    for (vacancies::SearchSpec::Source &source : spec.sources) {
        source.query.text.clear();
        source.more.clear();
    }
    spec.list = vacancies::describeList(list.queries);
    spec.day = QDate::currentDate();
    m_isPlanOfList = spec.countOnly;
    return true;
}

Result<vacancies::SearchSpec> VacanciesCommand::readSpec(const Options &options) const
{
    const auto sources = options.words(u"source"_s, sourceIds());
    if (!sources)
        return std::unexpected(sources.error());
    const auto query = readQuery(options);
    if (!query)
        return std::unexpected(query.error());
    const auto bases = readBases(options, *sources);
    if (!bases)
        return std::unexpected(bases.error());
    vacancies::SearchSpec spec;
    spec.countOnly = options.isSet(u"plan"_s);
    spec.details = !options.isSet(u"no-details"_s);
    for (const QString &id : *sources) {
        vacancies::SearchSpec::Source part{id, *query, bases->value(id)};
        auto areas = readAreas(options, *vacancies::sourceById(id), sources->size() == 1);
        if (!areas)
            return std::unexpected(areas.error());
        part.query.areas = std::move(*areas);
        part.query.employers = vacancies::sourceById(id)->ownEmployers(query->employers);
        const QStringList texts = options.texts(u"text"_s);
        for (const QString &text : texts.sliced(std::min<qsizetype>(1, texts.size()))) {
            part.more.push_back(part.query);
            part.more.back().text = text;
        }
        spec.sources.push_back(std::move(part));
    }
    if (const auto valid = spec.validate(); !valid)
        return std::unexpected(valid.error());
    return spec;
}

/// By source. A bare address is that of the only one.
Result<QHash<QString, QUrl>> VacanciesCommand::readBases(const Options &options, const QStringList &sources)
{
    QHash<QString, QUrl> bases;
    for (const QString &text : options.texts(u"base-url"_s)) {
        const QString id = text.section(u'=', 0, 0);
        const bool isNamed = vacancies::sourceById(id) && text.size() > id.size();
        if (isNamed ? !sources.contains(id) : sources.size() != 1 || text.isEmpty())
            return fail(Reason::BadValue,
                        u"--base-url %1: SOURCE=URL, of %2"_s.arg(text, sources.join(u", ")));
        const QUrl url(isNamed ? text.sliced(id.size() + 1) : text, QUrl::StrictMode);
        if (url.isEmpty())
            return fail(Reason::BadValue, u"--base-url "_s + text);
        bases[isNamed ? id : sources.constFirst()] = url;
    }
    return bases;
}

/// One source takes its own numbers. Several have none in common, so there a number is one of hh.ru, as in
/// the window, and each source is asked for the same place.
Result<QStringList> VacanciesCommand::readAreas(const Options &options,
                                                const vacancies::VacancySource &source, bool alone) const
{
    QStringList own;
    QStringList common;
    bool named = false;
    for (const QString &list : options.texts(u"area"_s)) {
        for (const QString &area : list.split(u',', Qt::SkipEmptyParts)) {
            const qsizetype colon = area.indexOf(u':');
            const QString id = area.left(std::max<qsizetype>(0, colon));
            if (colon > 0 && !vacancies::sourceById(id))
                return fail(Reason::BadValue, u"--area %1: %2"_s.arg(area, sourceIds().join(u", "_s)));
            named = true;
            if (colon > 0 && id == source.id())
                own.append(area.sliced(colon + 1).trimmed());
            else if (colon <= 0)
                (alone ? own : common).append(area.trimmed());
        }
    }
    if (!common.isEmpty()) {
        const auto same = source.toSource(common);
        if (!same)
            return fail(Reason::BadValue,
                        u"area: %1 has none of these regions of hh.ru: %2; "
                        "%1:ID names one of its own"_s.arg(source.id(), common.join(u", "_s)));
        if (same->isEmpty())
            return QStringList(); // the whole country
        own += *same;
    }
    own.removeDuplicates();
    if (named && own.isEmpty())
        return fail(Reason::BadValue, u"area: none for %1"_s.arg(source.id()));
    if (const auto usable = source.checkRegions(own); !usable)
        return std::unexpected(usable.error());
    return own;
}

Result<vacancies::Query> VacanciesCommand::readQuery(const Options &options) const
{
    vacancies::Query query;
    query.text = options.texts(u"text"_s).value(0);
    const auto field = readField(options.text(u"field"_s));
    const auto from = readDate(options, u"date-from"_s);
    const auto to = readDate(options, u"date-to"_s);
    const auto pages = options.integer(u"pages"_s, 0, 10'000);
    if (!field || !pages)
        return std::unexpected(!field ? field.error() : pages.error());
    if (!from || !to)
        return std::unexpected(!from ? from.error() : to.error());
    query.field = *field;
    query.dateFrom = *from;
    query.dateTo = *to;
    query.pages = int(*pages);
    for (const QString &words : options.texts(u"exclude"_s)) {
        for (const QString &word : words.split(u',', Qt::SkipEmptyParts))
            query.exclude.append(word.trimmed());
    }
    for (const auto &[name, list] : {std::pair{u"experience"_s, &query.experience},
                                     {u"work-format"_s, &query.workFormat},
                                     {u"employment"_s, &query.employment},
                                     {u"role"_s, &query.roles},
                                     {u"industry"_s, &query.industries},
                                     {u"employer"_s, &query.employers}}) {
        for (const QString &value : options.texts(name))
            list->append(value.split(u',', Qt::SkipEmptyParts));
    }
    for (QString &employer : query.employers) {
        if (employer.contains("://"_L1))
            employer = vacancies::employersAt(employer).value(0, employer);
    }
    query.site = options.text(u"site"_s).toLower();
    if (options.isSet(u"salary"_s)) {
        const auto salary = options.integer(u"salary"_s, 1, std::numeric_limits<qint32>::max());
        if (!salary)
            return std::unexpected(salary.error());
        query.salary = *salary;
    }
    if (options.isSet(u"period"_s)) {
        const auto period = options.integer(u"period"_s, 1, 30);
        if (!period)
            return std::unexpected(period.error());
        query.period = int(*period);
    }
    query.currency = vacancies::currencyCode(options.text(u"currency"_s).toUpper());
    query.onlyWithSalary = options.isSet(u"only-with-salary"_s);
    query.contacts = options.isSet(u"contacts"_s);
    return query;
}

QMap<QString, qint64> VacanciesCommand::leftOut(store::RunId run) const
{
    if (!m_onlyComplete)
        return {};
    const auto reader = session().project().reader();
    const auto all = reader ? (*reader)->count(RunCommand::query(run)) : std::unexpected(reader.error());
    const auto complete = reader ? (*reader)->count(query(run)) : std::unexpected(reader.error());
    if (!all || !complete || *all == *complete)
        return {};
    return {{u"incomplete"_s, *all - *complete}};
}

store::RowQuery VacanciesCommand::query(store::RunId run) const
{
    store::RowQuery query = RunCommand::query(run);
    if (m_isPlanOfList)
        query.sort = {{u"number"_s, false}};
    if (m_onlyComplete)
        query.filter.conditions.append({u"state"_s, table::FilterOp::Equals, {u"complete"_s}, false});
    return query;
}

} // namespace linnet::cli
