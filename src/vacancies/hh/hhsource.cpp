// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/hh/hhsource.h"

#include "vacancies/apiurl.h"
#include "vacancies/hh/hhaddress.h"
#include "vacancies/hh/hhdictionary.h"
#include "vacancies/hh/hhjudge.h"
#include "vacancies/hh/hhrecord.h"
#include "vacancies/hh/hhtext.h"
#include "vacancies/jsonread.h"
#include "vacancies/salarylimit.h"
#include "vacancies/splitvalues.h"
#include "vacancies/textmatch.h"

#include <QCoreApplication>

#include <algorithm>

namespace linnet::vacancies {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int PerPage = 100;
constexpr int DeepestPage = 20; // page * per_page may not pass 2,000
const QString Russia = u"113"_s;

net::Request request(const QUrl &url)
{
    net::Request result;
    result.url = url;
    return result;
}

QUrl detailUrl(const QUrl &base, const QString &id, const QString &site)
{
    ApiUrl url(base, u"/vacancies/"_s + id);
    if (!site.isEmpty())
        url.add("host"_L1, site);
    return url.url();
}

net::Request suggestion(const QUrl &base, const QString &path, const QString &typed)
{
    constexpr qsizetype Fewest = 2; // what it answers to
    if (typed.trimmed().size() < Fewest)
        return {};
    ApiUrl url(base, path);
    url.add("text"_L1, typed.trimmed());
    return request(url.url());
}

void addWindow(ApiUrl &url, const TimeWindow &window)
{
    if (window.from)
        url.add("date_from"_L1, moscowText(*window.from));
    if (window.to)
        url.add("date_to"_L1, moscowText(*window.to));
}

// The newer codes only: both generations of filters together would leave out what carries one of them.
void addFilters(ApiUrl &url, const Query &query)
{
    url.add("area"_L1, query.areas.isEmpty() ? QStringList{Russia} : query.areas);
    url.add("experience"_L1, query.experience);
    url.add("employment_form"_L1, query.employment);
    url.add("work_format"_L1, query.workFormat);
    url.add("professional_role"_L1, query.roles);
    url.add("industry"_L1, query.industries);
    url.add("employer_id"_L1, query.employers);
    if (query.salary) {
        url.add("salary"_L1, QString::number(*query.salary));
        if (!query.currency.isEmpty())
            url.add("currency"_L1, currencyCode(query.currency));
    }
    if (query.onlyWithSalary) {
        url.add("only_with_salary"_L1, u"true"_s);
        url.add("label"_L1, u"with_salary"_s); // its successor
    }
    if (!query.window.isOpen()) {
        addWindow(url, query.window);
        return;
    }
    if (query.period > 0)
        url.add("period"_L1, QString::number(query.period));
    if (query.dateFrom.isValid())
        url.add("date_from"_L1, query.dateFrom.toString(Qt::ISODate));
    if (query.dateTo.isValid()) // a bare date could mean its first moment; people mean the whole day
        url.add("date_to"_L1, query.dateTo.toString(Qt::ISODate) + u"T23:59:59+0300"_s);
}

SourceToken hhToken()
{
    return {
        .variable = "LINNET_HH_TOKEN",
        .page = QUrl(u"https://dev.hh.ru/admin"_s),
        .offer = QT_TRANSLATE_NOOP("linnet::vacancies", "needs an access token, given mainly to employers"),
        .why = QT_TRANSLATE_NOOP("linnet::vacancies", "hh.ru has refused anonymous searches since 2025. It "
                                                      "answers programs that show an access token."),
        .who = QT_TRANSLATE_NOOP("linnet::vacancies",
                                 "Who can get one: registered applications, mainly of employers. Register at "
                                 "dev.hh.ru; the review takes up to 15 working days and may end with a "
                                 "refusal. The token of the application is then shown there."),
        .grantRest = 5min, // sooner it answers "app token refresh too early"
    };
}

SourceTerms hhTerms()
{
    return {
        .link = u"https://dev.hh.ru/admin/developer_agreement"_s,
        .readOn = u"2026-11-21"_s,
        .who = QT_TRANSLATE_NOOP(
            "linnet::vacancies",
            "Registered applications with a token of their own; hh.ru gives tokens mainly to "
            "employers, after a review of up to 15 working days. Meant for searches by "
            "profession, not for copying the whole base."),
        .pace = QT_TRANSLATE_NOOP(
            "linnet::vacancies",
            "No published limit; a few requests a second. After a refusal or a captcha stop and wait."),
        .attribution = QT_TRANSLATE_NOOP(
            "linnet::vacancies",
            "Name hh.ru and link to the vacancy. Its name and logo may not be used as one's own."),
    };
}

/// What hh.ru may match more loosely than asked, and what a listing's record lets one check.
class StrictHhQuery
{
public:
    explicit StrictHhQuery(const Query &query)
        : m_query(query)
    {
        for (const QString &words : query.exclude)
            m_excluded.emplace_back(words);
    }

