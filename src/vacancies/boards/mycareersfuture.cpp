// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/apiurl.h"
#include "vacancies/boards/board.h"
#include "vacancies/jsonread.h"
#include "vacancies/readpay.h"
#include "vacancies/readtext.h"
#include "vacancies/readtime.h"

#include <algorithm>
#include <cmath>

namespace linnet::vacancies {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// MyCareersFuture (mycareersfuture.gov.sg): the job bank of Singapore, where employers must name pay. Its
/// lists are asked by a question that is posted, and have no descriptions.
class MyCareersFuture final : public Board
{
public:
    const SourceFacts &facts() const override;
    net::Request listPage(const Query &query, const QUrl &base, int page) const override;
    QUrl adAddress(const QUrl &base, const QString &id, const QString &page) const override;
    Judgement judge(const net::Response &response) const override;
    Result<ListPage> parseList(const QByteArray &body, const Query &query, const QUrl &base) const override;

protected:
    QString country() const override { return u"233"_s; }
    FilterHabits habits(const Query &query) const override;
    Result<Envelope> envelope(const QByteArray &body, const Query &query) const override;
    FoundAd read(const QJsonObject &record, bool contacts) const override;
};

constexpr int SingaporePage = 100;
constexpr int SingaporePages = 100;

/// Of [{key: "…"}, …].
QStringList membersOf(const QJsonValue &list, QLatin1StringView key)
{
    QStringList texts;
    for (const QJsonValue &entry : list.toArray())
        texts.append(plainText(json::textIn(entry, key)).simplified());
    texts.removeAll(QString());
    texts.removeDuplicates();
    return texts;
}

/// Where the job is; many are on no street, but in a district.
void readSingaporePlace(const QJsonObject &place, Vacancy &vacancy)
{
    QStringList names = membersOf(place.value("districts"_L1), "location"_L1);
    names.append(u"Singapore"_s);
    vacancy.area = names.join(u", ");
    QStringList parts;
    for (const QLatin1StringView key : {"block"_L1, "street"_L1, "building"_L1, "postalCode"_L1})
        parts.append(json::text(place.value(key)).simplified());
    parts.removeAll(QString());
    vacancy.address = parts.isEmpty() ? QString() : parts.join(u", ");
    const auto lat = json::number(place.value("lat"_L1));
    const auto lng = json::number(place.value("lng"_L1));
    if (!lat || !lng || std::abs(*lat) > 90 || std::abs(*lng) > 180 || (*lat == 0 && *lng == 0))
        return;
    vacancy.lat = lat;
    vacancy.lng = lng;
}

const SourceFacts &MyCareersFuture::facts() const
{
    static const SourceFacts facts{
        .id = u"mycareersfuture"_s,
        .title = QT_TRANSLATE_NOOP("linnet::vacancies", "MyCareersFuture (Singapore)"),
        .shortTitle = QT_TRANSLATE_NOOP("linnet::vacancies", "MyCareersFuture"),
        .base = QUrl(u"https://api.mycareersfuture.gov.sg/v2"_s),
        .practicePath = {},
        .token = std::nullopt,
        .terms = {.link = u"https://www.mycareersfuture.gov.sg/terms-of-use"_s,
                  .readOn = u"2026-11-28"_s,
                  .who = QT_TRANSLATE_NOOP(
                      "linnet::vacancies",
                      "Everybody, without an account; robots.txt allows all, but no licence for the data was "
                      "found. It is the interface of the site itself, not one that is offered: it may change "
                      "or stop without notice."),
                  .pace = QT_TRANSLATE_NOOP(
                      "linnet::vacancies", "No published limit; Linnet keeps a second between two requests."),
                  .attribution = QT_TRANSLATE_NOOP("linnet::vacancies",
                                                   "Name MyCareersFuture and link to the vacancy.")},
        .onRequest = true,
        .hasDetails = true,
        .reachablePages = SingaporePages,
        .fields = QString(u"address categories employmentTypes flexibleWorkArrangements metadata "
                          "minimumYearsExperience numberOfVacancies positionLevels postedCompany "
                          "hiringCompany salary ssocCode title uuid"_s)
                      .split(u' '),
        .leastInterval = 1s,
        .pageTime = 1s,
    };
    return facts;
}

net::Request MyCareersFuture::listPage(const Query &query, const QUrl &base, int page) const
{
    ApiUrl url(base, u"/search"_s);
    url.add("limit"_L1, QString::number(SingaporePage));
    url.add("page"_L1, QString::number(page));
    const QString words = askedWords(query);
    if (!words.isEmpty())
        url.add("search"_L1, words); // the answer follows the question's; this one tells searches apart
    return ask(url.url(), {{u"sessionId"_s, u""_s},
                           {u"search"_s, words},
                           {u"postingCompany"_s, QJsonArray()},
                           {u"sortBy"_s, QJsonArray{u"new_posting_date"_s}}});
}

QUrl MyCareersFuture::adAddress(const QUrl &base, const QString &id, const QString &) const
{
    return ApiUrl(base, u"/jobs/"_s + id).url();
}

Judgement MyCareersFuture::judge(const net::Response &response) const
{
    if (response.status == 404 && response.url.path().contains("/jobs/"_L1))
        return {Verdict::Gone, {Reason::Gone, response.status, {}}};
    return Board::judge(response);
}

FilterHabits MyCareersFuture::habits(const Query &) const
{
    return {.currency = u"SGD"_s};
}

/// Lists have no descriptions: whether one has the words is left to the source.
Result<ListPage> MyCareersFuture::parseList(const QByteArray &body, const Query &query,
                                            const QUrl &base) const
{
    Query own = query;
    if (own.field == SearchField::Description)
        own.field = SearchField::Any;
    return Board::parseList(body, own, base);
}

Result<Board::Envelope> MyCareersFuture::envelope(const QByteArray &body, const Query &) const
{
    const auto root = json::object(body);
    if (!root)
        return std::unexpected(root.error());
    if (!root->value("results"_L1).isArray())
        return fail(Reason::BadBody, u"\"results\" is not a list"_s);
    Envelope answer{.records = root->value("results"_L1).toArray()};
    answer.page.found = std::max<qint64>(json::integer(root->value("total"_L1)).value_or(-1), -1);
    if (answer.page.found >= 0)
        answer.page.pages = std::min(pagesFor(answer.page.found, SingaporePage), SingaporePages);
    return answer;
}

FoundAd MyCareersFuture::read(const QJsonObject &record, bool) const
{
    FoundAd ad;
    Vacancy &vacancy = ad.vacancy;
    const QJsonObject facts = record.value("metadata"_L1).toObject();
    vacancy.id = plainId(json::text(record.value("uuid"_L1)));
    vacancy.name = plainText(json::text(record.value("title"_L1))).simplified();
    vacancy.alternateUrl = json::text(facts.value("jobDetailsUrl"_L1));
    if (vacancy.alternateUrl.isNull() && !vacancy.id.isEmpty())
        vacancy.alternateUrl = u"https://www.mycareersfuture.gov.sg/job/"_s + vacancy.id;
    vacancy.created = timeOfText(json::text(facts.value("newPostingDate"_L1)));
    vacancy.firstPublished = timeOfText(json::text(facts.value("originalPostingDate"_L1)));
    QJsonObject company = record.value("hiringCompany"_L1).toObject(); // else an agency posts it
    if (json::text(company.value("name"_L1)).isNull())
        company = record.value("postedCompany"_L1).toObject();
    vacancy.employer = json::text(company.value("name"_L1)).simplified();
    vacancy.employerId = json::text(company.value("uen"_L1));
    vacancy.description = readableLines(json::text(record.value("description"_L1)));
    QStringList kinds = membersOf(record.value("employmentTypes"_L1), "employmentType"_L1);
    if (!kinds.isEmpty())
        vacancy.employment = kinds.takeFirst();
    if (!kinds.isEmpty())
        vacancy.schedule = kinds.join(u", ");
    vacancy.workFormat = membersOf(record.value("flexibleWorkArrangements"_L1), "flexibleWorkArrangement"_L1);
    vacancy.skills = membersOf(record.value("skills"_L1), "skill"_L1);
    vacancy.roles = membersOf(record.value("categories"_L1), "category"_L1);
    if (const QString code = json::text(record.value("ssocCode"_L1)); !code.isNull())
        vacancy.roles.append(u"SSOC "_s + code);
    vacancy.specialisation = membersOf(record.value("positionLevels"_L1), "position"_L1).value(0);
    vacancy.workPlaces = json::integer(record.value("numberOfVacancies"_L1));
    if (const auto years = json::integer(record.value("minimumYearsExperience"_L1));
        years && *years >= 0 && *years <= 80) {
        ad.years = int(*years);
        vacancy.experience = *years == 0 ? u"not required"_s : u"%1+ years"_s.arg(*years);
    }
    readSingaporePlace(record.value("address"_L1).toObject(), vacancy);
    const QJsonObject pay = record.value("salary"_L1).toObject();
    const QString period = json::textIn(pay.value("type"_L1), "salaryType"_L1);
    readPay({pay.value("minimum"_L1), pay.value("maximum"_L1), u"SGD"_s, period}, u"SGD"_s, ad);
    ad.subject = vacancy.roles.join(u'\n');
    return ad;
}

} // namespace

const VacancySource &myCareersFutureSource()
{
    static const MyCareersFuture source;
    return source;
}

} // namespace linnet::vacancies
