// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/apiurl.h"
#include "vacancies/boards/board.h"
#include "vacancies/jsonread.h"
#include "vacancies/readtext.h"
#include "vacancies/readtime.h"
#include "vacancies/splitvalues.h"

#include <algorithm>
#include <cmath>

namespace linnet::vacancies {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// JobTech JobSearch (jobsearch.api.jobtechdev.se): the ads of the Swedish employment service. It is asked
/// for words, regions and times; it names no pay, and times are those of Stockholm.
class JobTech final : public Board
{
public:
    const SourceFacts &facts() const override;
    QStringList ignoredFields(const Query &query) const override;
    net::Request listPage(const Query &query, const QUrl &base, int page) const override;
    QUrl adAddress(const QUrl &base, const QString &id, const QString &page) const override;
    Judgement judge(const net::Response &response) const override;

protected:
    QString country() const override { return u"149"_s; }
    QLatin1StringView regionList() const override { return "jobtech_regions"_L1; }
    FilterHabits habits(const Query &query) const override;
    Result<Envelope> envelope(const QByteArray &body, const Query &query) const override;
    FoundAd read(const QJsonObject &record, bool contacts) const override;
    QString refusal(const QByteArray &body) const override;
};

constexpr int JobTechPage = 100;
constexpr int JobTechPages = 21; // the highest offset is 2000
const QByteArray Stockholm = "Europe/Stockholm";

QString labelIn(const QJsonObject &record, QLatin1StringView key)
{
    const QJsonValue value = record.value(key);
    return json::textIn(value.isArray() ? value.toArray().at(0) : value, "label"_L1);
}

QStringList labelsIn(const QJsonObject &record, QLatin1StringView key)
{
    QStringList labels;
    for (const QLatin1StringView part : {"must_have"_L1, "nice_to_have"_L1}) {
        for (const QJsonValue &entry : record.value(part).toObject().value(key).toArray())
            labels.append(json::textIn(entry, "label"_L1));
    }
    labels.removeAll(QString());
    labels.removeDuplicates();
    return labels;
}

/// Longitude stands first.
void readWorkplace(const QJsonObject &place, FoundAd &ad)
{
    Vacancy &vacancy = ad.vacancy;
    QStringList names{json::text(place.value("municipality"_L1)), json::text(place.value("region"_L1))};
    names.removeAll(QString());
    if (names.isEmpty())
        names = json::names(place.value("country"_L1));
    vacancy.area = names.isEmpty() ? QString() : names.join(u", ");
    QStringList address{json::text(place.value("street_address"_L1)), json::text(place.value("postcode"_L1)),
                        json::text(place.value("city"_L1))};
    address.removeAll(QString());
    vacancy.address = address.isEmpty() ? QString() : address.join(u", ");
    if (const QString region = json::text(place.value("region_concept_id"_L1)); !region.isNull())
        ad.areas = {region};
    const QJsonArray point = place.value("coordinates"_L1).toArray();
    const auto lng = json::number(point.at(0));
    const auto lat = json::number(point.at(1));
    if (!lat || !lng || std::abs(*lat) > 90 || std::abs(*lng) > 180 || (*lat == 0 && *lng == 0))
        return;
    vacancy.lat = lat;
    vacancy.lng = lng;
}

void readJobTechContacts(const QJsonObject &record, Vacancy &vacancy)
{
    const auto add = [](QStringList &list, const QString &text) {
        if (const QString value = text.simplified(); !value.isEmpty() && !list.contains(value))
            list.append(value);
    };
    add(vacancy.contactEmails, json::textIn(record.value("application_details"_L1), "email"_L1));
    for (const QJsonValue &contact : record.value("application_contacts"_L1).toArray()) {
        if (vacancy.contactName.isNull())
            vacancy.contactName = json::textIn(contact, "name"_L1);
        add(vacancy.contactEmails, json::textIn(contact, "email"_L1));
        add(vacancy.contactPhones, json::textIn(contact, "telephone"_L1));
    }
}

bool wantsBeginners(const Query &query)
{
    return query.experience == QStringList{u"noExperience"_s};
}

const SourceFacts &JobTech::facts() const
{
    static const SourceFacts facts{
        .id = u"jobtech"_s,
        .title = QT_TRANSLATE_NOOP("linnet::vacancies", "JobTech (Sweden, arbetsformedlingen.se)"),
        .shortTitle = QT_TRANSLATE_NOOP("linnet::vacancies", "JobTech, Sweden"),
        .base = QUrl(u"https://jobsearch.api.jobtechdev.se"_s),
        .practicePath = {},
        .token = std::nullopt,
        .terms = {.link = u"https://jobsearch.api.jobtechdev.se"_s,
                  .readOn = u"2026-11-21"_s,
                  .who = QT_TRANSLATE_NOOP("linnet::vacancies",
                                           "Everybody, without an account: the ads are CC0. Contact persons "
                                           "in the ads are personal data."),
                  .pace =
                      QT_TRANSLATE_NOOP("linnet::vacancies", "No published limit; a few requests a second."),
                  .attribution = QT_TRANSLATE_NOOP(
                      "linnet::vacancies",
                      "Not asked for; name Arbetsförmedlingen (JobTech) and link to the ad all the same.")},
        .onRequest = true,
        .reachablePages = JobTechPages,
        .fields = QString(u"description employer employment_type experience_required headline id "
                          "must_have nice_to_have number_of_vacancies occupation occupation_field "
                          "occupation_group publication_date removed webpage_url working_hours_type "
                          "workplace_address"_s)
                      .split(u' '),
        .splitKeys = {SplitKey::Dates, SplitKey::Regions},
        .splitStep = 1min,
        .leastInterval = 250ms,
        .pageTime = 400ms,
    };
    return facts;
}

QStringList JobTech::ignoredFields(const Query &query) const
{
    QStringList fields = Board::ignoredFields(query);
    fields.removeAll(u"contacts"_s);
    return fields;
}

net::Request JobTech::listPage(const Query &query, const QUrl &base, int page) const
{
    constexpr qsizetype LongestText = 255;
    ApiUrl url(base, u"/search"_s);
    if (const QString words = askedWords(query); !words.isEmpty())
        url.add("q"_L1, words.left(LongestText));
    url.add("region"_L1, query.areas);
    if (wantsBeginners(query))
        url.add("experience"_L1, u"false"_s);
    const TimeWindow window = query.window.isOpen() ? daysOf(query) : query.window;
    if (window.from)
        url.add("published-after"_L1, localText(*window.from, Stockholm));
    if (window.to)
        url.add("published-before"_L1, localText(*window.to, Stockholm));
    url.add("sort"_L1, u"pubdate-desc"_s);
    url.add("offset"_L1, QString::number(page * JobTechPage));
    url.add("limit"_L1, QString::number(JobTechPage));
    net::Request request = get(url.url());
    request.headers.emplaceBack("X-Feature-Freetext-Bool-Method",
                                "and"); // else one word of several is enough
    return request;
}

QUrl JobTech::adAddress(const QUrl &base, const QString &id, const QString &) const
{
    return ApiUrl(base, u"/ad/"_s + id).url();
}

Judgement JobTech::judge(const net::Response &response) const
{
    if (response.status == 404 && response.url.path().contains("/ad/"_L1))
        return {Verdict::Gone, {Reason::Gone, response.status, {}}};
    return Board::judge(response);
}

FilterHabits JobTech::habits(const Query &query) const
{
    return {.currency = u"SEK"_s,
            .saysExperience = wantsBeginners(query),
            .saysWorkFormat = false,
            .saysPay = false};
}

Result<Board::Envelope> JobTech::envelope(const QByteArray &body, const Query &) const
{
    const auto root = json::object(body);
    if (!root)
        return std::unexpected(root.error());
    if (!root->value("hits"_L1).isArray())
        return fail(Reason::BadBody, u"\"hits\" is not a list"_s);
    Envelope answer{.records = root->value("hits"_L1).toArray()};
    const QJsonValue total = root->value("total"_L1).toObject().value("value"_L1);
    answer.page.found = std::max<qint64>(json::integer(total).value_or(-1), -1);
    if (answer.page.found >= 0)
        answer.page.pages = std::min(pagesFor(answer.page.found, JobTechPage), JobTechPages);
    return answer;
}

FoundAd JobTech::read(const QJsonObject &record, bool contacts) const
{
    FoundAd ad;
    Vacancy &vacancy = ad.vacancy;
    vacancy.id = json::text(record.value("id"_L1));
    vacancy.name = plainText(json::text(record.value("headline"_L1))).simplified();
    vacancy.alternateUrl = json::text(record.value("webpage_url"_L1));
    if (vacancy.alternateUrl.isNull() && !vacancy.id.isNull())
        vacancy.alternateUrl = u"https://arbetsformedlingen.se/platsbanken/annonser/"_s + vacancy.id;
    vacancy.applyUrl = json::textIn(record.value("application_details"_L1), "url"_L1);
    vacancy.created = timeInZone(json::text(record.value("publication_date"_L1)), Stockholm);
    vacancy.description = readableLines(json::textIn(record.value("description"_L1), "text"_L1));
    vacancy.employment = labelIn(record, "employment_type"_L1);
    vacancy.schedule = labelIn(record, "working_hours_type"_L1);
    const QJsonObject employer = record.value("employer"_L1).toObject();
    vacancy.employer = json::text(employer.value("name"_L1)).simplified();
    vacancy.employerId = json::text(employer.value("organization_number"_L1));
    vacancy.skills = labelsIn(record, "skills"_L1);
    const QStringList levels = labelsIn(record, "education_level"_L1);
    vacancy.education = levels.isEmpty() ? QString() : levels.join(u"; ");
    if (const QString occupation = labelIn(record, "occupation"_L1); !occupation.isNull())
        vacancy.roles.append(occupation);
    const QJsonValue group = record.value("occupation_group"_L1);
    if (const QString code = json::textIn(group, "legacy_ams_taxonomy_id"_L1); !code.isNull())
        vacancy.roles.append(u"SSYK "_s + code);
    vacancy.specialisation = labelIn(record, "occupation_field"_L1);
    vacancy.workPlaces = json::integer(record.value("number_of_vacancies"_L1));
    vacancy.archived = json::boolean(record.value("removed"_L1));
    if (const auto asked = json::boolean(record.value("experience_required"_L1)); asked && !*asked) {
        vacancy.experience = u"not required"_s; // it says no more than whether it is
        ad.years = 0;
    }
    readWorkplace(record.value("workplace_address"_L1).toObject(), ad);
    ad.subject = labelIn(record, "occupation"_L1) + u'\n' + labelIn(record, "occupation_group"_L1);
    if (contacts)
        readJobTechContacts(record, vacancy);
    return ad;
}

QString JobTech::refusal(const QByteArray &body) const
{
    const auto root = json::object(body);
    QStringList parts;
    const QJsonObject errors = root ? root->value("errors"_L1).toObject() : QJsonObject();
    for (auto error = errors.begin(); error != errors.end(); ++error)
        parts.append(error.key() + u": "_s + json::text(error.value()).left(200));
    return parts.isEmpty() ? Board::refusal(body) : parts.join(u", ");
}

} // namespace

const VacancySource &jobtechSource()
{
    static const JobTech source;
    return source;
}

} // namespace linnet::vacancies
