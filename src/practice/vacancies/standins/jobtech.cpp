// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/http/httprequest.h"
#include "practice/vacancies/standins/standin.h"

#include <QJsonArray>
#include <QTimeZone>

#include <algorithm>
#include <array>

namespace linnet::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int JobTechLargest = 100;
constexpr int JobTechWindow = 2100;

struct Lan
{
    QString id;
    QString name;
    QString town;
};

const Lan &lanOf(const InventedVacancy &vacancy)
{
    static const std::array<Lan, 3> all{{{u"CifL_Rzy_Mku"_s, u"Stockholms län"_s, u"Stockholm"_s},
                                         {u"CaRE_1nn_cSU"_s, u"Skåne län"_s, u"Malmö"_s},
                                         {u"NvUF_SP1_1zo"_s, u"Västernorrlands län"_s, u"Sundsvall"_s}}};
    return all[static_cast<size_t>(vacancy.number) % all.size()];
}

QDateTime inStockholm(const QDateTime &moment)
{
    return moment.toTimeZone(QTimeZone("Europe/Stockholm"));
}

QJsonObject entryOf(const QString &label, const QString &code)
{
    return {{"concept_id"_L1, "cCcC_"_L1 + code}, {"label"_L1, label}, {"legacy_ams_taxonomy_id"_L1, code}};
}

QJsonObject workplaceOf(const InventedVacancy &vacancy)
{
    const Lan &lan = lanOf(vacancy);
    QJsonArray point{QJsonValue::Null, QJsonValue::Null};
    if (vacancy.address && vacancy.address->lat)
        point = {17.3, 62.4}; // longitude first
    return {{"municipality"_L1, lan.town},
            {"municipality_code"_L1, u"2281"_s},
            {"region"_L1, lan.name},
            {"region_concept_id"_L1, lan.id},
            {"country"_L1, u"Sverige"_s},
            {"country_code"_L1, u"199"_s},
            {"street_address"_L1, vacancy.address ? QJsonValue(vacancy.address->street) : QJsonValue()},
            {"postcode"_L1, QJsonValue::Null},
            {"city"_L1, QJsonValue::Null},
            {"coordinates"_L1, point}};
}

QJsonObject jobtechRecord(const InventedVacancy &vacancy)
{
    QJsonArray skills;
    for (const QString &skill : vacancy.skills)
        skills.append(entryOf(skill, u"0"_s));
    const QJsonObject needs{{"skills"_L1, skills}, {"languages"_L1, QJsonArray()}};
    const bool part = vacancy.employment == "part"_L1;
    const bool project = vacancy.employment == "project"_L1;
    return {
        {"id"_L1, vacancy.number % 5 == 0 ? QJsonValue(vacancy.id.toInt()) : QJsonValue(vacancy.id)},
        {"external_id"_L1, QJsonValue::Null},
        {"webpage_url"_L1, "https://arbetsformedlingen.se/platsbanken/annonser/"_L1 + vacancy.id},
        {"headline"_L1, vacancy.name},
        {"application_deadline"_L1,
         inStockholm(vacancy.published.addDays(30)).toString(u"yyyy-MM-dd'T'23:59:59")},
        {"number_of_vacancies"_L1, 1 + vacancy.number % 3},
        {"description"_L1, QJsonObject{{"text"_L1, vacancy.duty + u'\n' + vacancy.need},
                                       {"text_formatted"_L1, vacancy.description},
                                       {"company_information"_L1, QJsonValue::Null}}},
        {"employment_type"_L1, entryOf(project ? u"Behovsanställning"_s : u"Vanlig anställning"_s, u"1"_s)},
        {"salary_type"_L1, entryOf(u"Fast månads- vecko- eller timlön"_s, u"1"_s)},
        {"salary_description"_L1, QJsonValue::Null},
        {"duration"_L1, QJsonValue::Null},
        {"working_hours_type"_L1, entryOf(part ? u"Deltid"_s : u"Heltid"_s, u"1"_s)},
        {"employer"_L1, QJsonObject{{"name"_L1, vacancy.employerName()},
                                    {"organization_number"_L1, "559198"_L1 + vacancy.employer->id},
                                    {"email"_L1, QJsonValue::Null},
                                    {"url"_L1, QJsonValue::Null}}},
        {"application_details"_L1,
         QJsonObject{{"email"_L1, u"jobb@practice.invalid"_s}, {"url"_L1, QJsonValue::Null}}},
        {"application_contacts"_L1, QJsonArray()},
        {"experience_required"_L1, vacancy.experience != "noExperience"_L1},
        {"occupation"_L1, entryOf(vacancy.profession->roleName, u"7296"_s)},
        {"occupation_group"_L1, entryOf(vacancy.field->specialisation, u"2512"_s)},
        {"occupation_field"_L1, entryOf(vacancy.field->specialisation, u"3"_s)},
        {"workplace_address"_L1, workplaceOf(vacancy)},
        {"must_have"_L1, needs},
        {"nice_to_have"_L1, QJsonObject{{"skills"_L1, QJsonArray()}}},
        {"publication_date"_L1, inStockholm(vacancy.published).toString(u"yyyy-MM-dd'T'HH:mm:ss")},
        {"removed"_L1, false},
    };
}

