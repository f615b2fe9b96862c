// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/vacancies/trudvsemservice.h"

#include "base/textfold.h"
#include "practice/vacancies/oddvalues.h"
#include "practice/vacancies/searchtext.h"
#include "practice/vacancies/trudvsemjson.h"

#include <QJsonDocument>
#include <QTimeZone>

#include <algorithm>

namespace linnet::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int trudvsemLargestPage = 100;
constexpr int trudvsemUsualPage = 10;
/// Records that can be reached by paging.
constexpr qint64 trudvsemUsualWindow = 10'000;

HttpResponse softError(const QString &text)
{
    return HttpResponse::json(QJsonObject{{"status"_L1, "500"_L1},
                                          {"request"_L1, QJsonObject{{"api"_L1, "v1"_L1}}},
                                          {"meta"_L1, QJsonObject{{"error"_L1, text}}},
                                          {"results"_L1, QJsonObject()}});
}

HttpResponse hardError()
{
    return HttpResponse::html(
        u"<!DOCTYPE html><html><head><title>500</title></head><body><h1>Internal Server Error</h1></body></html>"_s,
        500);
}

/// Two or thirteen digits; the subject's two digits come back, empty for anything else.
QString subjectOf(const QString &code)
{
    bool ok = false;
    code.toLongLong(&ok);
    return ok && (code.size() == 2 || code.size() == 13) ? code.left(2) : QString();
}

/// Only the full form with a zone is understood; an invalid time for anything else.
QDateTime fullTime(const QString &text)
{
    const bool zoned = text.size() > 19 && (text.endsWith(u'Z') || text.indexOf(u'+', 19) > 0);
    return zoned ? QDateTime::fromString(text, Qt::ISODate) : QDateTime();
}

} // namespace

TrudvsemService::TrudvsemService(Catalogue &catalogue, const FaultPlan &faults, const QString &base)
    : m_catalogue(catalogue)
    , m_faults(faults)
    , m_base(base)
    , m_records(catalogue.everything().size())
{
}

const QByteArray &TrudvsemService::record(const InventedVacancy &vacancy)
{
    QByteArray &bytes = m_records[static_cast<size_t>(vacancy.number - 1)];
    if (bytes.isEmpty()) {
        QJsonObject object = trudvsemVacancy(vacancy, m_catalogue.words(), m_base);
        if (m_faults.has("nulls"_L1))
            object = spoilTrudvsem(object, vacancy.number);
        bytes = QJsonDocument(QJsonObject{{"vacancy"_L1, object}}).toJson(QJsonDocument::Compact);
    }
    return bytes;
}

void TrudvsemService::addRoutes(Router &router)
{
    router.add(u"/api/v1/vacancies"_s, RouteRule::Api,
               [this](const HttpRequest &request, const QStringList &) {
                   return list(request, request.parameter(u"region_code"_s));
               });
    router.add(u"/api/v1/vacancies/region/{}"_s, RouteRule::Api,
               [this](const HttpRequest &request, const QStringList &captures) {
                   return list(request, captures.first());
               });
    router.add(u"/api/v1/vacancies/vacancy/{}/{}"_s, RouteRule::Api,
               [this](const HttpRequest &, const QStringList &captures) { return single(captures.last()); });
}

/// What is closed it does not have any more, and says so as an empty answer.
HttpResponse TrudvsemService::single(const QString &id)
{
    const InventedVacancy *vacancy = m_catalogue.find(id);
    const bool isThere = vacancy && !vacancy->archived && !m_faults.isGone(vacancy->number);
    return HttpResponse::json("{\"status\":\"200\",\"request\":{\"api\":\"v1\"},\"meta\":{\"total\":" +
                              QByteArray(isThere ? "1" : "0") + ",\"limit\":100},\"results\":{" +
                              (isThere ? "\"vacancies\":[" + record(*vacancy) + ']' : QByteArray()) + "}}");
}

HttpResponse TrudvsemService::list(const HttpRequest &request, const QString &region)
{
    bool offsetOk = true;
    bool limitOk = true;
    const QString offsetText = request.parameter(u"offset"_s);
    const QString limitText = request.parameter(u"limit"_s);
    const int offset = offsetText.isEmpty() ? 0 : offsetText.toInt(&offsetOk);
    int limit = limitText.isEmpty() ? trudvsemUsualPage : limitText.toInt(&limitOk);
    if (!offsetOk || !limitOk || offset < 0 || limit < 0)
        return softError(u"offset, limit"_s);
    limit = qMin(limit, trudvsemLargestPage);
    const qint64 window = m_faults.has("cap"_L1) ? m_faults.number("cap"_L1) : trudvsemUsualWindow;
    if ((qint64{offset} + 1) * limit > window)
        return hardError();
    const QString fromText = request.parameter(u"modifiedFrom"_s);
    const QString toText = request.parameter(u"modifiedTo"_s);
    const QDateTime from = fullTime(fromText);
    const QDateTime to = fullTime(toText);
    if ((!fromText.isEmpty() && !from.isValid()) || (!toText.isEmpty() && !to.isValid()))
        return hardError();

    if (m_faults.has("news"_L1))
        m_catalogue.letNewcomerIn(m_faults.number("news"_L1));
    else if (offset > 0 && m_faults.has("drift"_L1))
        m_catalogue.letNewcomerIn();
    const auto found = find(request.parameter(u"text"_s), region, from, to);
    const int total = static_cast<int>(found.size());
    QByteArray records;
    const qint64 first = qint64{offset} * limit;
    for (qint64 i = first; i < qMin(qint64{total}, first + limit); ++i) {
        records += i > first ? "," : "";
        records += record(*found[static_cast<size_t>(i)]);
    }
    // Some answers have had the number as a string.
    const bool odd = m_faults.has("nulls"_L1) && offset % 2 == 1;
    const QByteArray totalText = odd ? '"' + QByteArray::number(total) + '"' : QByteArray::number(total);
    return HttpResponse::json("{\"status\":\"200\",\"request\":{\"api\":\"v1\"},\"meta\":{\"total\":" +
                              totalText + ",\"limit\":" + QByteArray::number(limit) + "},\"results\":{" +
                              (records.isEmpty() ? QByteArray() : "\"vacancies\":[" + records + ']') + "}}");
}

std::vector<const InventedVacancy *> TrudvsemService::find(const QString &text, const QString &region,
                                                           const QDateTime &from, const QDateTime &to) const
{
    const QStringList words = foldText(text).split(u' ', Qt::SkipEmptyParts);
    const QString subject = subjectOf(region);
    std::vector<const InventedVacancy *> found;
    for (const InventedVacancy *vacancy : m_catalogue.listed()) {
        const bool place = region.isEmpty() || vacancy->city->subject == subject;
        const bool time =
            (!from.isValid() || vacancy->published >= from) && (!to.isValid() || vacancy->published <= to);
        // One word of several is enough.
        const bool said =
            words.isEmpty() || std::any_of(words.begin(), words.end(), [vacancy](const QString &word) {
                return containsWord(vacancy->foldedName, word) || containsWord(vacancy->foldedText, word);
            });
        if (place && time && said)
            found.push_back(vacancy);
    }
    return found;
}

} // namespace linnet::practice
