// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/http/httprequest.h"
#include "practice/vacancies/standins/standin.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace linnet::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int UsaJobsLargest = 500;
constexpr int UsaJobsWindow = 10'000;

QJsonArray namedOne(const QString &name, const QString &code)
{
    return {QJsonObject{{"Name"_L1, name}, {"Code"_L1, code}}};
}

QJsonObject usaPlace(const QString &city, const QString &state, double lat, double lng)
{
    return {{"LocationName"_L1, QString(city + u", "_s + state)},
            {"CountryCode"_L1, u"United States"_s},
            {"CountrySubDivisionCode"_L1, state},
            {"CityName"_L1, QString(city + u", "_s + state)},
            {"Longitude"_L1, lng},
            {"Latitude"_L1, lat}};
}

QJsonArray usaPlaces(const InventedVacancy &vacancy)
{
    if (vacancy.number % 5 == 0)
        return {usaPlace(u"Denver"_s, u"Colorado"_s, 39.74, -104.98),
                usaPlace(u"Boise"_s, u"Idaho"_s, 43.61, -116.2)};
    return {vacancy.number % 2 == 0 ? usaPlace(u"Atlanta"_s, u"Georgia"_s, 33.75, -84.39)
                                    : usaPlace(u"Seattle"_s, u"Washington"_s, 47.6, -122.33)};
}

/// Each ad names pay; those without an amount are unpaid.
QJsonArray usaPay(const InventedVacancy &vacancy)
{
    const bool byHour = vacancy.number % 7 == 0;
    const auto amount = [&](const std::optional<int> InventedSalary::*bound) {
        const QJsonValue value = payOf(vacancy, bound, byHour ? 1 : 12);
        return value.isNull() ? u"0.0"_s : QString::number(value.toInt()) + u".0"_s;
    };
    return {QJsonObject{{"MinimumRange"_L1, amount(&InventedSalary::from)},
                        {"MaximumRange"_L1, amount(&InventedSalary::to)},
                        {"RateIntervalCode"_L1, byHour ? u"PH"_s : u"PA"_s},
                        {"Description"_L1, byHour ? u"Per Hour"_s : u"Per Year"_s}}};
}

QJsonObject usaDescriptor(const InventedVacancy &vacancy)
{
    const QString day = vacancy.published.toUTC().toString(u"yyyy-MM-dd'T'HH:mm:ss.zzz0");
    const bool isPart = vacancy.employment == "part"_L1;
    const QJsonObject details{{"JobSummary"_L1, vacancy.description},
                              {"MajorDuties"_L1, QJsonArray{vacancy.duty}},
                              {"WhoMayApply"_L1, QJsonObject{{"Name"_L1, u"Public"_s}, {"Code"_L1, u"0"_s}}},
                              {"TotalOpenings"_L1, QString::number(1 + vacancy.number % 4)},
                              {"RemoteIndicator"_L1, vacancy.schedule == "remote"_L1}};
    return {
        {"PositionID"_L1, "PRACTICE-"_L1 + vacancy.id},
        {"PositionTitle"_L1, vacancy.name},
        {"PositionURI"_L1, "https://www.usajobs.gov/job/"_L1 + vacancy.id},
        {"PositionLocationDisplay"_L1, u"Multiple Locations"_s},
        {"PositionLocation"_L1, usaPlaces(vacancy)},
        {"OrganizationName"_L1, vacancy.employerName()},
        {"DepartmentName"_L1, vacancy.field->specialisation},
        {"JobCategory"_L1, namedOne(vacancy.profession->roleName, u"2210"_s)},
        {"PositionSchedule"_L1, namedOne(isPart ? u"Part-time"_s : u"Full-time"_s, isPart ? u"2"_s : u"1"_s)},
        {"PositionOfferingType"_L1,
         namedOne(vacancy.employment == "project"_L1 ? u"Term"_s : u"Permanent"_s, u"15317"_s)},
        {"QualificationSummary"_L1, vacancy.need},
        {"PositionRemuneration"_L1, usaPay(vacancy)},
        {"PublicationStartDate"_L1, day},
        {"UserArea"_L1, QJsonObject{{"Details"_L1, details}}}};
}

} // namespace

/// USAJOBS: pages from 1, behind a key.
StandIn usaJobsStandIn()
{
    return {.path = u"/usajobs/Search"_s,
            .keyField = "authorization-key",
            .listKey = {},
            .nullable = {u"RelevanceRank"_s},
            .window = UsaJobsWindow,
            .page = [](const HttpRequest &request) -> std::expected<StandInPage, HttpResponse> {
                const int page = numberOf(request, u"Page"_s, 1);
                const int size = numberOf(request, u"ResultsPerPage"_s, 25);
                if (page < 1 || size < 1 || size > UsaJobsLargest)
                    return std::unexpected(
                        HttpResponse::json(QJsonObject{{"message"_L1, u"The request is invalid."_s}}, 400));
                return StandInPage{qint64(page - 1) * size, size};
            },
            .filter = [](const HttpRequest &request) { return saysAll(request.parameter(u"Keyword"_s)); },
            .record =
                [](const InventedVacancy &vacancy) {
                    return QJsonObject{{"MatchedObjectId"_L1, vacancy.id},
                                       {"MatchedObjectDescriptor"_L1, usaDescriptor(vacancy)},
                                       {"RelevanceRank"_L1, 0}};
                },
            .envelope =
                [](const StandInPage &page) {
                    return QJsonObject{{"SearchResultCountAll"_L1, page.total}};
                },
            .answer =
                [](const QJsonObject &envelope, const QByteArray &records) {
                    QJsonObject result = envelope;
                    result.insert("SearchResultItems"_L1, QJsonDocument::fromJson(records).array());
                    return HttpResponse::json(
                        QJsonObject{{"LanguageCode"_L1, u"EN"_s}, {"SearchResult"_L1, result}});
                },
            .pastWindow =
                [] {
                    return HttpResponse::json(QJsonObject{{"message"_L1, u"The request is invalid."_s}}, 400);
                }};
}

} // namespace linnet::practice
