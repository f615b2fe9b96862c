// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/vacancies/vacanciespresenter.h"

#include "gui/run/failuresbeforepause.h"
#include "gui/vacancies/searchlist.h"

#include "base/errortext.h"
#include "gui/widgets/duration.h"
#include "models/table/amountunit.h"
#include "vacancies/search/sources.h"

#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using vacancies::SearchField;

namespace {

constexpr int RowsPerPage = 100;

/// Pages of which an estimate speaks: those of a thousand ads when all are wanted, however many there are.
int pagesOf(const VacanciesValues &values, const vacancies::VacancySource &source)
{
    constexpr int Thousand = 1000 / RowsPerPage;
    return values.pages == 0 ? Thousand : std::min(values.pages, source.reachablePages());
}

bool listIsComplete(const vacancies::VacancySource &source)
{
    return !source.facts().hasDetails;
}

QString shortTitle(const QString &source)
{
    const vacancies::VacancySource *known = vacancies::sourceById(source);
    return known ? known->shortTitle() : source;
}

/// A field of the stored query as the form calls it.
QString fieldName(const QString &key)
{
    constexpr std::pair<QLatin1StringView, const char *> names[] = {
        {"experience"_L1, QT_TRANSLATE_NOOP("linnet::gui::VacanciesPresenter", "experience")},
        {"workFormat"_L1, QT_TRANSLATE_NOOP("linnet::gui::VacanciesPresenter", "work format")},
        {"employment"_L1, QT_TRANSLATE_NOOP("linnet::gui::VacanciesPresenter", "employment")},
        {"roles"_L1, QT_TRANSLATE_NOOP("linnet::gui::VacanciesPresenter", "role")},
        {"industries"_L1, QT_TRANSLATE_NOOP("linnet::gui::VacanciesPresenter", "industry")},
        {"employers"_L1, QT_TRANSLATE_NOOP("linnet::gui::VacanciesPresenter", "employer")},
        {"site"_L1, QT_TRANSLATE_NOOP("linnet::gui::VacanciesPresenter", "site")},
        {"field"_L1, QT_TRANSLATE_NOOP("linnet::gui::VacanciesPresenter", "words in descriptions")},
        {"contacts"_L1, QT_TRANSLATE_NOOP("linnet::gui::VacanciesPresenter", "contacts of persons")},
        {"currency"_L1, QT_TRANSLATE_NOOP("linnet::gui::VacanciesPresenter", "currency")},
        {"salary"_L1, QT_TRANSLATE_NOOP("linnet::gui::VacanciesPresenter", "salary in this currency")},
    };
    for (const auto &[name, text] : names) {
        if (key == name)
            return VacanciesPresenter::tr(text);
    }
    return key;
}

QUrl addressOf(const VacanciesValues &values, const QString &source)
{
    return QUrl(values.bases.value(source).trimmed(), QUrl::StrictMode);
}

} // namespace

VacanciesPresenter::VacanciesPresenter(VacanciesNames names)
    : m_names(std::move(names))
{
}

VacanciesValues VacanciesPresenter::fresh(const QStringList &sourcesWithToken)
{
    VacanciesValues values;
    for (const vacancies::VacancySource *source : vacancies::allSources()) {
        const bool isOpen = !source->needsToken() && !source->facts().onRequest;
        if (isOpen || sourcesWithToken.contains(source->id()))
            values.sources << source->id();
    }
    if (values.sources.size() > 1 && !sourcesWithToken.isEmpty())
        values.sources = sourcesWithToken.first(1);
    return values;
}

