// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/superjob/superjobsource.h"

#include "vacancies/apiurl.h"
#include "vacancies/jsonread.h"
#include "vacancies/localfilter.h"
#include "vacancies/regionmap.h"
#include "vacancies/splitvalues.h"
#include "vacancies/superjob/superjobjudge.h"
#include "vacancies/superjob/superjobrecord.h"
#include "vacancies/textmatch.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <functional>

namespace linnet::vacancies {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int PerPage = 100;
constexpr int DeepestPage = 5;          // page * count may not pass 500
constexpr auto List = "/vacancies/"_L1; // without the slash at the end it answers 301

net::Request request(const QUrl &url)
{
    net::Request result;
    result.url = url;
    return result;
}

SourceToken superjobToken()
{
    return {
        .variable = "LINNET_SUPERJOB_TOKEN",
        .page = QUrl(u"https://api.superjob.ru/register"_s),
        .offer = QT_TRANSLATE_NOOP("linnet::vacancies", "needs a key, which is free"),
        .why = QT_TRANSLATE_NOOP("linnet::vacancies",
                                 "SuperJob answers programs that show the key of a registered application."),
        .who =
            QT_TRANSLATE_NOOP("linnet::vacancies",
                              "Who can get one: everybody who registers an application at "
                              "api.superjob.ru/register; there is no review. What is called \"Secret key\" "
                              "there is the token to paste here."),
        .field = "X-Api-App-Id",
    };
}

SourceTerms superjobTerms()
{
    return {
        .link = u"https://api.superjob.ru/"_s,
        .readOn = u"2026-11-29"_s,
        .who = QT_TRANSLATE_NOOP("linnet::vacancies",
                                 "Everybody who registers an application; its key is free. The paid part for "
                                 "employers is not used."),
        .pace = QT_TRANSLATE_NOOP(
            "linnet::vacancies", "120 requests a minute from one network address; Linnet keeps half a second "
                                 "between two."),
        .attribution = QT_TRANSLATE_NOOP("linnet::vacancies", "Name SuperJob and link to the vacancy."),
    };
}

const RegionMap &regionMap()
{
    return currentRegionMap("superjob_regions"_L1);
}

bool isRegion(const QString &area)
{
    return area.startsWith(u'o');
}

bool asksForPay(const Query &query)
{
    return query.salary && (query.currency.isEmpty() || currencyCode(query.currency) == "RUR"_L1);
}

/// Of a title or a company's name it can be asked; of a text only within the whole ad.
void addWords(ApiUrl &url, const Query &query)
{
    const QString words = query.ask.isNull() ? TextMatch(query.text).words().join(u' ') : query.ask;
    if (words.isEmpty())
        return;
    if (query.field == SearchField::Any || query.field == SearchField::Description) {
        url.add("keyword"_L1, words);
        return;
    }
    url.add("keywords%5B0%5D%5Bsrws%5D"_L1, query.field == SearchField::Name ? u"1"_s : u"2"_s);
    url.add("keywords%5B0%5D%5Bskwc%5D"_L1, u"and"_s);
    url.add("keywords%5B0%5D%5Bkeys%5D"_L1, words);
}

void addFilters(ApiUrl &url, const Query &query)
{
    for (const QString &area : query.areas) {
        if (isRegion(area))
            url.add("o%5B%5D"_L1, area.sliced(1));
        else
            url.add("t%5B%5D"_L1, area);
    }
    if (asksForPay(query))
        url.add("payment_from"_L1, QString::number(*query.salary));
    if (query.onlyWithSalary)
        url.add("no_agreement"_L1, u"1"_s);
    if (query.experience == QStringList{u"between3And6"_s}) // the one number on which all clients agree
        url.add("experience"_L1, u"3"_s);
    const TimeWindow window = query.window.isOpen() ? daysOf(query) : query.window;
    if (window.from)
        url.add("date_published_from"_L1, QString::number(*window.from));
    if (window.to)
        url.add("date_published_to"_L1, QString::number(*window.to));
}

Result<QJsonObject> envelope(const QByteArray &body)
{
    auto root = json::object(body);
    if (root && !root->value("objects"_L1).isArray())
        return fail(Reason::BadBody, u"\"objects\" is not a list"_s);
    return root;
}

} // namespace

const SourceFacts &SuperjobSource::facts() const
{
    static const SourceFacts facts{
        .id = u"superjob"_s,
        .title = QT_TRANSLATE_NOOP("linnet::vacancies", "SuperJob (superjob.ru)"),
        .shortTitle = QT_TRANSLATE_NOOP("linnet::vacancies", "SuperJob"),
        .base = QUrl(u"https://api.superjob.ru/2.0"_s),
        .practicePath = {},
        .token = superjobToken(),
        .terms = superjobTerms(),
        .hasDetails = false,
        .reachablePages = DeepestPage,
        .fields = QString(u"catalogues currency date_published education experience firm_name id "
                          "id_client latitude link longitude payment_from payment_to profession "
                          "professionalSkills? town type_of_work vacancyRichText"_s)
                      .split(u' '),
        .splitKeys = {SplitKey::Dates, SplitKey::Regions},
        .splitStep = 1min,
        .leastInterval = 500ms,
        .pageTime = 500ms,
    };
    return facts;
}

const Dictionary &SuperjobSource::regions() const
{
    static const Dictionary regions = Dictionary::load("superjob_regions"_L1);
    return regions;
}

