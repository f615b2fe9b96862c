// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/apiurl.h"
#include "vacancies/boards/board.h"
#include "vacancies/boards/companyrecords.h"
#include "vacancies/jsonread.h"

#include <QJsonDocument>
#include <QUrlQuery>

#include <algorithm>

namespace linnet::vacancies {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// The boards on which companies publish their own vacancies, at several services: who searches names the
/// companies. Each is a listing of its own, which has all ads of the company; they are searched here.
class CompanyBoards final : public Board
{
public:
    const SourceFacts &facts() const override;
    QStringList ownEmployers(const QStringList &employers) const override;
    Result<void> check(const Query &query) const override;
    std::optional<Query> queryAt(const QUrl &address) const override;
    std::vector<Query> split(const Query &query, const QDate &today) const override;
    QStringList ignoredFields(const Query &query) const override;
    QStringList knownFields(const Query &query) const override;
    net::Request listPage(const Query &query, const QUrl &base, int page) const override;
    QUrl adAddress(const QUrl &base, const QString &id, const QString &page) const override;
    Judgement judge(const net::Response &response) const override;

protected:
    FilterHabits habits(const Query &query) const override;
    bool asksDetails(const Query &query) const override;
    Result<Envelope> envelope(const QByteArray &body, const Query &query) const override;
    FoundAd read(const QJsonObject &record, bool contacts) const override;
    QString refusal(const QByteArray &body) const override;
};

/// A member that envelope() puts into each record.
constexpr auto OfCompany = "linnet:company"_L1;
constexpr auto WithDetails = "smartrecruiters"_L1;

/// A company at a service: "greenhouse:stripe".
struct Company
{
    const BoardService *service = nullptr; ///< null: there is no such service
    QString name;

    explicit Company(const QString &id)
        : name(id.section(u':', 1))
    {
        const QString asked = id.section(u':', 0, 0);
        const auto known = std::ranges::find(boardServices(), asked, &BoardService::id);
        service = known == boardServices().end() ? nullptr : &*known;
    }
};

QString serviceNames()
{
    QStringList names;
    for (const BoardService &service : boardServices())
        names.append(service.id);
    return names.join(u", ");
}

/// Names become parts of addresses, some of host names.
bool isName(const QString &name)
{
    constexpr qsizetype Longest = 63;
    const auto usable = [](QChar c) {
        return c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'-' || c == u'_' || c == u'.');
    };
    return !name.isEmpty() && name.size() <= Longest && !name.startsWith(u'.') &&
           std::ranges::all_of(name, usable);
}

/// The company in an address that begins with the pattern; null = it does not.
QString companyAt(const QUrl &address, const QString &pattern)
{
    const qsizetype at = pattern.indexOf("{}"_L1);
    const QString rest = address.host().toLower() + address.path();
    if (!rest.startsWith(pattern.left(at)))
        return {};
    const QString behind = pattern.sliced(at + 2);
    QString name = rest.sliced(at);
    if (!behind.isEmpty()) { // a host of its own
        if (!address.host().toLower().endsWith(behind))
            return {};
        name = address.host().toLower().chopped(behind.size());
        return isName(name) && !name.contains(u'.') && name != "www"_L1 && name != "apply"_L1 ? name
                                                                                              : QString();
    }
    name = name.section(u'/', 0, 0);
    if (name == "embed"_L1) // a board within the pages of the company
        name = QUrlQuery(address).queryItemValue(u"for"_s);
    return isName(name) ? name : QString();
}

const SourceFacts &CompanyBoards::facts() const
{
    static const SourceFacts facts{
        .id = u"boards"_s,
        .title = QT_TRANSLATE_NOOP("linnet::vacancies", "Boards of companies (Greenhouse, Lever, Ashby, …)"),
        .shortTitle = QT_TRANSLATE_NOOP("linnet::vacancies", "Boards of companies"),
        .base = QUrl(u"https://boards-api.greenhouse.io"_s),
        .practicePath = {},
        .token = std::nullopt,
        .terms = {.link = u"https://developers.greenhouse.io/job-board.html"_s,
                  .readOn = u"2026-11-28"_s,
                  .who = QT_TRANSLATE_NOOP(
                      "linnet::vacancies",
                      "Everybody, without an account: companies publish their vacancies there to be shown "
                      "elsewhere, too. Greenhouse, Lever, Ashby, SmartRecruiters, Recruitee, Workable and "
                      "Personio are asked, each only for the companies that you name."),
                  .pace = QT_TRANSLATE_NOOP("linnet::vacancies", "One request a second to each service."),
                  .attribution = QT_TRANSLATE_NOOP("linnet::vacancies",
                                                   "The ads are the companies' own: link to the vacancy.")},
        .onRequest = true,
        .hasDetails = true,
        .reachablePages = 100,
        .leastInterval = 1s,
        .pageTime = 1s,
    };
    return facts;
}

