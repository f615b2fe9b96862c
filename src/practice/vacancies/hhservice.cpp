// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/vacancies/hhservice.h"

#include "base/textfold.h"
#include "practice/vacancies/oddvalues.h"
#include "practice/vacancies/vacancyfilter.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace linnet::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int usualDepth = 2000;
constexpr int hhLargestPage = 100;
constexpr int hhUsualPage = 20;
constexpr int suggestions = 10;
constexpr QByteArrayView goodToken = "practice";

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

HttpResponse badArguments(const QStringList &names)
{
    QJsonObject body = HhJson::error(u"bad_argument"_s, names, u"Bad Request"_s);
    body.insert("bad_argument"_L1, names.first());
    return HttpResponse::json(body, 400);
}

HttpResponse tooDeep(int deepest)
{
    QJsonObject body = HhJson::error(u"bad_argument"_s, {u"page"_s, u"per_page"_s},
                                     u"you can't look up more than %1 items in the list"_s.arg(deepest));
    body.insert("bad_argument"_L1, "page, per_page"_L1);
    return HttpResponse::json(body, 400);
}

HttpResponse forbidden()
{
    HttpResponse response = HttpResponse::json(
        QJsonObject{{"errors"_L1, QJsonArray{QJsonObject{{"type"_L1, "forbidden"_L1}}}}}, 403);
    response.server = "ddos-guard";
    return response;
}

HttpResponse badToken(const QByteArray &token)
{
    if (token == "expired") {
        QJsonObject body = HhJson::error(u"oauth"_s, {u"token_expired"_s}, u"Forbidden"_s);
        body.insert("oauth_error"_L1, "token-expired"_L1);
        return HttpResponse::json(body, 403);
    }
    return HttpResponse::json(HhJson::error(u"oauth"_s, {u"bad_authorization"_s}, u"Forbidden"_s), 403);
}

/// Nothing for a request that may pass.
std::optional<HttpResponse> refuseToken(const HttpRequest &request)
{
    const QByteArray authorization = request.header("authorization");
    if (authorization.isEmpty())
        return forbidden();
    const QByteArray token =
        authorization.startsWith("Bearer ") ? authorization.mid(7).trimmed() : QByteArray();
    if (token != goodToken)
        return badToken(token);
    return {};
}

/// A count that must be a number of 0 or more; -1 when it is not.
int readCount(const HttpRequest &request, const QString &name, int missing)
{
    const QString text = request.parameter(name);
    if (text.isEmpty())
        return missing;
    bool ok = false;
    const int value = text.toInt(&ok);
    return ok && value >= 0 ? value : -1;
}

/// 304 for whoever has it already (RFC 9110, 13.1.2).
HttpResponse unlessKnown(const HttpRequest &request, const QByteArray &document)
{
    const QByteArray tag =
        '"' + QCryptographicHash::hash(document, QCryptographicHash::Md5).toHex().left(16) + '"';
    HttpResponse response = HttpResponse::json(document);
    if (request.header("if-none-match") == tag) {
        response.status = 304;
        response.body.clear();
    }
    response.addHeader("ETag", tag);
    return response;
}

} // namespace

HhService::HhService(Catalogue &catalogue, const FaultPlan &faults, const QString &base)
    : m_catalogue(catalogue)
    , m_faults(faults)
    , m_base(base)
    , m_deepest(faults.has("cap"_L1) ? faults.number("cap"_L1) : usualDepth)
    , m_json(catalogue.words(), base)
    , m_listed(catalogue.everything().size())
    , m_detailed(catalogue.everything().size())
{
    m_dictionaries = compact(catalogue.words().dictionaries);
    m_areas = QJsonDocument(m_json.areas()).toJson(QJsonDocument::Compact);
    m_roles = compact(catalogue.words().roles);
    for (size_t language = 0; language < m_industries.size(); ++language)
        m_industries[language] =
            QJsonDocument(catalogue.words().industries[language]).toJson(QJsonDocument::Compact);
}

