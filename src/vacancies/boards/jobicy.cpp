// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/apiurl.h"
#include "vacancies/boards/board.h"
#include "vacancies/countries.h"
#include "vacancies/jsonread.h"
#include "vacancies/readpay.h"
#include "vacancies/readtext.h"
#include "vacancies/readtime.h"

namespace linnet::vacancies {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Jobicy (jobicy.com): remote work all over the world. One answer has up to a hundred of the newest ads;
/// there is no page after it. It finds words in titles and texts; all else is checked here.
class Jobicy final : public Board
{
public:
    const SourceFacts &facts() const override;
    net::Request listPage(const Query &query, const QUrl &base, int page) const override;
    Judgement judge(const net::Response &response) const override;

protected:
    FilterHabits habits(const Query &query) const override;
    Result<Envelope> envelope(const QByteArray &body, const Query &query) const override;
    FoundAd read(const QJsonObject &record, bool contacts) const override;
};

constexpr int JobicyPage = 100;

/// "No jobs found" comes with an error's status.
bool isNothingFound(const QJsonObject &root)
{
    return root.value("success"_L1).isBool() && !root.value("success"_L1).toBool() &&
           !root.contains("jobs"_L1);
}

const SourceFacts &Jobicy::facts() const
{
    static const SourceFacts facts{
        .id = u"jobicy"_s,
        .title = QT_TRANSLATE_NOOP("linnet::vacancies", "Jobicy (remote work, jobicy.com)"),
        .shortTitle = QT_TRANSLATE_NOOP("linnet::vacancies", "Jobicy"),
        .base = QUrl(u"https://jobicy.com/api/v2"_s),
        .practicePath = {},
        .token = std::nullopt,
        .terms = {.link = u"https://jobicy.com/jobs-rss-feed"_s,
                  .readOn = u"2026-11-28"_s,
                  .who = QT_TRANSLATE_NOOP("linnet::vacancies", "Everybody, without an account."),
                  .pace = QT_TRANSLATE_NOOP("linnet::vacancies",
                                            "A few requests a day: the list changes a few times a day."),
                  .attribution = QT_TRANSLATE_NOOP(
                      "linnet::vacancies", "Name Jobicy as the source and link to the ad's page there.")},
        .onRequest = true,
        .reachablePages = 1,
        .fields = QString(u"companyName id jobDescription jobGeo jobIndustry jobLevel jobTitle jobType "
                          "pubDate salaryCurrency? salaryMax? salaryMin? salaryPeriod? url"_s)
                      .split(u' '),
        .leastInterval = 2s,
        .pageTime = 2s,
    };
    return facts;
}

net::Request Jobicy::listPage(const Query &query, const QUrl &base, int) const
{
    ApiUrl url(base, u"/remote-jobs"_s);
    url.add("count"_L1, QString::number(JobicyPage));
    if (const QString words = askedWords(query); !words.isEmpty())
        url.add("tag"_L1, words);
    return get(url.url());
}

Judgement Jobicy::judge(const net::Response &response) const
{
    if (response.status == 403 || response.status == 404) {
        if (const auto root = json::object(response.body); root && isNothingFound(*root))
            return {};
    }
    return Board::judge(response);
}

FilterHabits Jobicy::habits(const Query &) const
{
    return {.currency = u"USD"_s, .saysExperience = false};
}

Result<Board::Envelope> Jobicy::envelope(const QByteArray &body, const Query &) const
{
    const auto root = json::object(body);
    if (!root)
        return std::unexpected(root.error());
    const QJsonValue jobs = root->value("jobs"_L1);
    if (!jobs.isArray() && !isNothingFound(*root))
        return fail(Reason::BadBody, u"\"jobs\" is not a list"_s);
    Envelope answer{.records = jobs.toArray()};
    answer.page.found = answer.records.size();
    answer.page.pages = 1;
    answer.page.isLast = true;
    return answer;
}

FoundAd Jobicy::read(const QJsonObject &record, bool) const
{
    FoundAd ad;
    Vacancy &vacancy = ad.vacancy;
    vacancy.id = json::text(record.value("id"_L1));
    vacancy.name = plainText(json::text(record.value("jobTitle"_L1))).simplified();
    vacancy.alternateUrl = json::text(record.value("url"_L1));
    vacancy.created = timeOfText(json::text(record.value("pubDate"_L1)));
    vacancy.employer = plainText(json::text(record.value("companyName"_L1))).simplified();
    vacancy.description = readableLines(json::text(record.value("jobDescription"_L1)));
    vacancy.experience = json::text(record.value("jobLevel"_L1));
    QStringList kinds = json::names(record.value("jobType"_L1));
    if (!kinds.isEmpty())
        vacancy.employment = kinds.takeFirst();
    if (!kinds.isEmpty())
        vacancy.schedule = kinds.join(u", ");
    for (const QString &industry : json::names(record.value("jobIndustry"_L1)))
        vacancy.roles.append(plainText(industry));
    QStringList places;
    for (const QString &place : json::text(record.value("jobGeo"_L1)).split(u',', Qt::SkipEmptyParts))
        places.append(place.simplified());
    vacancy.area = places.isEmpty() ? QString() : places.join(u", ");
    ad.areas = countriesNamed(places);
    vacancy.workFormat = {u"Remote"_s};
    ad.subject = vacancy.roles.join(u'\n');
    const auto either = [&record](QLatin1StringView name, QLatin1StringView former) {
        return record.contains(name) ? record.value(name) : record.value(former);
    };
    const QString period = json::text(record.value("salaryPeriod"_L1));
    readPay({either("salaryMin"_L1, "annualSalaryMin"_L1), either("salaryMax"_L1, "annualSalaryMax"_L1),
             json::text(record.value("salaryCurrency"_L1)), period.isNull() ? u"yearly"_s : period},
            u"USD"_s, ad);
    return ad;
}

} // namespace

const VacancySource &jobicySource()
{
    static const Jobicy source;
    return source;
}

} // namespace linnet::vacancies
