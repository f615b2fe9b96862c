// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/sites/practicesite.h"

#include "practice/sites/auditsite.h"
#include "practice/sites/bigsite.h"
#include "practice/sites/judge.h"
#include "practice/sites/trypages.h"

#include <QDateTime>

namespace linnet::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

QDate moscowToday()
{
    return QDateTime::currentDateTimeUtc().addSecs(3 * 3600).date();
}

HttpResponse tooManyRequests(bool retryAfter)
{
    HttpResponse response =
        HttpResponse::json(HhJson::error(u"too_many_requests"_s, {}, u"Too Many Requests"_s), 429);
    if (retryAfter)
        response.addHeader("Retry-After", "1");
    return response;
}

HttpResponse unavailable()
{
    return HttpResponse::html(u"<!DOCTYPE html><html><head><title>DDOS-GUARD</title></head>"
                              "<body><h1>503 Service Unavailable</h1></body></html>"_s,
                              503);
}

/// A gzip member (RFC 1952) whose first block is of the reserved type 3 (RFC 1951 §3.2.3).
HttpResponse brokenGzip(HttpResponse response)
{
    response.addHeader("Content-Encoding", "gzip");
    response.body = QByteArray::fromHex("1f8b080000000000000307") + response.body.left(2000);
    return response;
}

HttpResponse htmlInsteadOfJson()
{
    return HttpResponse::html(u"<!DOCTYPE html><html><head><title>…</title></head>"
                              "<body><p>One moment, please.</p></body></html>"_s);
}

/// The answer that a mishap makes of `response`, which a service has given.
HttpResponse damaged(HttpResponse response, Mishap mishap)
{
    switch (mishap) {
    case Mishap::None:
        break;
    case Mishap::TooMany:
        return tooManyRequests(true);
    case Mishap::TooManyBare:
        return tooManyRequests(false);
    case Mishap::Unavailable:
        return unavailable();
    case Mishap::Hang:
        response.delivery = Delivery::Never;
        break;
    case Mishap::RedirectToFile:
        return HttpResponse::redirect("file:///etc/passwd");
    case Mishap::BadJson:
        return htmlInsteadOfJson();
    case Mishap::Cut:
        response.delivery = Delivery::CutShort;
        break;
    case Mishap::BadGzip:
        return brokenGzip(std::move(response));
    }
    return response;
}

Catalogue::Extent extentOf(const FaultPlan &faults, const Guise &guise)
{
    Catalogue::Extent extent;
    if (faults.has("ads"_L1))
        extent.ads = faults.number("ads"_L1);
    extent.newcomers = std::max(extent.newcomers, faults.number("news"_L1));
    extent.burst = faults.number("burst"_L1);
    extent.isLater = faults.has("later"_L1);
    extent.weeks = guise.weeks;
    return extent;
}

/// A name that nobody has (RFC 2606, 2), asked for as of a proxy (RFC 9209, 2.3).
std::optional<HttpResponse> nobodyThere(const HttpRequest &request)
{
    if (!request.proxied.endsWith(".invalid"))
        return std::nullopt;
    HttpResponse response = HttpResponse::html(u"<title>502</title>"_s, 502);
    response.addHeader("Proxy-Status", request.proxied.startsWith("closed.")
                                           ? "practice; error=connection_refused"
                                           : "practice; error=dns_error");
    return response;
}

/// These leave no trace of the service's own answer, so it is not asked.
bool replacesAnswer(Mishap mishap)
{
    return mishap != Mishap::None && mishap != Mishap::Cut && mishap != Mishap::BadGzip;
}

} // namespace

PracticeSite::PracticeSite(const QList<Fault> &faults, const QString &address, const Guise &guise)
    : m_base(guise.base.isEmpty() ? address : guise.base)
    , m_faults(faults)
    , m_catalogue(guise.day.isValid() ? guise.day : moscowToday(), extentOf(m_faults, guise))
    , m_hh(m_catalogue, m_faults, m_base)
    , m_trudvsem(m_catalogue, m_faults, m_base)
    , m_superjob(m_catalogue, m_faults, m_base)
    , m_pages(m_catalogue,
              [this] {
                  m_faults.captchaPassed();
                  ++m_captchas;
              })
    , m_smallSite(m_base, guise.weeks > 1)
{
    m_hh.addRoutes(m_router);
    m_trudvsem.addRoutes(m_router);
    m_superjob.addRoutes(m_router);
    for (const StandIn &standIn : standIns())
        m_standIns.emplace_back(standIn, m_catalogue, m_faults).addRoutes(m_router);
    m_pages.addRoutes(m_router);
    TryPages::addRoutes(m_router);
    addJudgeRoutes(m_router, m_base);
}

HttpResponse PracticeSite::answer(const HttpRequest &request)
{
    if (std::optional<HttpResponse> nobody = nobodyThere(request))
        return *nobody;
    if (std::optional<HttpResponse> page = BigSite::answer(request))
        return *page;
    if (std::optional<HttpResponse> page = AuditSite::answer(request, m_base.toUtf8()))
        return *page;
    if (std::optional<HttpResponse> page = m_smallSite.answer(request))
        return *page;
    QStringList captures;
    const Route *route = m_router.find(request.path, captures);
    const bool takesForms =
        route && (route->rules.testFlag(RouteRule::Form) || route->rules.testFlag(RouteRule::Question));
    if (request.method != "GET" && request.method != "HEAD" && !takesForms) {
        HttpResponse response = HttpResponse::json(HhJson::error(u"method_not_allowed"_s, {}), 405);
        response.addHeader("Allow", "GET, HEAD");
        return response;
    }
    if (route == nullptr)
        return HttpResponse::json(HhJson::error(u"not_found"_s, {}, u"Not Found"_s), 404);
    if (!route->rules.testFlag(RouteRule::Api))
        return route->handler(request, captures);
    HttpResponse response = answerApi(request, *route, captures);
    response.delay = std::chrono::milliseconds(m_faults.number("slow"_L1));
    return response;
}

bool PracticeSite::isApi(const HttpRequest &request) const
{
    QStringList captures;
    const bool reads = request.method == "GET" || request.method == "HEAD";
    const Route *route = m_router.find(request.path, captures);
    return route != nullptr && route->rules.testFlag(RouteRule::Api) &&
           (reads || route->rules.testFlag(RouteRule::Question));
}

HttpResponse PracticeSite::answerApi(const HttpRequest &request, const Route &route,
                                     const QStringList &captures)
{
    if (std::optional<HttpResponse> refusal = m_hh.refuse(request, route.rules))
        return *refusal;
    if (route.rules.testFlag(RouteRule::Token) && m_faults.wantsCaptcha())
        return captchaRequired();
    const Mishap mishap = m_faults.next(request.target, route.rules.testFlag(RouteRule::Detail));
    if (replacesAnswer(mishap))
        return damaged({}, mishap);
    return damaged(route.handler(request, captures), mishap);
}

HttpResponse PracticeSite::captchaRequired() const
{
    const QString url = u"%1/account/captcha?state=practice-%2"_s.arg(m_base).arg(m_captchas);
    QJsonObject body = HhJson::error(u"captcha_required"_s, {u"captcha_required"_s}, u"Forbidden"_s);
    QJsonArray errors = body["errors"_L1].toArray();
    QJsonObject error = errors.first().toObject();
    error.insert("captcha_url"_L1, url);
    error.insert("fallback_url"_L1, QJsonValue::Null);
    body.insert("errors"_L1, QJsonArray{error});
    return HttpResponse::json(body, 403);
}

} // namespace linnet::practice
