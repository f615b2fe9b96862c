// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/trudvsem/trudvsemsource.h"

#include "vacancies/apiurl.h"
#include "vacancies/jsonread.h"
#include "vacancies/localfilter.h"
#include "vacancies/regionmap.h"
#include "vacancies/splitvalues.h"
#include "vacancies/textmatch.h"
#include "vacancies/trudvsem/trudvsemrecord.h"

#include <QLocale>
#include <QUrlQuery>

#include <algorithm>

namespace linnet::vacancies {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int PerPage = 100;
constexpr int Window = 10'000; // records that can be reached per query

/// The body's own idea of its status, a string; 0 when it is silent or content.
int softStatus(const QJsonObject &root)
{
    const qint64 status = json::integer(root.value("status"_L1)).value_or(200);
    const bool failed =
        status != 200 || !json::text(root.value("meta"_L1).toObject().value("error"_L1)).isNull();
    if (!failed)
        return 0;
    return status >= 400 && status < 600 ? int(status) : 500;
}

net::Request request(const QUrl &url)
{
    net::Request result;
    result.url = url;
    return result;
}

SourceTerms trudvsemTerms()
{
    return {
        .link = u"https://trudvsem.ru/opendata/api"_s,
        .readOn = u"2026-11-21"_s,
        .who = QT_TRANSLATE_NOOP(
            "linnet::vacancies",
            "Everybody, without an account: open data of the state, free to use. Contact persons "
            "in the ads are personal data."),
        .pace = QT_TRANSLATE_NOOP(
            "linnet::vacancies",
            "No published limit; answers take about five seconds. Two to four requests at once."),
        .attribution = QT_TRANSLATE_NOOP(
            "linnet::vacancies",
            "Name the source: data of the portal \"Work in Russia\" (trudvsem.ru), with a link."),
    };
}

const RegionMap &regionMap()
{
    return currentRegionMap("trudvsem_regions"_L1);
}

QJsonArray recordsOf(const QJsonObject &root)
{
    return root.value("results"_L1).toObject().value("vacancies"_L1).toArray();
}

/// The source may use a smaller one than it is asked for.
int pageSize(const QJsonObject &meta)
{
    const qint64 size = json::integer(meta.value("limit"_L1)).value_or(PerPage);
    return size > 0 && size < PerPage ? int(size) : PerPage;
}

Result<QJsonObject> envelope(const QByteArray &body)
{
    auto root = json::object(body);
    if (!root)
        return root;
    const QJsonObject meta = root->value("meta"_L1).toObject();
    if (const int status = softStatus(*root); status != 0)
        return fail(Reason::HttpStatus, json::text(meta.value("error"_L1)).left(300), status);
    const QJsonValue results = root->value("results"_L1);
    const QJsonValue list = results.toObject().value("vacancies"_L1);
    // No match is an empty object instead of a list.
    if (!results.isObject() && !meta.contains("total"_L1))
        return fail(Reason::BadBody, u"neither \"results\" nor \"total\""_s);
    if (!list.isUndefined() && !list.isNull() && !list.isArray())
        return fail(Reason::BadBody, u"\"vacancies\" is not a list"_s);
    return root;
}

} // namespace

const SourceFacts &TrudvsemSource::facts() const
{
    static const SourceFacts facts{
        .id = u"trudvsem"_s,
        .title = QT_TRANSLATE_NOOP("linnet::vacancies", "Work in Russia (trudvsem.ru)"),
        .shortTitle = QT_TRANSLATE_NOOP("linnet::vacancies", "Work in Russia"),
        .base = QUrl(u"https://opendata.trudvsem.ru/api/v1"_s),
        .practicePath = u"/api/v1"_s,
        .token = std::nullopt,
        .terms = trudvsemTerms(),
        .hasDetails = false,
        .failsPastEnd = true,
        .cutsPages = true,
        .reachablePages = Window / PerPage,
        .fields = QString(u"vacancy.addresses vacancy.category vacancy.company vacancy.creation-date "
                          "vacancy.date_modify vacancy.duty vacancy.employment? vacancy.id "
                          "vacancy.job-name vacancy.region vacancy.requirement vacancy.requirements? "
                          "vacancy.qualification? vacancy.salary_max vacancy.salary_min "
                          "vacancy.schedule vacancy.skills? vacancy.vac_url vacancy.work_places"_s)
                      .split(u' '),
        .splitKeys = {SplitKey::Dates, SplitKey::Regions},
        .splitStep = 1min,
        .pageTime = 850ms, // measured: an answer takes five seconds, six are under way
    };
    return facts;
}

const Dictionary &TrudvsemSource::regions() const
{
    static const Dictionary regions = Dictionary::load("trudvsem_regions"_L1);
    return regions;
}