void HhService::addRoutes(Router &router)
{
    const RouteRules open = RouteRule::Api | RouteRule::Agent;
    const RouteRules closed = open | RouteRule::Token;
    router.add(u"/vacancies"_s, closed,
               [this](const HttpRequest &request, const QStringList &) { return list(request); });
    router.add(u"/vacancies/{}"_s, closed | RouteRule::Detail,
               [this](const HttpRequest &, const QStringList &captures) { return detail(captures.first()); });
    router.add(u"/me"_s, open,
               [this](const HttpRequest &request, const QStringList &) { return me(request); });
    router.add(u"/token"_s, open | RouteRule::Form,
               [this](const HttpRequest &request, const auto &) { return grant(request); });
    router.add(u"/dictionaries"_s, open,
               [this](const auto &, const auto &) { return HttpResponse::json(m_dictionaries); });
    router.add(u"/areas"_s, open,
               [this](const HttpRequest &request, const auto &) { return unlessKnown(request, m_areas); });
    router.add(u"/professional_roles"_s, open,
               [this](const HttpRequest &request, const auto &) { return unlessKnown(request, m_roles); });
    router.add(u"/industries"_s, open, [this](const HttpRequest &request, const auto &) {
        const bool english = request.parameter(u"locale"_s) == "EN"_L1;
        return unlessKnown(request, m_industries[english ? 1 : 0]);
    });
    router.add(u"/suggests/vacancy_search_keyword"_s, open,
               [this](const HttpRequest &request, const QStringList &) { return suggestTitles(request); });
    router.add(u"/suggests/areas"_s, open,
               [this](const HttpRequest &request, const QStringList &) { return suggestAreas(request); });
    router.add(u"/suggests/companies"_s, open,
               [this](const HttpRequest &request, const QStringList &) { return suggestCompanies(request); });
    router.add(u"/suggests/{}"_s, open, [](const auto &, const auto &) {
        return HttpResponse::json(QJsonObject{{"items"_L1, QJsonArray()}});
    });
}

std::optional<HttpResponse> HhService::refuse(const HttpRequest &request, RouteRules rules) const
{
    if (rules.testFlag(RouteRule::Agent)) {
        if (std::optional<HttpResponse> response = refuseAgent(request))
            return response;
    }
    if (rules.testFlag(RouteRule::Token) && m_faults.has("token"_L1))
        return refuseToken(request);
    return {};
}

std::optional<HttpResponse> HhService::refuseAgent(const HttpRequest &request) const
{
    const auto bad = [](const QString &why) {
        return HttpResponse::json(HhJson::error(u"bad_user_agent"_s, {why}, u"Bad User-Agent header"_s), 400);
    };
    // Of the two headers only hh's own is read when both are there.
    QByteArray agent = request.header("hh-user-agent");
    if (agent.isEmpty())
        agent = request.header("user-agent");
    if (agent.isEmpty())
        return bad(u"unset"_s);
    if (!m_faults.has("ua"_L1))
        return {};
    static const QRegularExpression plain(u"^[A-Za-z][A-Za-z0-9_.-]*/[0-9]+(\\.[0-9]+)*$"_s);
    if (agent.toLower().contains("example.com") || !plain.match(QString::fromLatin1(agent)).hasMatch())
        return bad(u"blacklisted"_s);
    return {};
}

