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

/// USAJOBS (usajobs.gov): the jobs of the government of the United States. Every ad names pay. It finds words
/// in whole ads; lists have all that an ad says.
class UsaJobs final : public Board
{
public:
    const SourceFacts &facts() const override;
    void authorise(net::Request &request, const QByteArray &token) const override;
    net::Request listPage(const Query &query, const QUrl &base, int page) const override;
    QUrl tokenTest(const QUrl &base) const override;

protected:
    QString country() const override { return u"85"_s; }
    FilterHabits habits(const Query &query) const override;
    Result<Envelope> envelope(const QByteArray &body, const Query &query) const override;
    FoundAd read(const QJsonObject &record, bool contacts) const override;
};

constexpr int UsaJobsPage = 100;
constexpr int UsaJobsPages = 100;

/// The words for people, or the code of the Office of Personnel Management.
QString usaPeriod(const QJsonObject &pay)
{
    if (const QString said = json::text(pay.value("Description"_L1)); !said.isNull())
        return said;
    const QString code = json::text(pay.value("RateIntervalCode"_L1));
    for (const auto &[known, words] : {std::pair{"PA"_L1, "Per Year"_L1},
                                       {"PM"_L1, "Per Month"_L1},
                                       {"PH"_L1, "Per Hour"_L1},
                                       {"PD"_L1, "Per Day"_L1},
                                       {"BW"_L1, "Bi-weekly"_L1}}) {
        if (code == known)
            return words;
    }
    return code;
}

/// Several places of work are told by their states.
void readUsaPlaces(const QJsonArray &places, const QString &shown, Vacancy &vacancy)
{
    QStringList states;
    QStringList countries;
    for (const QJsonValue &place : places) {
        QString state = json::textIn(place, "CountrySubDivisionCode"_L1);
        if (state == "Georgia"_L1) // else it is taken for the country
            state = u"GA"_s;
        states.append(state);
        countries.append(json::textIn(place, "CountryCode"_L1));
    }
    for (QStringList *names : {&states, &countries}) {
        names->removeAll(QString());
        names->removeDuplicates();
    }
    constexpr qsizetype MostStates = 10;
    QStringList names = states.first(std::min(states.size(), MostStates));
    if (places.size() == 1) {
        const QString city = json::textIn(places.at(0), "CityName"_L1).section(u',', 0, 0).simplified();
        if (!city.isEmpty() && !names.contains(city))
            names.prepend(city);
        const auto lat = json::number(places.at(0).toObject().value("Latitude"_L1));
        const auto lng = json::number(places.at(0).toObject().value("Longitude"_L1));
        if (lat && lng && std::abs(*lat) <= 90 && std::abs(*lng) <= 180 && (*lat != 0 || *lng != 0)) {
            vacancy.lat = lat;
            vacancy.lng = lng;
        }
    }
    names += countries;
    names.removeDuplicates();
    vacancy.area = names.isEmpty() ? shown : names.join(u", ");
}

/// What stands in UserArea.Details, besides the parts of the text.
void readUsaDetails(const QJsonObject &details, FoundAd &ad)
{
    Vacancy &vacancy = ad.vacancy;
    QStringList texts;
    for (const QLatin1StringView key :
         {"JobSummary"_L1, "MajorDuties"_L1, "Requirements"_L1, "KeyRequirements"_L1, "Education"_L1}) {
        const QJsonValue value = details.value(key);
        const QStringList parts = value.isArray() ? json::names(value) : QStringList{json::text(value)};
        for (const QString &part : parts)
            texts.append(readableLines(part));
    }
    texts.removeAll(QString());
    texts.removeDuplicates();
    vacancy.description = texts.isEmpty() ? QString() : texts.join(u'\n');
    vacancy.workPlaces = json::integer(details.value("TotalOpenings"_L1));
    if (json::boolean(details.value("RemoteIndicator"_L1)).value_or(false))
        vacancy.workFormat = {u"Remote"_s};
    ad.subject = json::textIn(details.value("WhoMayApply"_L1), "Name"_L1);
}

