// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/vacancies/standins/standinservice.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QJsonDocument>
#include <QLocale>

#include <algorithm>

namespace linnet::practice {

using namespace Qt::Literals::StringLiterals;

StandInService::StandInService(const StandIn &standIn, Catalogue &catalogue, const FaultPlan &faults)
    : m_standIn(standIn)
    , m_catalogue(catalogue)
    , m_faults(faults)
    , m_records(catalogue.everything().size())
{
}

void StandInService::addRoutes(Router &router)
{
    RouteRules rules = RouteRule::Api;
    rules.setFlag(RouteRule::Question, m_standIn.isPosted);
    router.add(m_standIn.path, rules,
               [this](const HttpRequest &request, const QStringList &) { return list(request); });
    if (!m_standIn.further.isEmpty())
        router.add(m_standIn.further, rules,
                   [this](const HttpRequest &request, const QStringList &) { return list(request); });
    if (m_standIn.detail.isEmpty())
        return;
    router.add(m_standIn.detail, RouteRule::Api | RouteRule::Detail,
               [this](const HttpRequest &, const QStringList &captures) { return single(captures.last()); });
}

const QByteArray &StandInService::record(const InventedVacancy &vacancy)
{
    QByteArray &bytes = m_records[static_cast<size_t>(vacancy.number - 1)];
    if (!bytes.isEmpty())
        return bytes;
    QJsonObject object = m_standIn.record(vacancy);
    if (m_faults.has("nulls"_L1) && !m_standIn.nullable.isEmpty()) {
        const QString &name = m_standIn.nullable[vacancy.number % m_standIn.nullable.size()];
        object.insert(name, QJsonValue::Null);
    }
    bytes = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return bytes;
}

HttpResponse StandInService::single(const QString &id)
{
    const InventedVacancy *vacancy = m_catalogue.find(id);
    if (!vacancy || vacancy->archived || m_faults.isGone(vacancy->number))
        return HttpResponse::json(QJsonObject{{"message"_L1, u"Not Found"_s}}, 404);
    return HttpResponse::json(m_standIn.details ? m_standIn.details(*vacancy) : m_standIn.record(*vacancy));
}

/// The faults "halffile" and "oldfile": its maker has written half of it, or nothing new for two days.
HttpResponse StandInService::file(const HttpRequest &request, QByteArray body) const
{
    if (m_faults.has("halffile"_L1))
        body.truncate(body.size() / 2);
    const QByteArray tag =
        '"' + QCryptographicHash::hash(body, QCryptographicHash::Sha1).toHex().left(16) + '"';
    const bool isKnown = request.header("if-none-match") == tag;
    HttpResponse answer = HttpResponse::json(isKnown ? QByteArray() : body);
    if (isKnown)
        answer.status = 304;
    const QDateTime made = QDateTime::currentDateTimeUtc().addDays(m_faults.has("oldfile"_L1) ? -2 : 0);
    answer.addHeader("ETag", tag);
    answer.addHeader("Last-Modified",
                     QLocale::c().toString(made, u"ddd, dd MMM yyyy HH:mm:ss 'GMT'").toLatin1());
    return answer;
}

HttpResponse StandInService::list(const HttpRequest &request)
{
    if (m_standIn.isPosted != (request.method == "POST"))
        return HttpResponse::json(QJsonObject{{"message"_L1, u"Method Not Allowed"_s}}, 405);
    if (!m_standIn.keyField.isEmpty() && request.header(m_standIn.keyField).isEmpty())
        return HttpResponse::json(QJsonObject{{"message"_L1, u"Unauthorized"_s}}, 401);
    auto page = m_standIn.page(request);
    if (!page)
        return std::move(page.error());
    const qint64 window =
        m_faults.has("cap"_L1) && m_standIn.window > 0 ? m_faults.number("cap"_L1) : m_standIn.window;
    if (window > 0 && page->first + page->count > window)
        return m_standIn.pastWindow();
    if (m_faults.has("news"_L1))
        m_catalogue.letNewcomerIn(m_faults.number("news"_L1));
    else if (page->first > 0 && m_faults.has("drift"_L1))
        m_catalogue.letNewcomerIn();
    const AdFilter fits = m_standIn.filter(request);
    QByteArray records;
    qint64 number = 0;
    std::vector<const InventedVacancy *> listed = m_catalogue.listed();
    if (m_standIn.oldestFirst)
        std::ranges::reverse(listed);
    for (const InventedVacancy *vacancy : listed) {
        if (!fits(*vacancy))
            continue;
        if (number >= page->first && number < page->first + page->count) {
            records += records.isEmpty() ? "" : ",";
            records += record(*vacancy);
        }
        ++number;
    }
    page->total = number;
    if (number == 0 && m_standIn.nothing)
        return m_standIn.nothing();
    if (m_standIn.answer)
        return m_standIn.answer(m_standIn.envelope(*page), '[' + records + ']');
    QByteArray body = QJsonDocument(m_standIn.envelope(*page)).toJson(QJsonDocument::Compact);
    body.chop(1);
    body += body.size() > 1 ? "," : "";
    body += '"' + m_standIn.listKey.toUtf8() + "\":[" + records + "]}";
    return m_standIn.isFile ? file(request, std::move(body)) : HttpResponse::json(body);
}

} // namespace linnet::practice