QList<VacanciesProblem> VacanciesPresenter::problems(const VacanciesValues &values, const QDate &today) const
{
    QList<VacanciesProblem> found;
    const auto add = [&found](VacanciesField field, const QString &text) { found.append({field, text}); };
    if (values.text.count(u'"') % 2 != 0)
        add(VacanciesField::Text, tr("A quotation mark is not closed. Close it or take it out."));
    if (values.exclude.count(u'"') % 2 != 0)
        add(VacanciesField::Exclude, tr("A quotation mark is not closed. Close it or take it out."));
    if (!values.unknownEmployer.isEmpty())
        add(VacanciesField::Employers, tr("“%1” is not chosen yet. Choose an employer from the list below "
                                          "the field, or write the number "
                                          "that its page at hh.ru has in its address.")
                                           .arg(values.unknownEmployer));
    if (values.sources.isEmpty())
        add(VacanciesField::Sources, tr("Choose at least one source."));
    if (values.period < 0) {
        if (!values.dateFrom.isValid() && !values.dateTo.isValid())
            add(VacanciesField::Dates, tr("Choose the first or the last day, or another period."));
        else if (values.dateFrom.isValid() && values.dateTo.isValid() && values.dateFrom > values.dateTo)
            add(VacanciesField::Dates, tr("The first day is after the last one. Exchange them."));
        else if (values.dateFrom > today)
            add(VacanciesField::Dates, tr("The first day lies in the future; nothing was published then."));
    }
    if (const QString problem = values.proxy.problem(); !problem.isEmpty())
        add(VacanciesField::Proxy, problem);
    if (values.userAgent.contains("example.com"_L1, Qt::CaseInsensitive))
        add(VacanciesField::UserAgent,
            tr("hh.ru refuses addresses at example.com. Write your own address or leave it empty."));
    for (const QChar unit : values.userAgent) {
        if (unit.unicode() < 0x20 || unit.unicode() > 0x7e) {
            add(VacanciesField::UserAgent, tr("Only Latin letters, digits and signs can be sent here."));
            break;
        }
    }
    for (const QString &source : values.sources) {
        if (!m_names.toSource(source, values.areas))
            add(VacanciesField::Areas,
                tr("%1 has none of these regions. Choose others or leave the source out.")
                    .arg(shortTitle(source)));
        if (values.bases.value(source).trimmed().isEmpty())
            continue;
        const QUrl url = addressOf(values, source);
        const bool web = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
        if (!url.isValid() || !web || url.host().isEmpty())
            found.append({VacanciesField::Address,
                          ErrorText::sentence({Reason::BadUrl, 0, values.bases.value(source).trimmed()}),
                          source});
    }
    if (!found.isEmpty())
        return found;
    for (const auto &source : spec(values).sources) {
        if (const Result<void> valid = source.query.validate(); !valid)
            add(VacanciesField::Other, ErrorText::sentence(valid.error()));
    }
    return found;
}

QString VacanciesPresenter::sourceWithoutToken(const VacanciesValues &values,
                                               const QStringList &sourcesWithToken)
{
    for (const QString &id : values.sources) {
        const vacancies::VacancySource *source = vacancies::sourceById(id);
        if (source && source->needsToken() && !sourcesWithToken.contains(id) &&
            values.bases.value(id).isEmpty())
            return id;
    }
    return {};
}

QString VacanciesPresenter::tokenWarning(const VacanciesValues &values, const QStringList &sourcesWithToken)
{
    const QString id = sourceWithoutToken(values, sourcesWithToken);
    if (id.isEmpty())
        return {};
    return tr("%1 refuses searches without an access token. None is needed for: %2. Vacancies from a file "
              "need "
              "none either (File > Import).")
        .arg(shortTitle(id), openSources().join(u", "_s));
}

QStringList VacanciesPresenter::openSources()
{
    QStringList titles;
    for (const vacancies::VacancySource *source : vacancies::allSources()) {
        if (!source->needsToken() && !source->facts().onRequest)
            titles << source->shortTitle();
    }
    return titles;
}

QStringList VacanciesPresenter::sourceTitles(const VacanciesValues &values)
{
    QStringList titles;
    for (const QString &id : values.sources)
        titles << shortTitle(id);
    return titles;
}

QString VacanciesPresenter::emptyQuestion(const VacanciesValues &values)
{
    const bool asksItself = std::ranges::any_of(
        values.sources, [&values](const QString &id) { return values.bases.value(id).trimmed().isEmpty(); });
    if (!asksItself || !values.list.isEmpty() || !values.text.trimmed().isEmpty() ||
        !values.roles.isEmpty() || !values.industries.isEmpty() || !values.employers.isEmpty())
        return {};
    const QString time = durationText(estimate(values, values.details));
    if (values.pages == 0)
        return tr("No position is named, so that everything would be read that the sources have in the "
                  "chosen "
                  "regions, perhaps hundreds of thousands of ads: %1 for every thousand. Name a position to "
                  "read only what you look for.")
            .arg(time);
    return tr("No position is named, so that everything would be read that the sources have in the chosen "
              "regions: it may take up to %1. Name a position to read only what you look for.")
        .arg(time);
}

QString VacanciesPresenter::limits(const VacanciesValues &values) const
{
    QStringList lines;
    for (const vacancies::SearchSpec::Source &part : spec(values).sources) {
        const vacancies::VacancySource *source = vacancies::sourceById(part.id);
        QStringList names;
        for (const QString &field : source ? source->ignoredFields(part.query) : QStringList())
            names << fieldName(field);
        if (!names.isEmpty())
            lines << tr("%1 cannot be asked for: %2.").arg(shortTitle(part.id), names.join(u", "_s));
    }
    return lines.join(u' ');
}

