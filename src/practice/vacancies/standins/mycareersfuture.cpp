// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/http/httprequest.h"
#include "practice/vacancies/standins/standin.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace linnet::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int SingaporeLargest = 100;
constexpr int SingaporeWindow = 10'000;

QJsonArray listOf(const QString &key, const QStringList &values)
{
    QJsonArray list;
    for (const QString &value : values)
        list.append(QJsonObject{{key, value}});
    return list;
}

QString singaporeKind(const InventedVacancy &vacancy)
{
    if (vacancy.employment == "part"_L1)
        return u"Part Time"_s;
    return vacancy.employment == "project"_L1 ? u"Contract"_s : u"Full Time"_s;
}

int yearsOf(const InventedVacancy &vacancy)
{
    if (vacancy.experience == "between1And3"_L1)
        return 1;
    if (vacancy.experience == "between3And6"_L1)
        return 3;
    return vacancy.experience == "moreThan6"_L1 ? 6 : 0;
}

/// Pay is for a month; its members are there even when nothing is named.
QJsonObject singaporePay(const InventedVacancy &vacancy)
{
    return {{"minimum"_L1, payOf(vacancy, &InventedSalary::from, 1)},
            {"maximum"_L1, payOf(vacancy, &InventedSalary::to, 1)},
            {"type"_L1, QJsonObject{{"id"_L1, 4}, {"salaryType"_L1, u"Monthly"_s}}}};
}

QJsonObject singaporeRecord(const InventedVacancy &vacancy)
{
    const QString day = vacancy.published.toUTC().toString(u"yyyy-MM-dd");
    return {
        {"uuid"_L1, vacancy.id},
        {"title"_L1, vacancy.name},
        {"ssocCode"_L1, u"25121"_s},
        {"metadata"_L1,
         QJsonObject{{"jobPostId"_L1, "MCF-2026-"_L1 + vacancy.id},
                     {"newPostingDate"_L1, day},
                     {"originalPostingDate"_L1, day},
                     {"jobDetailsUrl"_L1, "https://www.mycareersfuture.gov.sg/job/ad-"_L1 + vacancy.id}}},
        {"postedCompany"_L1,
         QJsonObject{{"name"_L1, vacancy.employerName()}, {"uen"_L1, "20260"_L1 + vacancy.employer->id}}},
        {"hiringCompany"_L1, QJsonValue::Null},
        {"salary"_L1, singaporePay(vacancy)},
        {"address"_L1,
         QJsonObject{{"block"_L1, QJsonValue::Null},
                     {"street"_L1, vacancy.address ? QJsonValue(vacancy.address->street) : QJsonValue()},
                     {"districts"_L1, listOf(u"location"_s, {u"Orchard"_s})}}},
        {"employmentTypes"_L1, listOf(u"employmentType"_s, {singaporeKind(vacancy)})},
        {"positionLevels"_L1, listOf(u"position"_s, {u"Executive"_s})},
        {"categories"_L1, listOf(u"category"_s, {vacancy.profession->roleName})},
        {"minimumYearsExperience"_L1, yearsOf(vacancy)},
        {"numberOfVacancies"_L1, 1 + vacancy.number % 4},
        {"flexibleWorkArrangements"_L1, QJsonArray()},
    };
}

/// Descriptions and skills stand at the ad's own address.
QJsonObject singaporeDetails(const InventedVacancy &vacancy)
{
    QJsonObject record = singaporeRecord(vacancy);
    record.insert("description"_L1, vacancy.description);
    record.insert("skills"_L1, listOf(u"skill"_s, vacancy.skills));
    return record;
}

} // namespace

/// MyCareersFuture: asked by POST, the page in the address and the words in the body.
StandIn myCareersFutureStandIn()
{
    return {.path = u"/mycareersfuture/search"_s,
            .detail = u"/mycareersfuture/jobs/{}"_s,
            .isPosted = true,
            .keyField = {},
            .listKey = u"results"_s,
            .nullable = {u"title"_s, u"metadata"_s, u"postedCompany"_s, u"salary"_s, u"address"_s,
                         u"employmentTypes"_s, u"positionLevels"_s, u"categories"_s,
                         u"minimumYearsExperience"_s, u"numberOfVacancies"_s, u"flexibleWorkArrangements"_s,
                         u"ssocCode"_s},
            .window = SingaporeWindow,
            .page = [](const HttpRequest &request) -> std::expected<StandInPage, HttpResponse> {
                const int page = numberOf(request, u"page"_s, 0);
                const int limit = numberOf(request, u"limit"_s, 20);
                const bool isQuestion = QJsonDocument::fromJson(request.body).isObject() &&
                                        request.header("content-type").startsWith("application/json");
                if (page < 0 || limit < 1 || limit > SingaporeLargest || !isQuestion)
                    return std::unexpected(
                        HttpResponse::json(QJsonObject{{"message"_L1, u"Bad Request"_s}}, 400));
                return StandInPage{qint64(page) * limit, limit};
            },
            .filter =
                [](const HttpRequest &request) {
                    const QJsonObject question = QJsonDocument::fromJson(request.body).object();
                    return saysAll(question.value("search"_L1).toString());
                },
            .record = singaporeRecord,
            .details = singaporeDetails,
            .envelope =
                [](const StandInPage &page) {
                    return QJsonObject{{"total"_L1, page.total}, {"countWithoutFilters"_L1, page.total}};
                },
            .pastWindow =
                [] {
                    return HttpResponse::json(QJsonObject{{"message"_L1, u"Bad Request"_s}}, 400);
                }};
}

} // namespace linnet::practice