HttpResponse HhService::list(const HttpRequest &request)
{
    const auto filter =
        VacancyFilter::parse(request, m_catalogue.words(), m_catalogue.today(), !m_faults.has("nodates"_L1));
    QStringList bad = filter ? QStringList() : filter.error();
    const int page = readCount(request, u"page"_s, 0);
    const int perPage = readCount(request, u"per_page"_s, hhUsualPage);
    if (page < 0)
        bad.append(u"page"_s);
    if (perPage < 0 || perPage > hhLargestPage)
        bad.append(u"per_page"_s);
    const QString order = request.parameter(u"order_by"_s);
    if (!order.isEmpty() && m_catalogue.words().dictionaryEntry(u"vacancy_search_order"_s, order).isNull())
        bad.append(u"order_by"_s);
    if (!bad.isEmpty())
        return badArguments(bad);
    if (qint64{page} * perPage >= m_deepest)
        return tooDeep(m_deepest);

    if (m_faults.has("news"_L1))
        m_catalogue.letNewcomerIn(m_faults.number("news"_L1));
    else if (page > 0 && m_faults.has("drift"_L1))
        m_catalogue.letNewcomerIn();
    std::vector<const InventedVacancy *> found;
    for (const InventedVacancy *vacancy : m_catalogue.listed()) {
        if (filter->matches(*vacancy, m_catalogue.words()))
            found.push_back(vacancy);
    }
    sort(found, order);
    return listPage(request, found, page, perPage);
}

/// By time they are already.
void HhService::sort(std::vector<const InventedVacancy *> &found, const QString &order) const
{
    if (!order.startsWith("salary_"_L1))
        return;
    const bool descending = order == "salary_desc"_L1;
    std::stable_sort(found.begin(), found.end(),
                     [this, descending](const InventedVacancy *a, const InventedVacancy *b) {
                         const std::optional<double> left = a->highestPay(m_catalogue.words());
                         const std::optional<double> right = b->highestPay(m_catalogue.words());
                         // Those without a salary come last either way.
                         if (!left || !right)
                             return left.has_value() && !right.has_value();
                         return descending ? *left > *right : *left < *right;
                     });
}

HttpResponse HhService::listPage(const HttpRequest &request,
                                 const std::vector<const InventedVacancy *> &found, int page, int perPage)
{
    const int total = static_cast<int>(found.size());
    const int pages = perPage == 0 ? 0 : qMin((total + perPage - 1) / perPage, m_deepest / perPage);
    const QString site = m_base + "/?"_L1 + request.query.toString(QUrl::FullyEncoded);
    const QJsonObject rest{{"found"_L1, total},
                           {"pages"_L1, pages},
                           {"page"_L1, page},
                           {"per_page"_L1, perPage},
                           {"clusters"_L1, QJsonValue::Null},
                           {"arguments"_L1, QJsonValue::Null},
                           {"fixes"_L1, QJsonValue::Null},
                           {"suggests"_L1, QJsonValue::Null},
                           {"alternate_url"_L1, site}};
    QByteArray body = "{\"items\":[";
    body.reserve(perPage * 3500);
    const qint64 first = qint64{page} * perPage;
    const qint64 end = qMin(qint64{total}, first + perPage);
    for (qint64 i = first; i < end; ++i) {
        body += listed(*found[static_cast<size_t>(i)]);
        body += i + 1 < end ? "," : "";
    }
    body += "]," + compact(rest).mid(1);
    return HttpResponse::json(body);
}

const QByteArray &HhService::listed(const InventedVacancy &vacancy)
{
    QByteArray &bytes = m_listed[static_cast<size_t>(vacancy.number - 1)];
    if (bytes.isEmpty()) {
        const QJsonObject object = m_json.listed(vacancy);
        bytes = compact(m_faults.has("nulls"_L1) ? spoilHh(object, vacancy.number) : object);
    }
    return bytes;
}

const QByteArray &HhService::detailed(const InventedVacancy &vacancy)
{
    QByteArray &bytes = m_detailed[static_cast<size_t>(vacancy.number - 1)];
    if (bytes.isEmpty()) {
        const QJsonObject object = m_json.detailed(vacancy);
        bytes = compact(m_faults.has("nulls"_L1) ? spoilHh(object, vacancy.number) : object);
    }
    return bytes;
}

