// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/apiurl.h"
#include "vacancies/boards/board.h"
#include "vacancies/countries.h"
#include "vacancies/jsonread.h"
#include "vacancies/readpay.h"
#include "vacancies/readtext.h"
#include "vacancies/readtime.h"

#include <algorithm>

namespace linnet::vacancies {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Himalayas (himalayas.app): remote work all over the world, twenty ads a page however many are asked for.
/// It is asked for words and one country; ads that name no country are for everywhere.
class Himalayas final : public Board
{
public:
    const SourceFacts &facts() const override;
    std::vector<Query> split(const Query &query, const QDate &today) const override;
    net::Request listPage(const Query &query, const QUrl &base, int page) const override;

protected:
    FilterHabits habits(const Query &query) const override;
    Result<Envelope> envelope(const QByteArray &body, const Query &query) const override;
    FoundAd read(const QJsonObject &record, bool contacts) const override;
};

constexpr int HimalayasPage = 20;

/// Of ".../companies/COMPANY/jobs/AD": what is unique there.
QString adOf(const QString &address)
{
    QStringList parts = QUrl(address).path().split(u'/', Qt::SkipEmptyParts);
    parts.removeAll(u"companies"_s);
    parts.removeAll(u"jobs"_s);
    return parts.size() == 2 ? parts.join(u'/') : address;
}

/// Answers of 2026 had "name" as every company's name; the company is then told by its address.
QString companyOf(const QJsonObject &record)
{
    const QString name = plainText(json::text(record.value("companyName"_L1))).simplified();
    const QString slug = json::text(record.value("companySlug"_L1));
    return name == "name"_L1 && !slug.isEmpty() ? slug : name;
}

const SourceFacts &Himalayas::facts() const
{
    static const SourceFacts facts{
        .id = u"himalayas"_s,
        .title = QT_TRANSLATE_NOOP("linnet::vacancies", "Himalayas (remote work, himalayas.app)"),
        .shortTitle = QT_TRANSLATE_NOOP("linnet::vacancies", "Himalayas"),
        .base = QUrl(u"https://himalayas.app/jobs/api"_s),
        .practicePath = {},
        .token = std::nullopt,
        .terms = {.link = u"https://himalayas.app/api"_s,
                  .readOn = u"2026-11-28"_s,
                  .who = QT_TRANSLATE_NOOP("linnet::vacancies", "Everybody, without an account."),
                  .pace = QT_TRANSLATE_NOOP("linnet::vacancies",
                                            "No published limit, but who asks fast is refused for a while; "
                                            "Linnet keeps a second and a half between two requests."),
                  .attribution = QT_TRANSLATE_NOOP(
                      "linnet::vacancies", "Name Himalayas as the source and link to the ad's page there.")},
        .onRequest = true,
        .reachablePages = 1000,
        .fields = QString(u"categories companyName companySlug currency description employmentType guid "
                          "locationRestrictions maxSalary minSalary pubDate salaryPeriod seniority "
                          "title applicationLink"_s)
                      .split(u' '),
        .leastInterval = 1500ms,
        .pageTime = 7500ms, // five of its pages have as many ads as one of another source
    };
    return facts;
}

/// A country a request.
std::vector<Query> Himalayas::split(const Query &query, const QDate &today) const
{
    const std::vector<Query> byWords = Board::split(query, today);
    if (query.areas.size() < 2)
        return byWords;
    std::vector<Query> parts;
    for (const QString &area : query.areas) {
        for (Query part : byWords) {
            part.areas = {area};
            parts.push_back(std::move(part));
        }
    }
    return parts;
}

net::Request Himalayas::listPage(const Query &query, const QUrl &base, int page) const
{
    ApiUrl url(base, u"/search"_s);
    if (const QString words = askedWords(query); !words.isEmpty())
        url.add("q"_L1, words);
    if (!query.areas.isEmpty())
        url.add("country"_L1, countryName(query.areas.constFirst()));
    url.add("sort"_L1, u"recent"_s);
    url.add("page"_L1, QString::number(page + 1));
    return get(url.url());
}

FilterHabits Himalayas::habits(const Query &) const
{
    return {.currency = u"USD"_s, .saysExperience = false};
}

Result<Board::Envelope> Himalayas::envelope(const QByteArray &body, const Query &) const
{
    const auto root = json::object(body);
    if (!root)
        return std::unexpected(root.error());
    if (!root->value("jobs"_L1).isArray())
        return fail(Reason::BadBody, u"\"jobs\" is not a list"_s);
    Envelope answer{.records = root->value("jobs"_L1).toArray()};
    answer.page.found = std::max<qint64>(json::integer(root->value("totalCount"_L1)).value_or(-1), -1);
    answer.page.perPage = HimalayasPage;
    if (answer.page.found >= 0)
        answer.page.pages = pagesFor(answer.page.found, HimalayasPage);
    return answer;
}

FoundAd Himalayas::read(const QJsonObject &record, bool) const
{
    FoundAd ad;
    Vacancy &vacancy = ad.vacancy;
    const QString page = json::text(record.value("guid"_L1));
    vacancy.id = adOf(page);
    vacancy.name = plainText(json::text(record.value("title"_L1))).simplified();
    vacancy.applyUrl = json::text(record.value("applicationLink"_L1));
    vacancy.alternateUrl = page;
    vacancy.created = timeOfNumber(record.value("pubDate"_L1));
    vacancy.employer = companyOf(record);
    vacancy.employerId = json::text(record.value("companySlug"_L1));
    vacancy.description = readableLines(json::text(record.value("description"_L1)));
    vacancy.employment = json::text(record.value("employmentType"_L1));
    const QStringList levels = json::names(record.value("seniority"_L1));
    vacancy.experience = levels.isEmpty() ? QString() : levels.join(u", ");
    for (QString role : json::names(record.value("categories"_L1)))
        vacancy.roles.append(role.replace(u'-', u' '));
    const QStringList branches = json::names(record.value("parentCategories"_L1));
    vacancy.specialisation = branches.isEmpty() ? QString() : branches.join(u"; ").replace(u'-', u' ');
    const QStringList places = json::names(record.value("locationRestrictions"_L1));
    vacancy.area = places.isEmpty() ? u"Worldwide"_s : places.join(u", ");
    ad.areas = countriesNamed(places);
    vacancy.workFormat = {u"Remote"_s};
    ad.subject = vacancy.roles.join(u'\n');
    const QString period = json::text(record.value("salaryPeriod"_L1));
    readPay({record.value("minSalary"_L1), record.value("maxSalary"_L1),
             json::text(record.value("currency"_L1)), period.isNull() ? u"annual"_s : period},
            u"USD"_s, ad);
    return ad;
}

} // namespace

const VacancySource &himalayasSource()
{
    static const Himalayas source;
    return source;
}

} // namespace linnet::vacancies