std::optional<QStringList> TrudvsemSource::toSource(const QStringList &areas) const
{
    return regionMap().toRegions(areas);
}

QStringList TrudvsemSource::fromSource(const QStringList &regions) const
{
    QStringList whole;
    std::ranges::transform(regions, std::back_inserter(whole), trudvsemRegion);
    return regionMap().toHh(whole);
}

Result<void> TrudvsemSource::checkRegions(const QStringList &regions) const
{
    for (const QString &region : regions) {
        if (this->regions().byId(trudvsemRegion(region)))
            continue;
        const QString code = regionMap().toRegion(region);
        const QString name = VacancySource::regions().name(region, QLocale());
        QString hint = u"its numbers have two digits, such as 77 for Moscow"_s;
        const bool isName = std::any_of(region.begin(), region.end(), [](QChar c) { return c.isLetter(); });
        if (const auto named = this->regions().find(region); isName && !named.empty())
            hint = u"the number of %1 is %2"_s.arg(named.front()->name(QLocale()), named.front()->id.left(2));
        if (!code.isNull() && code.isEmpty())
            hint = u"for the whole of Russia leave --area out"_s;
        else if (!code.isEmpty())
            hint = u"the number of hh.ru's region %1 (%2) is %3 there"_s.arg(region, name, code.left(2));
        return fail(Reason::BadValue, u"area: trudvsem has no region \"%1\"; %2"_s.arg(region, hint));
    }
    return {};
}

std::vector<Query> TrudvsemSource::split(const Query &query, const QDate &today) const
{
    Query single = query;
    if (query.period > 0) {
        single.dateFrom = today.addDays(-query.period);
        single.period = 0;
    }
    // The source takes words only, so each side of an OR is a listing of its own.
    std::vector<Query> byWords;
    const std::vector<QStringList> branches = TextMatch(query.text).branches();
    for (const QStringList &words : branches) {
        single.ask = branches.size() > 1 ? words.join(u' ') : QString();
        byWords.push_back(single);
    }
    if (query.areas.isEmpty())
        return byWords;
    QStringList areas;
    std::transform(query.areas.begin(), query.areas.end(), std::back_inserter(areas), trudvsemRegion);
    areas.removeDuplicates();
    std::vector<Query> result;
    for (const QString &area : areas) {
        for (Query part : byWords) {
            part.areas = {area};
            result.push_back(std::move(part));
        }
    }
    return result;
}

/// Of its pages (/vacancy/search?_title=…&_regionIds=…) and of its API.
std::optional<Query> TrudvsemSource::queryAt(const QUrl &address) const
{
    const bool isOfSource = address.host() == "trudvsem.ru"_L1 || address.host().endsWith(".trudvsem.ru"_L1);
    const QString path = address.path();
    const bool isList = path == "/vacancy/search"_L1 || path.startsWith("/api/v1/vacancies"_L1);
    if (!isOfSource || !isList)
        return {};
    const QUrlQuery given(address);
    const auto value = [&given](const QString &name) {
        return given.queryItemValue(name, QUrl::FullyDecoded).replace(u'+', u' ').trimmed();
    };
    Query query;
    query.text = value(u"text"_s);
    if (const QString title = value(u"_title"_s); !title.isEmpty())
        query.text = title;
    QStringList regions = given.allQueryItemValues(u"_regionIds"_s);
    if (const QString ofPath = path.section(u"/region/"_s, 1); !ofPath.isEmpty())
        regions.append(ofPath);
    for (const QString &region : regions) {
        if (const QString code = trudvsemRegion(region);
            this->regions().byId(code) && !query.areas.contains(code))
            query.areas.append(code);
    }
    return query;
}

QStringList TrudvsemSource::splitValues(const Query &query, SplitKey key) const
{
    if (key != SplitKey::Regions)
        return {};
    if (!query.areas.isEmpty())
        return query.areas;
    QStringList codes;
    for (const DictionaryNode &region : regions().nodes())
        codes.append(region.id);
    return codes;
}

bool TrudvsemSource::takesSeveral(SplitKey) const
{
    return false; // a region is part of the address
}

std::optional<qint64> TrudvsemSource::windowTime(const Vacancy &vacancy) const
{
    return secondsOf(vacancy.modified);
}

QStringList TrudvsemSource::ignoredFields(const Query &query) const
{
    QStringList fields = setRefinements(query);
    if (query.salary && !query.currency.isEmpty() && currencyCode(query.currency) != "RUR"_L1)
        fields.append(u"salary"_s);
    return fields;
}