    /// Empty when the vacancy passes.
    QLatin1StringView leftOutBy(const Vacancy &vacancy, bool salaryPerMonth) const
    {
        if (const auto rule = salaryRule(vacancy, m_query, u"RUR"_s, salaryPerMonth ? 1 : 0); !rule.isEmpty())
            return rule;
        if (!inDates(vacancy))
            return "date"_L1;
        if (!m_query.employers.isEmpty() && !vacancy.employerId.isEmpty() &&
            !m_query.employers.contains(vacancy.employerId))
            return "employer"_L1;
        return excluded(vacancy) ? "exclude"_L1 : QLatin1StringView();
    }

private:
    bool inDates(const Vacancy &vacancy) const
    {
        const QDate day = QDate::fromString(vacancy.created.left(10), Qt::ISODate);
        return !day.isValid() || ((!m_query.dateFrom.isValid() || day >= m_query.dateFrom) &&
                                  (!m_query.dateTo.isValid() || day <= m_query.dateTo));
    }
    bool excluded(const Vacancy &vacancy) const
    {
        if (m_query.field == SearchField::Description)
            return false; // the listing does not hold it
        const QString &text = m_query.field == SearchField::Company ? vacancy.employer : vacancy.name;
        return std::any_of(m_excluded.begin(), m_excluded.end(),
                           [&](const TextMatch &words) { return !words.isEmpty() && words.matches(text); });
    }

    const Query &m_query;
    std::vector<TextMatch> m_excluded;
};

} // namespace

const SourceFacts &HhSource::facts() const
{
    static const SourceFacts facts{
        .id = u"hh"_s,
        .title = QT_TRANSLATE_NOOP("linnet::vacancies", "HeadHunter (hh.ru)"),
        .shortTitle = QT_TRANSLATE_NOOP("linnet::vacancies", "hh.ru"),
        .base = QUrl(u"https://api.hh.ru"_s),
        .practicePath = u""_s,
        .token = hhToken(),
        .terms = hhTerms(),
        .sites = hhSites(),
        .dictionaries = {Dictionary::Kind::HhAreas, Dictionary::Kind::HhRoles,
                         Dictionary::Kind::HhIndustries},
        .hasDetails = true,
        .reachablePages = DeepestPage,
        .fields = QString(u"address alternate_url apply_alternate_url archived area employer "
                          "employment_form experience has_test id name professional_roles published_at "
                          "salary_range schedule snippet work_format"_s)
                      .split(u' '),
        .splitKeys = {SplitKey::Dates, SplitKey::Regions, SplitKey::Roles, SplitKey::Experience},
        .splitStep = 5min, // it rounds to that
        .pageTime = 10ms,
    };
    return facts;
}

Result<void> HhSource::checkRegions(const QStringList &regions) const
{
    constexpr int LongestId = 8;
    for (const QString &region : regions) {
        if (region.size() > LongestId)
            return fail(Reason::BadValue,
                        u"area: hh.ru has no region \"%1\"; its numbers are short, such as 1 for "
                        "Moscow"_s.arg(region));
    }
    return {};
}

std::optional<Query> HhSource::queryAt(const QUrl &address) const
{
    return hhQueryAt(address);
}

/// Only the subjects of Russia are bundled whole.
QStringList HhSource::splitValues(const Query &query, SplitKey key) const
{
    if (key != SplitKey::Regions || query.areas.size() > 1)
        return VacancySource::splitValues(query, key);
    if (!query.areas.isEmpty() && query.areas.constFirst() != Russia)
        return {};
    QStringList ids;
    for (const DictionaryNode *subject : regions().children(Russia))
        ids.append(subject->id);
    return ids;
}

net::Request HhSource::listPage(const Query &query, const QUrl &base, int page) const
{
    ApiUrl url(base, u"/vacancies"_s);
    if (const QString text = hhText(query.text, query.field); !text.isNull())
        url.add("text"_L1, text);
    if (!query.exclude.isEmpty())
        url.add("excluded_text"_L1, query.exclude.join(u','));
    addFilters(url, query);
    if (!query.site.isEmpty())
        url.add("host"_L1, query.site);
    url.add("no_magic"_L1, u"true"_s); // else a city or a number in the text silently becomes a filter
    url.add("per_page"_L1, QString::number(PerPage));
    url.add("page"_L1, QString::number(page));
    return request(url.url());
}

net::Request HhSource::detail(const QUrl &url) const
{
    return request(url);
}

QUrl HhSource::adAddress(const QUrl &base, const QString &id, const QString &) const
{
    return detailUrl(base, id, {});
}

QUrl HhSource::tokenTest(const QUrl &base) const
{
    return ApiUrl(base, u"/me"_s).url();
}

net::Request HhSource::suggest(const QString &typed, const QUrl &base) const
{
    return suggestion(base, u"/suggests/vacancy_search_keyword"_s, typed);
}

QStringList HhSource::suggestions(const net::Response &response) const
{
    const auto answer = json::object(response.body);
    QStringList texts;
    for (const QJsonValue &item : answer ? answer->value("items"_L1).toArray() : QJsonArray()) {
        if (const QString text = json::textIn(item, "text"_L1); !text.isEmpty() && !texts.contains(text))
            texts.append(text);
    }
    return texts;
}