/// Of [{"Name": …, "Code": …}, …].
QStringList usaNames(const QJsonValue &list)
{
    QStringList names;
    for (const QJsonValue &entry : list.toArray())
        names.append(plainText(json::textIn(entry, "Name"_L1)).simplified());
    names.removeAll(QString());
    names.removeDuplicates();
    return names;
}

SourceToken usaToken()
{
    return {
        .variable = "LINNET_USAJOBS_TOKEN",
        .page = QUrl(u"https://developer.usajobs.gov/apirequest/"_s),
        .offer = QT_TRANSLATE_NOOP("linnet::vacancies", "needs a key, which is free"),
        .why = QT_TRANSLATE_NOOP("linnet::vacancies",
                                 "USAJOBS answers programs that show a key and the e-mail address for which "
                                 "it was asked."),
        .who = QT_TRANSLATE_NOOP(
            "linnet::vacancies",
            "Who can get one: everybody who asks for it at developer.usajobs.gov; it comes by e-mail. Type "
            "both, with a colon between them: you@example.org:KEY"),
        .field = "Authorization-Key",
    };
}

const SourceFacts &UsaJobs::facts() const
{
    static const SourceFacts facts{
        .id = u"usajobs"_s,
        .title = QT_TRANSLATE_NOOP("linnet::vacancies", "USAJOBS (government of the United States)"),
        .shortTitle = QT_TRANSLATE_NOOP("linnet::vacancies", "USAJOBS"),
        .base = QUrl(u"https://data.usajobs.gov/api"_s),
        .practicePath = {},
        .token = usaToken(),
        .terms = {.link = u"https://developer.usajobs.gov/"_s,
                  .readOn = u"2026-11-28"_s,
                  .who =
                      QT_TRANSLATE_NOOP("linnet::vacancies",
                                        "Everybody with a key of their own, which is not passed on. Ads of "
                                        "the government of the United States are in the public domain."),
                  .pace = QT_TRANSLATE_NOOP(
                      "linnet::vacancies", "No published limit; Linnet keeps a second between two requests."),
                  .attribution =
                      QT_TRANSLATE_NOOP("linnet::vacancies", "Name USAJOBS and link to the vacancy.")},
        .onRequest = true,
        .reachablePages = UsaJobsPages,
        .fields = QString(u"MatchedObjectId MatchedObjectDescriptor.PositionTitle "
                          "MatchedObjectDescriptor.PositionURI MatchedObjectDescriptor.PositionLocation "
                          "MatchedObjectDescriptor.PositionLocationDisplay "
                          "MatchedObjectDescriptor.OrganizationName "
                          "MatchedObjectDescriptor.DepartmentName MatchedObjectDescriptor.JobCategory "
                          "MatchedObjectDescriptor.PositionSchedule "
                          "MatchedObjectDescriptor.PositionOfferingType "
                          "MatchedObjectDescriptor.QualificationSummary "
                          "MatchedObjectDescriptor.PositionRemuneration "
                          "MatchedObjectDescriptor.PublicationStartDate "
                          "MatchedObjectDescriptor.UserArea.Details"_s)
                      .split(u' '),
        .leastInterval = 1s,
        .pageTime = 1s,
    };
    return facts;
}

/// The address for which a key was asked is what its interface wants to be told as the user agent.
void UsaJobs::authorise(net::Request &request, const QByteArray &token) const
{
    const qsizetype colon = token.indexOf(':');
    const QByteArray address = token.first(std::max<qsizetype>(colon, 0));
    if (address.contains('@'))
        request.userAgent = address;
    Board::authorise(request, address.contains('@') ? token.sliced(colon + 1) : token);
}