HttpResponse HhService::detail(const QString &id)
{
    const InventedVacancy *vacancy = m_catalogue.find(id);
    if (vacancy == nullptr || m_faults.isGone(vacancy->number))
        return HttpResponse::json(HhJson::error(u"not_found"_s, {}, u"Not Found"_s), 404);
    return HttpResponse::json(detailed(*vacancy));
}

/// A token for whoever knows the word "practice"; like hh.ru only some minutes after the last one.
HttpResponse HhService::grant(const HttpRequest &request)
{
    constexpr qint64 RestMs = 5 * 60 * 1000;
    const auto refused = [](const QString &why) {
        return HttpResponse::json(QJsonObject{{"error"_L1, "forbidden"_L1}, {"error_description"_L1, why}},
                                  403);
    };
    const QUrlQuery form(QString::fromLatin1(request.body));
    if (request.method != "POST" || form.queryItemValue(u"grant_type"_s) != "client_credentials"_L1)
        return refused(u"unsupported grant type"_s);
    for (const QString &name : {u"client_id"_s, u"client_secret"_s}) {
        if (form.queryItemValue(name, QUrl::FullyDecoded) != QLatin1StringView(goodToken))
            return refused(u"client_id or client_secret not found"_s);
    }
    if (m_granted.isValid() && !m_granted.hasExpired(RestMs))
        return refused(u"app token refresh too early"_s);
    m_granted.start();
    return HttpResponse::json(
        QJsonObject{{"access_token"_L1, QLatin1StringView(goodToken)}, {"token_type"_L1, "bearer"_L1}});
}

HttpResponse HhService::me(const HttpRequest &request) const
{
    if (std::optional<HttpResponse> response = refuseToken(request))
        return *response;
    return HttpResponse::json(QJsonObject{{"auth_type"_L1, "application"_L1},
                                          {"is_applicant"_L1, false},
                                          {"is_employer"_L1, false},
                                          {"is_admin"_L1, false},
                                          {"is_application"_L1, true},
                                          {"id"_L1, QJsonValue::Null},
                                          {"email"_L1, QJsonValue::Null}});
}

HttpResponse HhService::suggestTitles(const HttpRequest &request) const
{
    const QString text = foldText(request.parameter(u"text"_s).trimmed());
    QJsonArray items;
    for (const Profession &profession : m_catalogue.words().professions) {
        for (const QStringList &titles : profession.titles) {
            for (const QString &title : titles) {
                if (text.size() >= 2 && items.size() < suggestions && containsFolded(title, text))
                    items.append(QJsonObject{{"text"_L1, title}});
            }
        }
    }
    return HttpResponse::json(QJsonObject{{"items"_L1, items}});
}

HttpResponse HhService::suggestAreas(const HttpRequest &request) const
{
    const QString text = foldText(request.parameter(u"text"_s).trimmed());
    QJsonArray items;
    for (const City &city : m_catalogue.words().cities) {
        if (text.size() >= 2 && items.size() < suggestions && containsFolded(city.name, text)) {
            items.append(QJsonObject{
                {"id"_L1, city.id}, {"text"_L1, city.name}, {"url"_L1, m_base + "/areas/"_L1 + city.id}});
        }
    }
    return HttpResponse::json(QJsonObject{{"items"_L1, items}});
}

HttpResponse HhService::suggestCompanies(const HttpRequest &request) const
{
    const QString text = foldText(request.parameter(u"text"_s).trimmed());
    QJsonArray items;
    for (const Employer &employer : m_catalogue.words().employers) {
        if (text.size() >= 2 && items.size() < suggestions && containsFolded(employer.name, text)) {
            items.append(QJsonObject{{"id"_L1, employer.id},
                                     {"text"_L1, employer.name},
                                     {"url"_L1, m_base + "/employers/"_L1 + employer.id},
                                     {"logo_urls"_L1, QJsonValue::Null}});
        }
    }
    return HttpResponse::json(QJsonObject{{"items"_L1, items}});
}

} // namespace linnet::practice