net::Request HhSource::suggestEmployers(const QString &typed, const QUrl &base) const
{
    return suggestion(base, u"/suggests/companies"_s, typed);
}

QList<KnownEmployer> HhSource::employers(const net::Response &response) const
{
    const auto answer = json::object(response.body);
    QList<KnownEmployer> found;
    for (const QJsonValue &item : answer ? answer->value("items"_L1).toArray() : QJsonArray()) {
        const KnownEmployer employer{json::textIn(item, "id"_L1), json::textIn(item, "text"_L1).simplified()};
        Query usable;
        usable.employers = {employer.id};
        if (!employer.name.isEmpty() && usable.validate() && !found.contains(employer))
            found.append(employer);
    }
    return found;
}

net::Request HhSource::dictionary(Dictionary::Kind kind, DictionaryLanguage language, const QUrl &base) const
{
    const QString path = kind == Dictionary::Kind::HhAreas   ? u"/areas"_s
                         : kind == Dictionary::Kind::HhRoles ? u"/professional_roles"_s
                                                             : u"/industries"_s;
    ApiUrl url(base, path);
    url.add("locale"_L1, language == DictionaryLanguage::Russian ? u"RU"_s : u"EN"_s);
    return request(url.url());
}

Result<Dictionary> HhSource::parseDictionary(Dictionary::Kind kind, const QByteArray &body) const
{
    return readHhDictionary(kind, body);
}

net::Request HhSource::tokenGrant(const QString &clientId, const QString &secret, const QUrl &base) const
{
    const auto value = [](const QString &text) { return QUrl::toPercentEncoding(text.trimmed()); };
    net::Request request;
    request.url = ApiUrl(base, u"/token"_s).url();
    request.method = net::Method::Post;
    request.form =
        "grant_type=client_credentials&client_id=" + value(clientId) + "&client_secret=" + value(secret);
    request.retries = 0;
    return request;
}

Result<QByteArray> HhSource::grantedToken(const net::Response &response) const
{
    const auto answer = json::object(response.body);
    const QByteArray token = answer ? json::text(answer->value("access_token"_L1)).toLatin1() : QByteArray();
    if (response.status == 200 && !token.isEmpty())
        return token;
    if (!answer)
        return fail(Reason::BadBody, answer.error().detail, response.status);
    const QString why = json::text(answer->value("error_description"_L1));
    return fail(Reason::AuthRequired, why.isNull() ? json::text(answer->value("error"_L1)) : why,
                response.status);
}

Judgement HhSource::judge(const net::Response &response) const
{
    return judgeHh(response);
}

Result<QJsonArray> HhSource::records(const QByteArray &body, const Query &) const
{
    const auto root = json::object(body);
    if (!root)
        return std::unexpected(root.error());
    return root->value("items"_L1).toArray();
}

Result<ListPage> HhSource::parseList(const QByteArray &body, const Query &query, const QUrl &base) const
{
    const auto root = json::object(body);
    if (!root)
        return std::unexpected(root.error());
    const QJsonValue items = root->value("items"_L1);
    if (!items.isArray())
        return fail(Reason::BadBody, u"\"items\" is not a list"_s);

    ListPage page;
    page.found = std::max<qint64>(json::integer(root->value("found"_L1)).value_or(-1), -1);
    if (const auto size = json::integer(root->value("per_page"_L1)); size && *size > 0 && *size <= PerPage)
        page.perPage = int(*size);
    // Never from "found": that counts far more than can be reached.
    if (const auto pages = json::integer(root->value("pages"_L1)); pages && *pages >= 0)
        page.pages = int(
            std::min<qint64>(*pages, DeepestPage * PerPage / (page.perPage > 0 ? page.perPage : PerPage)));
    const StrictHhQuery strict(query);
    int number = 0;
    for (const QJsonValue &value : items.toArray()) {
        ++number;
        const QJsonObject item = value.toObject();
        Vacancy vacancy = readHhRecord(item);
        if (vacancy.id.isNull()) {
            ++page.unreadable;
            page.notes.append(u"item %1: no usable id"_s.arg(number));
            continue;
        }
        vacancy.description = hhSnippet(item);
        if (query.contacts)
            readHhContacts(item, vacancy);
        vacancy.state = u"listed"_s;
        if (const auto rule = strict.leftOutBy(vacancy, hhSalaryPerMonth(item)); !rule.isEmpty()) {
            page.leftOut.push_back({std::move(vacancy), rule});
            continue;
        }
        page.details.push_back(detailUrl(base, vacancy.id, query.site));
        page.vacancies.push_back(std::move(vacancy));
    }
    return page;
}

Result<Vacancy> HhSource::parseDetail(const QByteArray &body, bool contacts) const
{
    const auto item = json::object(body);
    if (!item)
        return std::unexpected(item.error());
    Vacancy vacancy = readHhDetails(*item);
    if (contacts)
        readHhContacts(*item, vacancy);
    if (vacancy.id.isNull())
        return fail(Reason::BadBody, u"no usable \"id\""_s);
    return vacancy;
}

} // namespace linnet::vacancies
