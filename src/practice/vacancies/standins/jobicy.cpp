// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/http/httprequest.h"
#include "practice/vacancies/standins/standin.h"

#include <QJsonArray>

#include <algorithm>

namespace linnet::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int JobicyMost = 100;

QJsonArray jobicyKinds(const InventedVacancy &vacancy)
{
    if (vacancy.employment == "part"_L1)
        return {u"Part-Time"_s};
    if (vacancy.employment == "project"_L1)
        return {u"Contract"_s, u"Freelance"_s};
    return vacancy.employment == "probation"_L1 ? QJsonArray{u"Internship"_s} : QJsonArray{u"Full-Time"_s};
}

QString jobicyPlaces(const InventedVacancy &vacancy)
{
    if (vacancy.number % 3 == 0)
        return u"Anywhere"_s;
    return vacancy.number % 3 == 1 ? u"Russia"_s : u"LATAM,  Brazil"_s;
}

QJsonObject jobicyRecord(const InventedVacancy &vacancy)
{
    QJsonObject record{
        {"id"_L1, vacancy.id.toInt()},
        {"url"_L1, "https://jobicy.com/jobs/"_L1 + vacancy.id},
        {"jobSlug"_L1, vacancy.id},
        {"jobTitle"_L1, vacancy.name.toHtmlEscaped()},
        {"companyName"_L1, vacancy.employerName().toHtmlEscaped()},
        {"companyLogo"_L1, "https://jobicy.com/logo.png"_L1},
        {"jobIndustry"_L1, QJsonArray{vacancy.profession->roleName.toHtmlEscaped()}},
        {"jobType"_L1, jobicyKinds(vacancy)},
        {"jobGeo"_L1, jobicyPlaces(vacancy)},
        {"jobLevel"_L1, vacancy.experience == "noExperience"_L1 ? u"Entry level"_s : u"Any"_s},
        {"jobExcerpt"_L1, vacancy.duty},
        {"jobDescription"_L1, vacancy.description},
        {"pubDate"_L1, vacancy.published.toUTC().toString(u"yyyy-MM-dd'T'HH:mm:ss'+00:00'")},
    };
    if (vacancy.salary) { // the members are left out otherwise
        record.insert("salaryMin"_L1, payOf(vacancy, &InventedSalary::from, 12));
        record.insert("salaryMax"_L1, payOf(vacancy, &InventedSalary::to, 12));
        record.insert("salaryCurrency"_L1,
                      vacancy.salary->currency == "RUR"_L1 ? u"RUB"_s : vacancy.salary->currency);
        record.insert("salaryPeriod"_L1, u"yearly"_s);
    }
    return record;
}

HttpResponse jobicyNothing()
{
    return HttpResponse::json(
        QJsonObject{{"success"_L1, false}, {"error"_L1, u"No jobs found matching your criteria."_s}}, 404);
}

} // namespace

/// Jobicy: one answer of at most a hundred ads, an error's status when there are none.
StandIn jobicyStandIn()
{
    return {.path = u"/jobicy/remote-jobs"_s,
            .keyField = {},
            .listKey = u"jobs"_s,
            .nullable = {u"companyName"_s, u"jobIndustry"_s, u"jobType"_s, u"jobGeo"_s, u"jobLevel"_s,
                         u"jobDescription"_s, u"pubDate"_s, u"salaryMin"_s, u"salaryMax"_s,
                         u"salaryCurrency"_s, u"salaryPeriod"_s, u"url"_s},
            .page = [](const HttpRequest &request) -> std::expected<StandInPage, HttpResponse> {
                const int count = numberOf(request, u"count"_s, JobicyMost);
                if (count < 1)
                    return std::unexpected(HttpResponse::json(QJsonObject{{"error"_L1, u"count"_s}}, 400));
                return StandInPage{0, std::min(count, JobicyMost)};
            },
            .filter = [](const HttpRequest &request) { return saysAll(request.parameter(u"tag"_s)); },
            .record = jobicyRecord,
            .envelope =
                [](const StandInPage &page) {
                    return QJsonObject{{"apiVersion"_L1, 2},
                                       {"jobCount"_L1, std::min(page.total, page.count)},
                                       {"success"_L1, true}};
                },
            .nothing = jobicyNothing};
}

} // namespace linnet::practice