vacancies::Query VacanciesPresenter::query(const VacanciesValues &values)
{
    vacancies::Query query;
    query.text = values.text.simplified();
    query.field = values.field;
    query.exclude = excludedWords(values.exclude);
    query.experience = values.experience;
    query.workFormat = values.workFormat;
    query.employment = values.employment;
    query.roles = values.roles;
    query.industries = values.industries;
    query.employers = values.employers;
    query.site = values.site;
    if (values.salary > 0)
        query.salary = values.salary;
    query.currency = values.currency;
    query.onlyWithSalary = values.onlyWithSalary;
    query.contacts = values.contacts;
    query.period = std::max(0, values.period);
    if (values.period < 0) {
        query.dateFrom = values.dateFrom;
        query.dateTo = values.dateTo;
    }
    query.pages = values.pages;
    return query;
}

vacancies::SearchSpec VacanciesPresenter::spec(const VacanciesValues &values) const
{
    vacancies::SearchSpec result;
    result.details = values.details;
    for (const QString &id : values.sources) {
        vacancies::SearchSpec::Source source{id, query(values), addressOf(values, id)};
        source.query.areas = m_names.toSource(id, values.areas).value_or(QStringList());
        if (const vacancies::VacancySource *known = vacancies::sourceById(id))
            source.query.employers = known->ownEmployers(values.employers);
        const QStringList all = texts(values.text);
        source.query.text = all.first();
        for (const QString &text : all.sliced(1)) {
            source.more.push_back(source.query);
            source.more.back().text = text;
        }
        result.sources.push_back(std::move(source));
    }
    return result;
}

jobs::RequestSpec VacanciesPresenter::requests(const VacanciesValues &values)
{
    jobs::RequestSpec result;
    result.pace.delay = values.delay;
    result.timeout = std::chrono::seconds(values.timeout);
    result.userAgent = values.userAgent.trimmed().toLatin1();
    result.pauseAfter = FailuresBeforePause;
    values.proxy.applyTo(result);
    return result;
}

VacanciesValues VacanciesPresenter::values(const vacancies::SearchSpec &spec,
                                           const jobs::RequestSpec &requests) const
{
    VacanciesValues result;
    result.details = spec.details;
    for (const auto &source : spec.sources) {
        result.sources << source.id;
        if (!source.base.isEmpty())
            result.bases.insert(source.id, source.base.toString());
        std::vector<vacancies::Query> all{source.query};
        all.insert(all.end(), source.more.begin(), source.more.end());
        for (const vacancies::Query &query : all) {
            for (const QString &area : m_names.fromSource(source.id, query.areas)) {
                if (!result.areas.contains(area))
                    result.areas << area;
            }
        }
    }
    if (!spec.sources.empty()) {
        const vacancies::Query &query = spec.sources.front().query;
        QStringList all{query.text};
        for (const vacancies::Query &more : spec.sources.front().more)
            all << more.text;
        result.text = all.join(u"; "_s);
        if (spec.list) {
            result.text.clear();
            result.list = u"\n"_s; // until it is read
            result.listed = spec.list->count;
            if (spec.list->hasRegions)
                result.areas.clear(); // each line has its own
        }
        result.field = query.field;
        QStringList words = query.exclude;
        for (QString &word : words)
            word = word.contains(u' ') ? u'"' + word + u'"' : word;
        result.exclude = words.join(u", "_s);
        result.experience = query.experience;
        result.workFormat = query.workFormat;
        result.employment = query.employment;
        result.roles = query.roles;
        result.industries = query.industries;
        for (const vacancies::SearchSpec::Source &source : spec.sources)
            result.employers += source.query.employers; // each has its own
        result.employers.removeDuplicates();
        result.site = query.site;
        result.salary = query.salary.value_or(0);
        result.currency = query.currency;
        result.onlyWithSalary = query.onlyWithSalary;
        result.contacts = query.contacts;
        const bool dates = query.dateFrom.isValid() || query.dateTo.isValid();
        result.period = dates ? -1 : query.period;
        result.dateFrom = query.dateFrom;
        result.dateTo = query.dateTo;
        result.pages = query.pages;
    }
    result.delay = std::chrono::duration_cast<std::chrono::milliseconds>(requests.pace.delay);
    result.timeout = int(std::chrono::duration_cast<std::chrono::seconds>(requests.timeout).count());
    result.userAgent = QString::fromLatin1(requests.userAgent);
    result.proxy = ProxyUse::of(requests);
    return result;
}

QStringList VacanciesPresenter::areaNames(const QStringList &areas) const
{
    constexpr qsizetype Most = 3;
    QStringList names;
    for (const QString &area : areas.first(std::min(areas.size(), Most)))
        names << m_names.area(area);
    if (areas.size() > Most)
        names << tr("%n more", "regions", int(areas.size() - Most));
    return names;
}

QString VacanciesPresenter::summary(const VacanciesValues &values) const
{
    QStringList industries;
    for (const QString &id : values.industries)
        industries << m_names.industry(id);
    vacancies::Query named = query(values);
    if (!values.list.isEmpty())
        named.text = SearchList::title(values.listed);
    return named.title(areaNames(values.areas), industries);
}