net::Request UsaJobs::listPage(const Query &query, const QUrl &base, int page) const
{
    ApiUrl url(base, u"/Search"_s);
    if (const QString words = askedWords(query); !words.isEmpty())
        url.add("Keyword"_L1, words);
    url.add("Fields"_L1, u"Full"_s);
    url.add("SortField"_L1, u"OpenDate"_s);
    url.add("SortDirection"_L1, u"Desc"_s);
    url.add("ResultsPerPage"_L1, QString::number(UsaJobsPage));
    url.add("Page"_L1, QString::number(page + 1));
    return get(url.url());
}

QUrl UsaJobs::tokenTest(const QUrl &base) const
{
    ApiUrl url(base, u"/Search"_s);
    url.add("ResultsPerPage"_L1, u"1"_s);
    return url.url();
}

FilterHabits UsaJobs::habits(const Query &) const
{
    return {.currency = u"USD"_s, .saysExperience = false};
}

Result<Board::Envelope> UsaJobs::envelope(const QByteArray &body, const Query &) const
{
    const auto root = json::object(body);
    if (!root)
        return std::unexpected(root.error());
    const QJsonObject result = root->value("SearchResult"_L1).toObject();
    if (!result.value("SearchResultItems"_L1).isArray())
        return fail(Reason::BadBody, u"\"SearchResult.SearchResultItems\" is not a list"_s);
    Envelope answer{.records = result.value("SearchResultItems"_L1).toArray()};
    answer.page.found =
        std::max<qint64>(json::integer(result.value("SearchResultCountAll"_L1)).value_or(-1), -1);
    if (answer.page.found >= 0)
        answer.page.pages = std::min(pagesFor(answer.page.found, UsaJobsPage), UsaJobsPages);
    return answer;
}

FoundAd UsaJobs::read(const QJsonObject &record, bool) const
{
    FoundAd ad;
    Vacancy &vacancy = ad.vacancy;
    const QJsonObject job = record.value("MatchedObjectDescriptor"_L1).toObject();
    vacancy.id = plainId(json::text(record.value("MatchedObjectId"_L1)));
    vacancy.name = plainText(json::text(job.value("PositionTitle"_L1))).simplified();
    vacancy.alternateUrl = json::text(job.value("PositionURI"_L1));
    if (vacancy.alternateUrl.isNull() && !vacancy.id.isEmpty())
        vacancy.alternateUrl = u"https://www.usajobs.gov/job/"_s + vacancy.id;
    vacancy.created = timeInZone(json::text(job.value("PublicationStartDate"_L1)), "America/New_York");
    vacancy.employer = plainText(json::text(job.value("OrganizationName"_L1))).simplified();
    vacancy.specialisation = plainText(json::text(job.value("DepartmentName"_L1))).simplified();
    vacancy.roles = usaNames(job.value("JobCategory"_L1));
    vacancy.employment = usaNames(job.value("PositionSchedule"_L1)).value(0);
    const QStringList offers = usaNames(job.value("PositionOfferingType"_L1));
    vacancy.schedule = offers.isEmpty() ? QString() : offers.join(u", ");
    readUsaPlaces(job.value("PositionLocation"_L1).toArray(),
                  json::text(job.value("PositionLocationDisplay"_L1)), vacancy);
    readUsaDetails(job.value("UserArea"_L1).toObject().value("Details"_L1).toObject(), ad);
    if (vacancy.description.isNull())
        vacancy.description = readableLines(json::text(job.value("QualificationSummary"_L1)));
    const QJsonObject pay = job.value("PositionRemuneration"_L1).toArray().at(0).toObject();
    readPay({pay.value("MinimumRange"_L1), pay.value("MaximumRange"_L1), u"USD"_s, usaPeriod(pay)}, u"USD"_s,
            ad);
    ad.subject += u'\n' + vacancy.roles.join(u'\n');
    return ad;
}

} // namespace

const VacancySource &usaJobsSource()
{
    static const UsaJobs source;
    return source;
}

} // namespace linnet::vacancies