net::Request TrudvsemSource::listPage(const Query &query, const QUrl &base, int page) const
{
    const QString path = query.areas.isEmpty()
                             ? u"/vacancies"_s
                             : u"/vacancies/region/"_s + trudvsemRegion(query.areas.constFirst());
    ApiUrl url(base, path);
    const QString words = query.ask.isNull() ? TextMatch(query.text).words().join(u' ') : query.ask;
    if (!words.isEmpty())
        url.add("text"_L1, words);
    const TimeWindow window = query.window.isOpen() ? daysOf(query) : query.window;
    // The API takes the full form only and answers a bare date with an error.
    if (window.from)
        url.add("modifiedFrom"_L1, utcText(*window.from));
    if (window.to)
        url.add("modifiedTo"_L1, utcText(*window.to));
    url.add("offset"_L1, QString::number(page)); // a page number in spite of its name
    url.add("limit"_L1, QString::number(PerPage));
    return request(url.url());
}

net::Request TrudvsemSource::detail(const QUrl &url) const
{
    return request(url);
}

/// It is asked by employer and number, as the ad's page is: …/vacancy/card/EMPLOYER/NUMBER.
QUrl TrudvsemSource::adAddress(const QUrl &base, const QString &id, const QString &page) const
{
    const QStringList parts = QUrl(page).path().split(u'/', Qt::SkipEmptyParts);
    const qsizetype card = parts.indexOf(u"card"_s);
    if (card < 0 || card + 2 >= parts.size() || parts[card + 2] != id)
        return {};
    return ApiUrl(base, u"/vacancies/vacancy/"_s + parts[card + 1] + u'/' + id).url();
}

Judgement TrudvsemSource::judge(const net::Response &response) const
{
    const int status = response.status;
    if (status >= 200 && status < 300)
        return {};
    const Error error{Reason::HttpStatus, status, {}};
    if (status == 401 || status == 403 || status == 451)
        return {Verdict::StopAll, error};
    // A listing is never gone: then the address is not that of the API.
    const bool isOfAd = response.url.path().contains(u"/vacancies/vacancy/"_s);
    if (status == 410 || (status == 404 && isOfAd))
        return {Verdict::Gone, {Reason::Gone, status, {}}};
    // Past its window the server answers 500 instead of an empty page; within it a 500 is a failure.
    const QUrlQuery asked(response.url);
    const qint64 page = asked.queryItemValue(u"offset"_s).toLongLong();
    const qint64 limit = asked.queryItemValue(u"limit"_s).toLongLong();
    if (status == 500 && limit > 0 && page >= Window / limit)
        return {Verdict::EndOfList, {Reason::DepthLimit, status, {}}};
    return {Verdict::Failed, status == 400 ? Error{Reason::BadRequest, status, {}} : error};
}

Result<QJsonArray> TrudvsemSource::records(const QByteArray &body, const Query &) const
{
    const auto root = envelope(body);
    if (!root)
        return std::unexpected(root.error());
    return recordsOf(*root);
}

Result<ListPage> TrudvsemSource::parseList(const QByteArray &body, const Query &query, const QUrl &) const
{
    const auto root = envelope(body);
    if (!root)
        return std::unexpected(root.error());
    ListPage page;
    const QJsonObject meta = root->value("meta"_L1).toObject();
    const QJsonArray records = recordsOf(*root);
    page.found = std::max<qint64>(json::integer(meta.value("total"_L1)).value_or(-1), -1);
    page.perPage = pageSize(meta);
    if (page.found >= 0)
        page.pages =
            int(std::min<qint64>((page.found + page.perPage - 1) / page.perPage, Window / page.perPage));
    Query own = query;
    std::ranges::transform(query.areas, own.areas.begin(), trudvsemSubject);
    const LocalFilter filter(own, {.undatedPass = false});
    takeAds(page, records, filter, [&query](const QJsonObject &item) {
        FoundAd ad = readTrudvsemRecord(item);
        if (query.contacts)
            readTrudvsemContacts(item, ad.vacancy);
        return ad;
    });
    return page;
}

Result<Vacancy> TrudvsemSource::parseDetail(const QByteArray &body, bool contacts) const
{
    const auto root = envelope(body);
    if (!root)
        return std::unexpected(root.error());
    const QJsonArray records = recordsOf(*root);
    if (records.isEmpty())
        return fail(Reason::Gone);
    Vacancy vacancy = readTrudvsemRecord(records.at(0).toObject()).vacancy;
    if (contacts)
        readTrudvsemContacts(records.at(0).toObject(), vacancy);
    if (vacancy.id.isNull())
        return fail(Reason::BadBody, u"no usable id"_s);
    return vacancy;
}

} // namespace linnet::vacancies
