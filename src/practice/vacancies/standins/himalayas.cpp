// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/http/httprequest.h"
#include "practice/vacancies/standins/standin.h"

#include <QJsonArray>

namespace linnet::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int HimalayasCount = 20;

QString himalayasKind(const InventedVacancy &vacancy)
{
    if (vacancy.employment == "part"_L1)
        return u"Part Time"_s;
    if (vacancy.employment == "project"_L1)
        return u"Contractor"_s;
    return vacancy.employment == "probation"_L1 ? u"Intern"_s : u"Full Time"_s;
}

QStringList himalayasPlaces(const InventedVacancy &vacancy)
{
    if (vacancy.number % 3 == 0)
        return {}; // everywhere
    return vacancy.number % 3 == 1 ? QStringList{u"Sweden"_s} : QStringList{u"United States"_s, u"Canada"_s};
}

/// Old answers have names, newer ones objects.
QJsonArray himalayasRestrictions(const InventedVacancy &vacancy)
{
    QJsonArray list;
    for (const QString &place : himalayasPlaces(vacancy)) {
        if (vacancy.number % 2 == 0)
            list.append(place);
        else
            list.append(QJsonObject{{"name"_L1, place}, {"slug"_L1, place.toLower()}});
    }
    return list;
}

QJsonObject himalayasRecord(const InventedVacancy &vacancy)
{
    const QString company = "company-"_L1 + vacancy.employer->id;
    const QString page = "https://himalayas.app/companies/"_L1 + company + "/jobs/ad-"_L1 + vacancy.id;
    // Amounts are for a month in every second ad, else for a year, as most there are.
    const bool monthly = vacancy.number % 2 == 0;
    const bool named = vacancy.salary.has_value();
    const QString currency = named ? vacancy.salary->currency : QString();
    return {
        {"title"_L1, vacancy.name},
        {"excerpt"_L1, vacancy.duty},
        {"companyName"_L1, vacancy.employerName()},
        {"companySlug"_L1, company},
        {"employmentType"_L1, himalayasKind(vacancy)},
        {"minSalary"_L1, payOf(vacancy, &InventedSalary::from, monthly ? 1 : 12)},
        {"maxSalary"_L1, payOf(vacancy, &InventedSalary::to, monthly ? 1 : 12)},
        {"salaryPeriod"_L1, monthly ? u"monthly"_s : u"annual"_s},
        {"seniority"_L1,
         QJsonArray{vacancy.experience == "noExperience"_L1 ? u"Entry-level"_s : u"Mid-level"_s}},
        {"currency"_L1, !named                 ? QJsonValue()
                        : currency == "RUR"_L1 ? QJsonValue(u"RUB"_s)
                                               : QJsonValue(currency)},
        {"locationRestrictions"_L1, himalayasRestrictions(vacancy)},
        {"timezoneRestrictions"_L1, QJsonArray{3, 4}},
        {"categories"_L1, QJsonArray{QString(vacancy.profession->roleName).replace(u' ', u'-')}},
        {"parentCategories"_L1, QJsonArray()},
        {"description"_L1, vacancy.description},
        {"pubDate"_L1, vacancy.published.toSecsSinceEpoch()},
        {"expiryDate"_L1, vacancy.published.addDays(60).toSecsSinceEpoch()},
        {"applicationLink"_L1, page},
        {"guid"_L1, page},
    };
}

AdFilter himalayasFilter(const HttpRequest &request)
{
    return [says = saysAll(request.parameter(u"q"_s)),
            country = request.parameter(u"country"_s)](const InventedVacancy &vacancy) {
        const QStringList places = himalayasPlaces(vacancy);
        return says(vacancy) && (country.isEmpty() || places.isEmpty() || places.contains(country));
    };
}

} // namespace

/// Himalayas: pages from 1, twenty ads each whatever is asked.
StandIn himalayasStandIn()
{
    return {
        .path = u"/himalayas/search"_s,
        .keyField = {},
        .listKey = u"jobs"_s,
        .nullable = {u"companyName"_s, u"employmentType"_s, u"minSalary"_s, u"maxSalary"_s, u"salaryPeriod"_s,
                     u"seniority"_s, u"currency"_s, u"locationRestrictions"_s, u"categories"_s,
                     u"parentCategories"_s, u"description"_s, u"pubDate"_s, u"applicationLink"_s},
        .page = [](const HttpRequest &request) -> std::expected<StandInPage, HttpResponse> {
            const int page = numberOf(request, u"page"_s, 1);
            if (page < 1)
                return std::unexpected(HttpResponse::json(QJsonObject{{"error"_L1, u"Invalid page"_s}}, 400));
            return StandInPage{qint64(page - 1) * HimalayasCount, HimalayasCount};
        },
        .filter = himalayasFilter,
        .record = himalayasRecord,
        .envelope =
            [](const StandInPage &page) {
                return QJsonObject{{"comments"_L1, u"Name the source and link back to it."_s},
                                   {"offset"_L1, page.first},
                                   {"limit"_L1, HimalayasCount},
                                   {"totalCount"_L1, page.total}};
            }};
}

} // namespace linnet::practice