QStringList CompanyBoards::ownEmployers(const QStringList &employers) const
{
    QStringList own = employers;
    own.removeIf([](const QString &employer) { return !employer.contains(u':'); });
    own.removeDuplicates();
    return own;
}

Result<void> CompanyBoards::check(const Query &query) const
{
    if (query.employers.isEmpty())
        return fail(Reason::BadValue,
                    u"employer: boards of companies want companies, such as greenhouse:NAME"_s);
    for (const QString &id : query.employers) {
        const Company company(id);
        if (!company.service || !isName(company.name))
            return fail(Reason::BadValue, u"employer: SERVICE:COMPANY with a service of %1, not \"%2\""_s.arg(
                                              serviceNames(), id));
    }
    return {};
}

/// A page of a company's board, or the short name itself.
std::optional<Query> CompanyBoards::queryAt(const QUrl &address) const
{
    Query query;
    if (const QString typed = address.toString(); Company(typed).service) {
        query.employers = {typed};
        return check(query) ? std::optional(query) : std::nullopt;
    }
    for (const BoardService &service : boardServices()) {
        for (const QString &pattern : QString(service.pages).split(u' ')) {
            const QString name = companyAt(address, pattern);
            if (name.isNull())
                continue;
            query.employers = {service.id + u':' + name};
            return query;
        }
    }
    return {};
}

std::vector<Query> CompanyBoards::split(const Query &query, const QDate &today) const
{
    std::vector<Query> parts;
    for (const Query &whole : Board::split(query, today)) {
        for (const QString &company : query.employers) {
            parts.push_back(whole);
            parts.back().employers = {company};
        }
    }
    return parts;
}

QStringList CompanyBoards::ignoredFields(const Query &query) const
{
    QStringList fields = Board::ignoredFields(query);
    fields.removeAll(u"employers"_s);
    return fields;
}

QStringList CompanyBoards::knownFields(const Query &query) const
{
    const Company company(query.employers.value(0));
    return company.service ? QString(company.service->fields).split(u' ') : QStringList();
}

/// Whoever asks another server in their place finds each service below a folder of its name.
net::Request CompanyBoards::listPage(const Query &query, const QUrl &base, int page) const
{
    const Company company(query.employers.value(0));
    if (!company.service)
        return get(base);
    QUrl own(QString(company.service->api).replace("{}"_L1, company.name));
    const bool isOther = base != defaultBase();
    if (isOther) {
        const bool hasOwnHost = QString(company.service->api).section(u'/', 2, 2).contains("{}"_L1);
        const QString folder = u'/' + company.service->id + (hasOwnHost ? u'/' + company.name : QString());
        const QString parameters = own.query();
        own = ApiUrl(base, folder + own.path()).url();
        own.setQuery(parameters.isEmpty() ? QString() : parameters);
    }
    QUrlQuery asked(own);
    if (company.service->perPage > 0) {
        const bool isLever = company.service->list.isEmpty();
        asked.addQueryItem(u"limit"_s, QString::number(company.service->perPage));
        asked.addQueryItem(isLever ? u"skip"_s : u"offset"_s,
                           QString::number(page * company.service->perPage));
    }
    if (!asked.isEmpty())
        own.setQuery(asked);
    return get(own);
}

QUrl CompanyBoards::adAddress(const QUrl &base, const QString &id, const QString &) const
{
    const QStringList parts = id.split(u'/');
    if (parts.size() != 3 || parts.first() != WithDetails || !isName(parts[1]) || !isName(parts[2]))
        return {};
    Query query;
    query.employers = {parts[0] + u':' + parts[1]};
    QUrl url = listPage(query, base, 0).url;
    url.setPath(url.path() + u'/' + parts[2]);
    url.setQuery(QString());
    return url;
}