int VacanciesPresenter::moreFilters(const VacanciesValues &values)
{
    const VacanciesValues plain;
    return int(!values.exclude.trimmed().isEmpty()) + int(!values.workFormat.isEmpty()) +
           int(!values.employment.isEmpty()) + int(!values.roles.isEmpty()) +
           int(!values.industries.isEmpty()) + int(!values.employers.isEmpty()) +
           int(!values.site.isEmpty()) + int(!values.currency.isEmpty()) + int(values.onlyWithSalary) +
           int(values.contacts) + int(values.period < 0) + int(values.pages != plain.pages) +
           int(!values.userAgent.trimmed().isEmpty()) + int(!values.bases.isEmpty()) +
           int(values.timeout != plain.timeout);
}

bool VacanciesPresenter::hasDetails(const VacanciesValues &values)
{
    return std::ranges::any_of(values.sources, [](const QString &id) {
        const vacancies::VacancySource *source = vacancies::sourceById(id);
        return source && !listIsComplete(*source);
    });
}

bool VacanciesPresenter::readsEveryAd(const VacanciesValues &values)
{
    return values.details && std::ranges::all_of(values.sources, [](const QString &id) {
               const vacancies::VacancySource *source = vacancies::sourceById(id);
               return source && !listIsComplete(*source);
           });
}

std::chrono::milliseconds VacanciesPresenter::estimate(const VacanciesValues &values, bool details)
{
    std::chrono::milliseconds longest{0}; // sources are asked side by side
    for (const QString &id : values.sources) {
        const vacancies::VacancySource *source = vacancies::sourceById(id);
        if (!source)
            continue;
        const int pages = pagesOf(values, *source);
        const bool each = details && !listIsComplete(*source);
        const auto pace = std::max<std::chrono::milliseconds>(values.delay, source->facts().pageTime);
        longest = std::max(longest, (each ? pages * (RowsPerPage + 1) : pages) * pace);
    }
    return values.pages == 0 ? longest : longest * searches(values);
}

Reading VacanciesPresenter::reading(const VacanciesValues &values)
{
    if (readsEveryAd(values))
        return Reading::Details;
    return values.details && hasDetails(values) ? Reading::Mixed : Reading::Lists;
}

std::optional<VacanciesValues> VacanciesPresenter::fromAddress(const VacanciesValues &now,
                                                               const QString &text) const
{
    const QString trimmed = text.trimmed();
    if (!trimmed.startsWith("http://"_L1) && !trimmed.startsWith("https://"_L1))
        return {};
    const QUrl address(trimmed);
    for (const vacancies::VacancySource *source : vacancies::allSources()) {
        auto query = source->queryAt(address);
        if (!query || !query->validate())
            continue;
        query->pages = now.pages;
        vacancies::SearchSpec spec;
        spec.details = now.details;
        spec.sources.push_back({source->id(), std::move(*query), {}});
        VacanciesValues result = values(spec, requests(now));
        result.proxy = now.proxy;
        return result;
    }
    return {};
}

QString VacanciesPresenter::detailsText(const VacanciesValues &values, bool details)
{
    const QString time = durationText(estimate(values, details));
    if (values.pages == 0)
        return details ? tr("with descriptions and skills (%1 for 1,000 ads)").arg(time)
                       : tr("the list only (%1 for 1,000 ads)").arg(time);
    return details ? tr("with descriptions and skills (up to %1)").arg(time)
                   : tr("the list only (up to %1)").arg(time);
}

QStringList VacanciesPresenter::excludedWords(const QString &typed)
{
    static const QRegularExpression word(u"\"([^\"]*)\"|([^\\s,;\"]+)"_s);
    QStringList result;
    for (auto matches = word.globalMatch(typed); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const QString found = (match.hasCaptured(1) ? match.captured(1) : match.captured(2)).simplified();
        if (!found.isEmpty() && !result.contains(found))
            result << found;
    }
    return result;
}

int VacanciesPresenter::searches(const VacanciesValues &values)
{
    return values.list.isEmpty() ? int(texts(values.text).size()) : std::max(1, values.listed);
}

QStringList VacanciesPresenter::texts(const QString &typed)
{
    QStringList result{QString()};
    bool quoted = false;
    for (const QChar c : typed) {
        quoted = quoted != (c == u'"');
        if (c == u';' && !quoted)
            result << QString();
        else
            result.last() += c;
    }
    for (QString &text : result)
        text = text.simplified();
    result.removeDuplicates();
    if (result.size() > 1)
        result.removeAll(QString());
    return result;
}

QString VacanciesPresenter::currencySign(const QString &code)
{
    return models::AmountUnit::sign(code.isEmpty() ? u"RUR"_s : code);
}

} // namespace linnet::gui