/// A time as it takes them: local, to the second.
std::optional<QDateTime> askedTime(const HttpRequest &request, const QString &name)
{
    const QString text = request.parameter(name);
    if (text.isEmpty())
        return {};
    QDateTime time = QDateTime::fromString(text, u"yyyy-MM-dd'T'HH:mm:ss"_s);
    time.setTimeZone(QTimeZone("Europe/Stockholm"));
    return time;
}

AdFilter jobtechFilter(const HttpRequest &request)
{
    return [regions = request.parameters(u"region"_s), from = askedTime(request, u"published-after"_s),
            to = askedTime(request, u"published-before"_s),
            beginners = request.parameter(u"experience"_s) == "false"_L1,
            says = saysAll(request.parameter(u"q"_s))](const InventedVacancy &vacancy) {
        return (regions.isEmpty() || regions.contains(lanOf(vacancy).id)) &&
               (!from || vacancy.published >= *from) && (!to || vacancy.published <= *to) &&
               (!beginners || vacancy.experience == "noExperience"_L1) && says(vacancy);
    };
}

HttpResponse outOfRange(const QString &name)
{
    return HttpResponse::json(
        QJsonObject{{"errors"_L1, QJsonObject{{name, u"Invalid argument: out of range"_s}}},
                    {"message"_L1, u"Input payload validation failed"_s}},
        400);
}

} // namespace

/// JobTech: offset and limit, no record past the 2,100th, times of Stockholm.
StandIn jobtechStandIn()
{
    return {.path = u"/jobtech/search"_s,
            .keyField = {},
            .listKey = u"hits"_s,
            .nullable = {u"headline"_s, u"webpage_url"_s, u"number_of_vacancies"_s, u"description"_s,
                         u"employment_type"_s, u"working_hours_type"_s, u"employer"_s,
                         u"application_details"_s, u"application_contacts"_s, u"experience_required"_s,
                         u"occupation"_s, u"occupation_group"_s, u"occupation_field"_s,
                         u"workplace_address"_s, u"must_have"_s, u"nice_to_have"_s, u"removed"_s},
            .window = JobTechWindow,
            .page = [](const HttpRequest &request) -> std::expected<StandInPage, HttpResponse> {
                const int offset = numberOf(request, u"offset"_s, 0);
                const int limit = numberOf(request, u"limit"_s, 10);
                if (offset < 0 || limit < 0 || limit > JobTechLargest)
                    return std::unexpected(outOfRange(offset < 0 ? u"offset"_s : u"limit"_s));
                for (const QString &name : {u"published-after"_s, u"published-before"_s}) {
                    if (const auto time = askedTime(request, name); time && !time->isValid())
                        return std::unexpected(outOfRange(name));
                }
                return StandInPage{offset, limit};
            },
            .filter = jobtechFilter,
            .record = jobtechRecord,
            .envelope =
                [](const StandInPage &page) {
                    return QJsonObject{{"total"_L1, QJsonObject{{"value"_L1, page.total}}},
                                       {"positions"_L1, page.total},
                                       {"stats"_L1, QJsonArray()},
                                       {"freetext_concepts"_L1, QJsonObject()}};
                },
            .pastWindow = [] { return outOfRange(u"offset"_s); }};
}

} // namespace linnet::practice