/// A board that does not exist; those of Ashby and SmartRecruiters are empty instead.
Judgement CompanyBoards::judge(const net::Response &response) const
{
    const bool isAd = response.url.path().section(u'/', -2, -2) == "postings"_L1 &&
                      response.url.path().contains("/companies/"_L1);
    if (response.status == 404 && isAd)
        return {Verdict::Gone, {Reason::Gone, response.status, {}}};
    if (response.status == 404)
        return {Verdict::Failed, {Reason::HttpStatus, response.status, u"there is no such board"_s}};
    return Board::judge(response);
}

FilterHabits CompanyBoards::habits(const Query &) const
{
    return {.currency = u"USD"_s, .searchesText = false};
}

/// Only one service tells in its lists less than it has.
bool CompanyBoards::asksDetails(const Query &query) const
{
    const Company company(query.employers.value(0));
    return company.service && company.service->id == WithDetails;
}

Result<Board::Envelope> CompanyBoards::envelope(const QByteArray &body, const Query &query) const
{
    const QString id = query.employers.value(0);
    const Company company(id);
    if (!company.service)
        return fail(Reason::BadBody, u"no company"_s);
    Envelope answer;
    QJsonArray records;
    QString employer;
    if (company.service->id.startsWith("personio"_L1)) {
        auto positions = personioRecords(body);
        if (!positions)
            return std::unexpected(positions.error());
        records = std::move(*positions);
    } else if (const auto list = QJsonDocument::fromJson(body);
               company.service->list.isEmpty() && list.isArray()) {
        records = list.array();
    } else {
        const auto root = json::object(body);
        if (!root)
            return std::unexpected(root.error());
        if (!root->value(company.service->list).isArray())
            return fail(Reason::BadBody, u"\"%1\" is not a list"_s.arg(company.service->list));
        records = root->value(company.service->list).toArray();
        employer = json::text(root->value("name"_L1));
        answer.page.found = json::integer(root->value("totalFound"_L1)).value_or(-1);
    }
    if (records.isEmpty() && (company.service->id == "ashby"_L1 || company.service->id == WithDetails))
        answer.page.notes.append(
            u"%1: no ads; a board that does not exist is answered in the same way"_s.arg(id));
    const int perPage = company.service->perPage;
    answer.page.isLast = perPage == 0 || records.size() < perPage;
    if (perPage == 0) {
        answer.page.found = records.size();
        answer.page.pages = 1;
    } else if (answer.page.found >= 0) {
        answer.page.pages = pagesFor(answer.page.found, perPage);
    }
    for (const QJsonValue &value : records) {
        QJsonObject record = value.toObject();
        record.insert(OfCompany, id);
        if (!employer.isNull() && !record.contains("company"_L1))
            record.insert("company"_L1, employer);
        answer.records.append(record);
    }
    return answer;
}

/// What an ad's own address says names its company itself.
FoundAd CompanyBoards::read(const QJsonObject &record, bool) const
{
    FoundAd ad;
    QString id = json::text(record.value(OfCompany));
    if (const QString own = json::textIn(record.value("company"_L1), "identifier"_L1);
        !own.isNull() && (id.isNull() || Company(id).service->id == WithDetails))
        id = WithDetails + u':' + own;
    const Company company(id);
    if (!company.service)
        return ad;
    company.service->read(record, ad);
    if (ad.vacancy.employer.isEmpty())
        ad.vacancy.employer = json::text(record.value("company"_L1));
    if (ad.vacancy.employer.isEmpty())
        ad.vacancy.employer = company.name;
    ad.vacancy.employerId = id;
    if (!ad.vacancy.id.isEmpty())
        ad.vacancy.id = company.service->id + u'/' + company.name + u'/' + ad.vacancy.id;
    ad.subject = ad.vacancy.roles.join(u'\n');
    return ad;
}

QString CompanyBoards::refusal(const QByteArray &body) const
{
    const QString said = Board::refusal(body);
    return said.isEmpty() ? json::text(QJsonDocument::fromJson(body).object().value("errors"_L1)) : said;
}

} // namespace

const VacancySource &companyBoardsSource()
{
    static const CompanyBoards source;
    return source;
}

} // namespace linnet::vacancies
