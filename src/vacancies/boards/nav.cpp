// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/apiurl.h"
#include "vacancies/boards/board.h"
#include "vacancies/jsonread.h"
#include "vacancies/readtext.h"
#include "vacancies/readtime.h"
#include "vacancies/splitvalues.h"

#include <QHash>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>

namespace linnet::vacancies {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// NAV (pam-stilling-feed.nav.no): the Norwegian labour service's feed. It knows no search: it tells what
/// has changed since a moment, oldest first, each page naming the next one. An ad stands in it as often as
/// it was changed; its own address says what it is now, or that it is closed.
class Nav final : public Board
{
public:
    const SourceFacts &facts() const override;
    std::vector<Query> split(const Query &query, const QDate &today) const override;
    QStringList ignoredFields(const Query &query) const override;
    net::Request listPage(const Query &query, const QUrl &base, int page) const override;
    net::Request nextPage(const Query &query, const QUrl &base, const QString &next) const override;
    QUrl tokenTest(const QUrl &base) const override;
    QUrl adAddress(const QUrl &base, const QString &id, const QString &page) const override;
    std::optional<qint64> windowTime(const Vacancy &vacancy) const override;
    Judgement judge(const net::Response &response) const override;
    Result<ListPage> parseList(const QByteArray &body, const Query &query, const QUrl &base) const override;
    Result<Vacancy> parseDetail(const QByteArray &body, bool contacts) const override;

protected:
    QString country() const override { return u"207"_s; }
    FilterHabits habits(const Query &query) const override;
    Result<Envelope> envelope(const QByteArray &body, const Query &query) const override;
    FoundAd read(const QJsonObject &record, bool contacts) const override;
};

constexpr int NavPage = 100;

/// RFC 9110, 5.6.7.
QByteArray httpDate(const QDate &day)
{
    Query since;
    since.dateFrom = day;
    const qint64 seconds = daysOf(since).from.value_or(0);
    return QLocale::c()
        .toString(QDateTime::fromSecsSinceEpoch(seconds, QTimeZone::utc()),
                  u"ddd, dd MMM yyyy HH:mm:ss 'GMT'")
        .toLatin1();
}

/// What the list says of an ad.
void readNavEntry(const QJsonObject &entry, FoundAd &ad)
{
    Vacancy &vacancy = ad.vacancy;
    vacancy.name = json::text(entry.value("title"_L1)).simplified();
    vacancy.employer = json::text(entry.value("businessName"_L1)).simplified();
    vacancy.area = json::text(entry.value("municipal"_L1));
    vacancy.modified = timeOfText(json::text(entry.value("sistEndret"_L1)));
}

void readNavPlace(const QJsonValue &locations, Vacancy &vacancy)
{
    const QJsonObject place = locations.toArray().at(0).toObject();
    QStringList names{json::text(place.value("municipal"_L1)), json::text(place.value("county"_L1)),
                      json::text(place.value("country"_L1))};
    names.removeAll(QString());
    names.removeDuplicates();
    if (!names.isEmpty())
        vacancy.area = names.join(u", ");
    QStringList parts{json::text(place.value("address"_L1)), json::text(place.value("postalCode"_L1)),
                      json::text(place.value("city"_L1))};
    parts.removeAll(QString());
    vacancy.address = parts.isEmpty() ? QString() : parts.join(u", ");
}

void readNavContacts(const QJsonValue &list, Vacancy &vacancy)
{
    for (const QJsonValue &contact : list.toArray()) {
        if (vacancy.contactName.isNull())
            vacancy.contactName = json::textIn(contact, "name"_L1);
        vacancy.contactEmails.append(json::textIn(contact, "email"_L1));
        vacancy.contactPhones.append(json::textIn(contact, "phone"_L1));
    }
    for (QStringList *texts : {&vacancy.contactEmails, &vacancy.contactPhones}) {
        texts->removeAll(QString());
        texts->removeDuplicates();
    }
}

/// What its own address says.
void readNavContent(const QJsonObject &content, Vacancy &vacancy)
{
    vacancy.name = json::text(content.value("title"_L1)).simplified();
    vacancy.alternateUrl = json::text(content.value("link"_L1));
    vacancy.applyUrl = json::text(content.value("applicationUrl"_L1));
    vacancy.created = timeOfText(json::text(content.value("published"_L1)));
    vacancy.modified = timeOfText(json::text(content.value("updated"_L1)));
    vacancy.description = readableLines(json::text(content.value("description"_L1)));
    vacancy.employment = json::text(content.value("engagementtype"_L1));
    vacancy.schedule = json::text(content.value("extent"_L1));
    vacancy.workPlaces = json::integer(content.value("positioncount"_L1));
    const QJsonValue employer = content.value("employer"_L1);
    vacancy.employer = json::textIn(employer, "name"_L1).simplified();
    vacancy.employerId = json::textIn(employer, "orgnr"_L1);
    if (const QString role = json::text(content.value("jobtitle"_L1)); !role.isNull())
        vacancy.roles.append(role);
    for (const QJsonValue &category : content.value("categoryList"_L1).toArray()) {
        if (json::textIn(category, "categoryType"_L1) == "STYRK08"_L1)
            vacancy.roles.append(u"STYRK-08 "_s + json::textIn(category, "code"_L1));
    }
    const QJsonValue branch = content.value("occupationCategories"_L1).toArray().at(0);
    vacancy.specialisation = json::textIn(branch, "level1"_L1);
    readNavPlace(content.value("workLocations"_L1), vacancy);
}

SourceToken navToken()
{
    return {
        .variable = "LINNET_NAV_TOKEN",
        .page = QUrl(u"https://navikt.github.io/pam-stilling-feed/"_s),
        .offer = QT_TRANSLATE_NOOP("linnet::vacancies", "needs a token, which is free"),
        .why = QT_TRANSLATE_NOOP("linnet::vacancies", "NAV answers programs that show a token."),
        .who = QT_TRANSLATE_NOOP(
            "linnet::vacancies",
            "Who can get one: everybody who agrees to the terms and writes to "
            "nav.team.arbeidsplassen@nav.no. For a try NAV shows a public token at "
            "pam-stilling-feed.nav.no/api/publicToken, which it changes from time to time."),
    };
}

const SourceFacts &Nav::facts() const
{
    static const SourceFacts facts{
        .id = u"nav"_s,
        .title = QT_TRANSLATE_NOOP("linnet::vacancies", "NAV (Norway, arbeidsplassen.no)"),
        .shortTitle = QT_TRANSLATE_NOOP("linnet::vacancies", "NAV, Norway"),
        .base = QUrl(u"https://pam-stilling-feed.nav.no/api/v1"_s),
        .practicePath = {},
        .token = navToken(),
        .terms = {.link = u"https://arbeidsplassen.nav.no/vilkar-api"_s,
                  .readOn = u"2026-11-28"_s,
                  .who = QT_TRANSLATE_NOOP(
                      "linnet::vacancies",
                      "Everybody with a token who agrees to the terms; statistics and analysis are named "
                      "there. Ads that have ended may not be shown to others, and contact persons are "
                      "personal data."),
                  .pace =
                      QT_TRANSLATE_NOOP("linnet::vacancies", "No published limit; a few requests a second."),
                  .attribution = QT_TRANSLATE_NOOP("linnet::vacancies",
                                                   "Name NAV (arbeidsplassen.no) and link to the vacancy.")},
        .onRequest = true,
        .hasDetails = true,
        .reachablePages = 10'000,
        .fields = QString(u"businessName municipal sistEndret status title uuid"_s).split(u' '),
        .leastInterval = 250ms,
        .pageTime = 1s,
    };
    return facts;
}

/// Without days: all that is open now was changed within half a year; who wants some pages wants new ads.
std::vector<Query> Nav::split(const Query &query, const QDate &today) const
{
    constexpr int HalfYear = 183;
    Query single = Board::split(query, today).front();
    if (!single.dateFrom.isValid())
        single.dateFrom = today.addDays(query.pages == 0 ? -HalfYear : -1);
    return {single};
}

QStringList Nav::ignoredFields(const Query &query) const
{
    QStringList fields = Board::ignoredFields(query);
    fields.removeAll(u"contacts"_s);
    const bool isTitle = query.field == SearchField::Name || query.field == SearchField::Company;
    if (!query.text.isEmpty() && !isTitle)
        fields.append(u"field"_s);
    return fields;
}

net::Request Nav::listPage(const Query &query, const QUrl &base, int) const
{
    ApiUrl url(base, u"/feed"_s);
    url.add("pageSize"_L1, QString::number(NavPage));
    net::Request request = get(url.url());
    if (query.dateFrom.isValid())
        request.headers.emplaceBack("If-Modified-Since", httpDate(query.dateFrom));
    return request;
}

net::Request Nav::nextPage(const Query &, const QUrl &base, const QString &next) const
{
    ApiUrl url(base, u"/feed/"_s + next);
    url.add("pageSize"_L1, QString::number(NavPage));
    return get(url.url());
}

QUrl Nav::tokenTest(const QUrl &base) const
{
    ApiUrl url(base, u"/feed"_s);
    url.add("last"_L1, u"true"_s);
    return url.url();
}

QUrl Nav::adAddress(const QUrl &base, const QString &id, const QString &) const
{
    return ApiUrl(base, u"/feedentry/"_s + id).url();
}

std::optional<qint64> Nav::windowTime(const Vacancy &vacancy) const
{
    return secondsOf(vacancy.modified);
}

/// Nothing has changed since then: 304, without a body.
Judgement Nav::judge(const net::Response &response) const
{
    const bool isAd = response.url.path().contains("/feedentry/"_L1);
    if (response.status == 304 && !isAd)
        return {};
    if (response.status == 404 && isAd)
        return {Verdict::Gone, {Reason::Gone, response.status, {}}};
    return Board::judge(response);
}

/// Lists say titles and companies only.
FilterHabits Nav::habits(const Query &) const
{
    return {.currency = u"NOK"_s,
            .searchesText = false,
            .saysExperience = false,
            .saysEmployment = false,
            .saysWorkFormat = false,
            .saysPay = false};
}

Result<ListPage> Nav::parseList(const QByteArray &body, const Query &query, const QUrl &base) const
{
    Query own = query;
    if (own.field == SearchField::Description)
        own.field = SearchField::Any;
    return Board::parseList(body, own, base);
}

/// Of the entries of one ad the last holds; those that are closed are not offered.
Result<Board::Envelope> Nav::envelope(const QByteArray &body, const Query &) const
{
    Envelope answer;
    answer.page.isLast = true;
    if (body.isEmpty())
        return answer;
    const auto root = json::object(body);
    if (!root)
        return std::unexpected(root.error());
    if (!root->value("items"_L1).isArray())
        return fail(Reason::BadBody, u"\"items\" is not a list"_s);
    answer.page.next = plainId(json::text(root->value("next_id"_L1)));
    answer.page.isLast = answer.page.next.isEmpty();
    QHash<QString, QJsonObject> latest;
    QStringList order;
    for (const QJsonValue &item : root->value("items"_L1).toArray()) {
        const QJsonObject entry = item.toObject().value("_feed_entry"_L1).toObject();
        const QString id = json::text(entry.value("uuid"_L1));
        if (id.isNull() || !latest.contains(id))
            order.append(id);
        latest.insert(id, entry);
    }
    for (const QString &id : order) {
        const QJsonObject entry = latest.value(id);
        if (id.isNull() || json::text(entry.value("status"_L1)) != "INACTIVE"_L1)
            answer.records.append(entry);
    }
    return answer;
}

/// An entry of the feed, or what an ad's own address says.
FoundAd Nav::read(const QJsonObject &record, bool contacts) const
{
    FoundAd ad;
    ad.vacancy.id = plainId(json::text(record.value("uuid"_L1)));
    readNavEntry(record, ad);
    const QJsonObject content = record.value("ad_content"_L1).toObject();
    if (!content.isEmpty()) {
        readNavContent(content, ad.vacancy);
        if (contacts)
            readNavContacts(content.value("contactList"_L1), ad.vacancy);
    }
    if (ad.vacancy.alternateUrl.isNull() && !ad.vacancy.id.isEmpty())
        ad.vacancy.alternateUrl = u"https://arbeidsplassen.nav.no/stillinger/stilling/"_s + ad.vacancy.id;
    ad.day = moscowDay(ad.vacancy.modified);
    return ad;
}

Result<Vacancy> Nav::parseDetail(const QByteArray &body, bool contacts) const
{
    const auto root = json::object(body);
    if (!root)
        return std::unexpected(root.error());
    if (json::text(root->value("status"_L1)) == "INACTIVE"_L1)
        return fail(Reason::Gone);
    if (!root->value("ad_content"_L1).isObject())
        return fail(Reason::BadBody, u"no \"ad_content\""_s);
    return Board::parseDetail(body, contacts);
}

} // namespace

const VacancySource &navSource()
{
    static const Nav source;
    return source;
}

} // namespace linnet::vacancies
