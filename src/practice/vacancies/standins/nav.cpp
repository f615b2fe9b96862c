// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/http/httprequest.h"
#include "practice/vacancies/standins/standin.h"

#include <QJsonArray>
#include <QLocale>
#include <QTimeZone>

namespace linnet::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isClosed(const InventedVacancy &vacancy)
{
    constexpr int every = 10;
    return vacancy.number % every == 0;
}

QString inOslo(const QDateTime &moment)
{
    return moment.toUTC().toString(u"yyyy-MM-dd'T'HH:mm:ss.zzz'Z'");
}

/// Closed ads keep their number only.
QJsonObject navEntry(const InventedVacancy &vacancy)
{
    const bool closed = isClosed(vacancy);
    return {{"uuid"_L1, vacancy.uuid},
            {"status"_L1, closed ? u"INACTIVE"_s : u"ACTIVE"_s},
            {"title"_L1, closed ? u"..."_s : vacancy.name},
            {"businessName"_L1, closed ? QString() : vacancy.employerName()},
            {"municipal"_L1, u"TROMSØ"_s},
            {"sistEndret"_L1, inOslo(vacancy.published)}};
}

QJsonObject navRecord(const InventedVacancy &vacancy)
{
    return {{"id"_L1, vacancy.uuid},
            {"url"_L1, "/api/v1/feedentry/"_L1 + vacancy.uuid},
            {"title"_L1, vacancy.name},
            {"content_text"_L1, u"Stillingsannonse"_s},
            {"date_modified"_L1, inOslo(vacancy.published)},
            {"_feed_entry"_L1, navEntry(vacancy)}};
}

QJsonObject navContent(const InventedVacancy &vacancy)
{
    const QJsonObject place{{"country"_L1, u"NORGE"_s}, {"address"_L1, QJsonValue::Null},
                            {"city"_L1, u"TROMSØ"_s},   {"postalCode"_L1, u"9008"_s},
                            {"county"_L1, u"TROMS"_s},  {"municipal"_L1, u"TROMSØ"_s}};
    return {{"uuid"_L1, vacancy.uuid},
            {"published"_L1, inOslo(vacancy.published)},
            {"updated"_L1, inOslo(vacancy.published)},
            {"workLocations"_L1, QJsonArray{place}},
            {"contactList"_L1, QJsonArray{QJsonObject{{"name"_L1, u"Oppdiktet Anna"_s},
                                                      {"email"_L1, u"anna@practice.invalid"_s}}}},
            {"title"_L1, vacancy.name},
            {"description"_L1, vacancy.description},
            {"applicationUrl"_L1, u""_s},
            {"categoryList"_L1, QJsonArray{QJsonObject{{"categoryType"_L1, u"STYRK08"_s},
                                                       {"code"_L1, u"2512"_s},
                                                       {"name"_L1, vacancy.profession->roleName}}}},
            {"occupationCategories"_L1,
             QJsonArray{QJsonObject{{"level1"_L1, vacancy.field->specialisation}, {"level2"_L1, u""_s}}}},
            {"jobtitle"_L1, vacancy.profession->roleName},
            {"link"_L1, "https://arbeidsplassen.nav.no/stillinger/stilling/"_L1 + vacancy.uuid},
            {"employer"_L1, QJsonObject{{"name"_L1, vacancy.employerName()},
                                        {"orgnr"_L1, "91000"_L1 + vacancy.employer->id}}},
            {"engagementtype"_L1, vacancy.employment == "project"_L1 ? u"Vikariat"_s : u"Fast"_s},
            {"extent"_L1, vacancy.employment == "part"_L1 ? u"Deltid"_s : u"Heltid"_s},
            {"positioncount"_L1, QString::number(1 + vacancy.number % 3)},
            {"sector"_L1, u"Privat"_s}};
}

QJsonObject navDetails(const InventedVacancy &vacancy)
{
    QJsonObject details{{"uuid"_L1, vacancy.uuid},
                        {"sistEndret"_L1, inOslo(vacancy.published)},
                        {"status"_L1, isClosed(vacancy) ? u"INACTIVE"_s : u"ACTIVE"_s}};
    if (!isClosed(vacancy))
        details.insert("ad_content"_L1, navContent(vacancy));
    return details;
}

/// "FIRST-SECONDS" of a page that was named, else what the header says.
QStringList namedPage(const HttpRequest &request)
{
    return request.path.section(u"/feed/"_s, 1).split(u'-', Qt::SkipEmptyParts);
}

qint64 askedSince(const HttpRequest &request)
{
    if (const QStringList name = namedPage(request); name.size() == 2)
        return name[1].toLongLong();
    const QString since = QString::fromLatin1(request.header("if-modified-since"));
    QDateTime moment = QLocale::c().toDateTime(since, u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
    moment.setTimeZone(QTimeZone::utc());
    return moment.isValid() ? moment.toSecsSinceEpoch() : 0;
}

} // namespace

/// NAV: a feed that names its next page, oldest first, behind a token.
StandIn navStandIn()
{
    return {
        .path = u"/nav/feed"_s,
        .further = u"/nav/feed/{}"_s,
        .oldestFirst = true,
        .detail = u"/nav/feedentry/{}"_s,
        .keyField = "authorization",
        .listKey = u"items"_s,
        .nullable = {u"title"_s, u"date_modified"_s, u"content_text"_s, u"url"_s},
        .page = [](const HttpRequest &request) -> std::expected<StandInPage, HttpResponse> {
            const int size = numberOf(request, u"pageSize"_s, 1000);
            if (size < 1 || size > 10'000)
                return std::unexpected(HttpResponse::json(QJsonObject{{"message"_L1, u"pageSize"_s}}, 400));
            const QStringList name = namedPage(request);
            return StandInPage{name.value(0).toLongLong(), size, QString::number(askedSince(request))};
        },
        .filter =
            [](const HttpRequest &request) {
                return [since = askedSince(request)](const InventedVacancy &vacancy) {
                    return vacancy.published.toSecsSinceEpoch() >= since;
                };
            },
        .record = navRecord,
        .details = navDetails,
        .envelope =
            [](const StandInPage &page) {
                const qint64 end = page.first + page.count;
                const bool more = end < page.total;
                const QString next = u"%1-%2"_s.arg(end).arg(page.name);
                return QJsonObject{
                    {"version"_L1, u"1.0"_s},
                    {"id"_L1, u"page"_s},
                    {"next_url"_L1, more ? QJsonValue("/api/v1/feed/"_L1 + next) : QJsonValue()},
                    {"next_id"_L1, more ? QJsonValue(next) : QJsonValue()}};
            },
        .nothing =
            [] {
                HttpResponse unchanged;
                unchanged.status = 304;
                return unchanged;
            }};
}

} // namespace linnet::practice