std::optional<QStringList> SuperjobSource::toSource(const QStringList &areas) const
{
    return regionMap().toRegions(areas);
}

QStringList SuperjobSource::fromSource(const QStringList &regions) const
{
    return regionMap().toHh(regions);
}

Result<void> SuperjobSource::checkRegions(const QStringList &regions) const
{
    constexpr qsizetype LongestNumber = 6;
    for (const QString &region : regions) {
        const QString number = isRegion(region) ? region.sliced(1) : region;
        const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
        if (!number.isEmpty() && number.size() <= LongestNumber && std::ranges::all_of(number, isDigit))
            continue; // it has thousands of towns, more than are bundled
        QString hint =
            u"its towns have numbers, such as 4 for Moscow, its regions numbers after an o, such as "
            "o46 for Moscow Oblast"_s;
        if (const auto named = this->regions().find(region); !region.isEmpty() && !named.empty())
            hint = u"the number of %1 is %2"_s.arg(named.front()->name(QLocale()), named.front()->id);
        return fail(Reason::BadValue, u"area: superjob has no region \"%1\"; %2"_s.arg(region, hint));
    }
    return {};
}

/// It takes words only, so each side of an OR is a listing of its own; and what towns and regions mean
/// together it does not say.
std::vector<Query> SuperjobSource::split(const Query &query, const QDate &today) const
{
    Query single = query;
    if (query.period > 0) {
        single.dateFrom = today.addDays(-query.period);
        single.period = 0;
    }
    const auto firstRegion = std::ranges::stable_partition(single.areas, std::not_fn(isRegion));
    const QStringList regions(firstRegion.begin(), firstRegion.end());
    const QStringList towns = single.areas.first(single.areas.size() - regions.size());
    std::vector<QStringList> places;
    if (!towns.isEmpty() || regions.isEmpty())
        places.push_back(towns);
    if (!regions.isEmpty())
        places.push_back(regions);
    std::vector<Query> parts;
    const std::vector<QStringList> branches = TextMatch(query.text).branches();
    for (const QStringList &place : places) {
        for (const QStringList &words : branches) {
            single.areas = place;
            single.ask = branches.size() > 1 ? words.join(u' ') : QString();
            parts.push_back(single);
        }
    }
    return parts;
}

QStringList SuperjobSource::splitValues(const Query &query, SplitKey key) const
{
    if (key != SplitKey::Regions)
        return {};
    if (!query.areas.isEmpty())
        return query.areas;
    QStringList ids;
    for (const DictionaryNode *region : regions().children({}))
        ids.append(region->id);
    return ids;
}

bool SuperjobSource::takesSeveral(SplitKey) const
{
    return false; // towns and regions would come together
}

QStringList SuperjobSource::ignoredFields(const Query &query) const
{
    QStringList fields = setRefinements(query);
    if (query.contacts)
        fields.append(u"contacts"_s);
    if (query.salary && !asksForPay(query))
        fields.append(u"salary"_s);
    return fields;
}

net::Request SuperjobSource::listPage(const Query &query, const QUrl &base, int page) const
{
    ApiUrl url(base, List);
    addWords(url, query);
    addFilters(url, query);
    url.add("order_field"_L1, u"date"_s);
    url.add("order_direction"_L1, u"desc"_s);
    url.add("count"_L1, QString::number(PerPage));
    url.add("page"_L1, QString::number(page));
    return request(url.url());
}

net::Request SuperjobSource::detail(const QUrl &url) const
{
    return request(url);
}

QUrl SuperjobSource::adAddress(const QUrl &base, const QString &id, const QString &) const
{
    return ApiUrl(base, List + id + u'/').url();
}

/// It has no "who am I"; a listing of one ad is refused without a good key, too.
QUrl SuperjobSource::tokenTest(const QUrl &base) const
{
    ApiUrl url(base, List);
    url.add("count"_L1, u"1"_s);
    return url.url();
}

Judgement SuperjobSource::judge(const net::Response &response) const
{
    return judgeSuperjob(response);
}

Result<QJsonArray> SuperjobSource::records(const QByteArray &body, const Query &) const
{
    const auto root = envelope(body);
    if (!root)
        return std::unexpected(root.error());
    return root->value("objects"_L1).toArray();
}

Result<ListPage> SuperjobSource::parseList(const QByteArray &body, const Query &query, const QUrl &) const
{
    const auto root = envelope(body);
    if (!root)
        return std::unexpected(root.error());
    ListPage page;
    page.found = std::max<qint64>(json::integer(root->value("total"_L1)).value_or(-1), -1);
    if (page.found >= 0)
        page.pages = int(std::min<qint64>((page.found + PerPage - 1) / PerPage, DeepestPage));
    page.isLast = !json::boolean(root->value("more"_L1)).value_or(true);
    takeAds(page, root->value("objects"_L1).toArray(), LocalFilter(query), readSuperjobRecord);
    return page;
}

Result<Vacancy> SuperjobSource::parseDetail(const QByteArray &body, bool) const
{
    const auto item = json::object(body);
    if (!item)
        return std::unexpected(item.error());
    Vacancy vacancy = readSuperjobRecord(*item).vacancy;
    if (vacancy.id.isNull())
        return fail(Reason::BadBody, u"no usable \"id\""_s);
    return vacancy;
}

} // namespace linnet::vacancies
