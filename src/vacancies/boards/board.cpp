// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/boards/board.h"

#include "vacancies/countries.h"
#include "vacancies/jsonread.h"
#include "vacancies/readtime.h"
#include "vacancies/textmatch.h"

#include <QJsonDocument>
#include <QLocale>
#include <QMutex>

#include <algorithm>
#include <map>
#include <memory>

namespace linnet::vacancies {

using namespace Qt::Literals::StringLiterals;

const Dictionary &Board::regions() const
{
    if (country().isNull())
        return VacancySource::regions();
    static QMutex mutex;
    static std::map<QLatin1StringView, std::unique_ptr<const Dictionary>> lists;
    const QMutexLocker lock(&mutex);
    auto &list = lists[regionList()];
    if (!list)
        list = std::make_unique<const Dictionary>(regionList().isEmpty() ? Dictionary()
                                                                         : Dictionary::load(regionList()));
    return *list;
}

std::optional<QStringList> Board::toSource(const QStringList &areas) const
{
    return country().isNull() ? toCountries(areas) : toWholeOf(country(), areas);
}

QStringList Board::fromSource(const QStringList &regions) const
{
    if (country().isNull())
        return regions;
    return regions.isEmpty() ? QStringList() : QStringList{country()};
}

Result<void> Board::checkRegions(const QStringList &regions) const
{
    for (const QString &region : regions) {
        const bool isWorld = country().isNull();
        if (isWorld ? countryOf(region) == region : this->regions().byId(region) != nullptr)
            continue;
        QString hint =
            isWorld ? u"it knows countries, by the numbers of hh.ru, such as 85 for the United States"_s
                    : u"leave --area out for its whole country"_s;
        if (const QString own = countryOf(region); isWorld && !own.isNull())
            hint = u"it knows countries only; that of %1 is %2"_s.arg(this->regions().name(region, QLocale()),
                                                                      own);
        else if (const auto named = this->regions().find(region); !isWorld && !named.empty())
            hint = u"the number of %1 is %2"_s.arg(named.front()->name(QLocale()), named.front()->id);
        return fail(Reason::BadValue, u"area: %1 has no region \"%2\"; %3"_s.arg(id(), region, hint));
    }
    return {};
}

std::vector<Query> Board::split(const Query &query, const QDate &today) const
{
    Query single = query;
    if (query.period > 0) {
        single.dateFrom = today.addDays(-query.period);
        single.period = 0;
    }
    if (!habits(query).searchesText)
        return {single};
    std::vector<Query> parts;
    const std::vector<QStringList> branches = TextMatch(query.text).branches();
    for (const QStringList &words : branches) {
        single.ask = branches.size() > 1 ? words.join(u' ') : QString();
        parts.push_back(single);
    }
    return parts;
}

QStringList Board::splitValues(const Query &query, SplitKey key) const
{
    if (key != SplitKey::Regions)
        return {};
    if (!query.areas.isEmpty())
        return query.areas;
    QStringList ids;
    for (const DictionaryNode &region : regions().nodes())
        ids.append(region.id);
    return country().isNull() ? QStringList() : ids;
}

QStringList Board::ignoredFields(const Query &query) const
{
    const FilterHabits habits = this->habits(query);
    QStringList fields = setRefinements(query);
    if (query.contacts)
        fields.append(u"contacts"_s);
    if (!query.experience.isEmpty() && !habits.saysExperience)
        fields.append(u"experience"_s);
    if (!query.employment.isEmpty() && !habits.saysEmployment)
        fields.append(u"employment"_s);
    if (!query.workFormat.isEmpty() && !habits.saysWorkFormat)
        fields.append(u"workFormat"_s);
    const bool isOwnCurrency =
        query.currency.isEmpty() || currencyCode(query.currency) == currencyCode(habits.currency);
    if (query.salary && (!habits.saysPay || !isOwnCurrency))
        fields.append(u"salary"_s);
    return fields;
}

net::Request Board::detail(const QUrl &url) const
{
    return get(url);
}

QUrl Board::tokenTest(const QUrl &) const
{
    return {};
}

/// Where nobody needs a key, a refusal is about this request, and other sources of the search go on.
Judgement Board::judge(const net::Response &response) const
{
    const int status = response.status;
    if (status >= 200 && status < 300)
        return {};
    const QString said = refusal(response.body);
    switch (status) {
    case 400:
    case 414:
    case 422:
        return {Verdict::Failed, {Reason::BadRequest, status, said}};
    case 401:
    case 402:
    case 403:
        if (needsToken())
            return {Verdict::StopAll, {Reason::AuthRequired, status, said}};
        break;
    case 410:
        return {Verdict::Gone, {Reason::Gone, status, {}}};
    default:
        break;
    }
    return {Verdict::Failed, {Reason::HttpStatus, status, said}};
}

Result<ListPage> Board::parseList(const QByteArray &body, const Query &query, const QUrl &base) const
{
    auto answer = envelope(body, query);
    if (!answer)
        return std::unexpected(answer.error());
    const bool hasDetails = asksDetails(query);
    const QString state = hasDetails ? u"listed"_s : u"complete"_s;
    takeAds(answer->page, answer->records, LocalFilter(query, habits(query)),
            [&](const QJsonObject &record) { return readWhole(record, query.contacts, state); });
    if (hasDetails) {
        for (const Vacancy &vacancy : answer->page.vacancies)
            answer->page.details.push_back(adAddress(base, vacancy.id, vacancy.alternateUrl));
    }
    return std::move(answer->page);
}

Result<QJsonArray> Board::records(const QByteArray &body, const Query &query) const
{
    auto answer = envelope(body, query);
    if (!answer)
        return std::unexpected(answer.error());
    return std::move(answer->records);
}

Result<Vacancy> Board::parseDetail(const QByteArray &body, bool contacts) const
{
    const auto record = json::object(body);
    if (!record)
        return std::unexpected(record.error());
    FoundAd ad = readWhole(*record, contacts, u"complete"_s);
    if (ad.vacancy.id.isNull())
        return fail(Reason::BadBody, u"no usable id"_s);
    return std::move(ad.vacancy);
}

QString Board::refusal(const QByteArray &body) const
{
    const auto root = json::object(body);
    if (!root)
        return {};
    for (const QLatin1StringView key : {"message"_L1, "error"_L1, "title"_L1, "detail"_L1}) {
        if (const QString text = json::text(root->value(key)); !text.isEmpty())
            return text.left(300);
    }
    return {};
}

QString Board::plainId(const QString &id)
{
    const bool isPlain = std::ranges::all_of(
        id, [](QChar c) { return c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'-'); });
    return isPlain ? id : QString();
}

net::Request Board::get(const QUrl &url)
{
    net::Request request;
    request.url = url;
    return request;
}

net::Request Board::ask(const QUrl &url, const QJsonObject &question)
{
    net::Request request = get(url);
    request.method = net::Method::Post;
    request.question = QJsonDocument(question).toJson(QJsonDocument::Compact);
    return request;
}

QString Board::askedWords(const Query &query)
{
    return query.ask.isNull() ? TextMatch(query.text).words().join(u' ') : query.ask;
}

int Board::pagesFor(qint64 found, int perPage)
{
    constexpr qint64 Most = 10'000;
    return int(std::min((found + perPage - 1) / perPage, Most));
}

/// Ids become parts of keys.
FoundAd Board::readWhole(const QJsonObject &record, bool contacts, const QString &state) const
{
    constexpr qsizetype LongestId = 200;
    FoundAd ad = read(record, contacts);
    ad.vacancy.source = id();
    if (ad.vacancy.id.isEmpty() || ad.vacancy.id.size() > LongestId)
        ad.vacancy.id = QString();
    ad.vacancy.state = state;
    if (!ad.day.isValid())
        ad.day = moscowDay(ad.vacancy.created);
    return ad;
}

} // namespace linnet::vacancies
