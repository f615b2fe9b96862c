// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/vacancies/superjobservice.h"

#include "base/textfold.h"
#include "practice/vacancies/searchtext.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace linnet::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int superjobLargestPage = 100;
constexpr int superjobUsualPage = 20;
constexpr qint64 superjobUsualWindow = 500;

HttpResponse error(int status, const QString &type, const QString &message)
{
    QJsonObject error{{"code"_L1, status}, {"message"_L1, message}};
    if (!type.isNull())
        error.insert("error"_L1, type);
    return HttpResponse::json(QJsonObject{{"error"_L1, error}}, status);
}

int townOf(const City &city)
{
    constexpr int others = 100'000;
    if (city.name == u"Москва")
        return 4;
    return city.name == u"Санкт-Петербург" ? 14 : others + city.id.toInt();
}

QJsonObject entry(int id, const QString &title)
{
    return {{"id"_L1, id}, {"title"_L1, title}};
}

QJsonObject experience(const InventedVacancy &vacancy)
{
    // The case of dictionary labels varies.
    const bool low = vacancy.number % 2 == 0;
    if (vacancy.experience == "between1And3"_L1)
        return entry(2, low ? u"от 1 года"_s : u"От 1 года"_s);
    if (vacancy.experience == "between3And6"_L1)
        return entry(3, low ? u"от 3 лет"_s : u"От 3 лет"_s);
    if (vacancy.experience == "moreThan6"_L1)
        return entry(4, u"От 6 лет"_s);
    return entry(1, u"Без опыта"_s);
}

QString kindOfWork(const InventedVacancy &vacancy)
{
    if (vacancy.schedule == "shift"_L1)
        return u"Сменный график работы"_s;
    if (vacancy.schedule == "flyInFlyOut"_L1)
        return u"Вахтовый метод"_s;
    if (vacancy.employment == "part"_L1)
        return vacancy.schedule == "remote"_L1 ? u"Неполная дистанционная занятость"_s
                                               : u"Частичная занятость"_s;
    return vacancy.employment == "project"_L1 ? u"Временная работа"_s : u"Полный рабочий день"_s;
}

/// Pay is for a month; what is not, is a matter of agreement.
void addPay(QJsonObject &object, const InventedVacancy &vacancy)
{
    const bool monthly =
        vacancy.salary && vacancy.salary->mode != "HOUR"_L1 && vacancy.salary->mode != "SHIFT"_L1;
    const bool roubles = !monthly || vacancy.salary->currency == "RUR"_L1;
    object.insert("payment_from"_L1, monthly ? vacancy.salary->from.value_or(0) : 0);
    object.insert("payment_to"_L1, monthly ? vacancy.salary->to.value_or(0) : 0);
    object.insert("currency"_L1, roubles ? u"rub"_s : vacancy.salary->currency.toLower());
    object.insert("agreement"_L1, !monthly);
}

void addEmployer(QJsonObject &object, const InventedVacancy &vacancy)
{
    object.insert("anonymous"_L1, vacancy.anonymous);
    object.insert("firm_name"_L1, vacancy.employerName().toHtmlEscaped());
    object.insert("id_client"_L1, vacancy.anonymous ? 0 : vacancy.employer->id.toInt());
    if (vacancy.anonymous)
        object.insert("client"_L1, vacancy.number % 2 == 0 ? QJsonValue() : QJsonArray());
    else
        object.insert("client"_L1, entry(vacancy.employer->id.toInt(), vacancy.employer->name));
}

QJsonObject superjobVacancy(const InventedVacancy &vacancy, const QString &base)
{
    QJsonArray skills;
    for (const QString &skill : vacancy.skills)
        skills.append(QJsonObject{{"title"_L1, skill}});
    const QJsonObject position = entry(vacancy.profession->role.toInt(), vacancy.profession->roleName);
    QJsonObject branch = entry(33, vacancy.field->specialisation);
    branch.insert("positions"_L1, QJsonArray{position});
    QJsonObject object{
        {"id"_L1, vacancy.id.toInt()},
        {"profession"_L1, vacancy.name.toHtmlEscaped()},
        {"link"_L1, base + "/vacancy/"_L1 + vacancy.id},
        {"town"_L1, entry(townOf(*vacancy.city), vacancy.city->name)},
        {"candidat"_L1, vacancy.need},
        {"vacancyRichText"_L1, vacancy.description},
        {"work"_L1, QJsonValue::Null},
        {"date_published"_L1, vacancy.published.toSecsSinceEpoch()},
        {"date_pub_to"_L1, vacancy.published.addDays(30).toSecsSinceEpoch()},
        {"is_archive"_L1, vacancy.archived},
        {"is_closed"_L1, false},
        {"type_of_work"_L1, entry(6, kindOfWork(vacancy))},
        {"place_of_work"_L1, entry(0, u"Не имеет значения"_s)},
        {"education"_L1, entry(0, u"не имеет значения"_s)},
        {"experience"_L1, experience(vacancy)},
        {"catalogues"_L1, QJsonArray{branch}},
        {"metro"_L1, QJsonArray()},
        {"professionalSkills"_L1, skills},
        {"phone"_L1, u"+7(000) 000-00-00"_s},
        {"contact"_L1, u"Выдуманная Анна Петровна"_s},
    };
    addPay(object, vacancy);
    addEmployer(object, vacancy);
    if (vacancy.address && vacancy.address->lat) {
        object.insert("latitude"_L1, *vacancy.address->lat);
        object.insert("longitude"_L1, *vacancy.address->lng);
    }
    return object;
}

/// The values of a parameter whose name may be encoded, as its brackets mostly are.
QStringList valuesOf(const HttpRequest &request, QLatin1StringView name)
{
    QStringList values;
    for (const auto &[key, value] : request.query.queryItems(QUrl::FullyEncoded)) {
        if (QUrl::fromPercentEncoding(key.toLatin1()) == name)
            values.append(QUrl::fromPercentEncoding(value.toLatin1()));
    }
    return values;
}

/// All words, in the title (1), the company's name (2) or anywhere.
bool says(const InventedVacancy &vacancy, const QStringList &words, const QString &where)
{
    return std::ranges::all_of(words, [&](const QString &word) {
        if (where == "1"_L1)
            return containsWord(vacancy.foldedName, word);
        if (where == "2"_L1)
            return containsWord(vacancy.foldedCompany, word);
        return containsWord(vacancy.foldedName, word) || containsWord(vacancy.foldedText, word);
    });
}

} // namespace

SuperjobService::SuperjobService(Catalogue &catalogue, const FaultPlan &faults, const QString &base)
    : m_catalogue(catalogue)
    , m_faults(faults)
    , m_base(base)
    , m_records(catalogue.everything().size())
{
}

void SuperjobService::addRoutes(Router &router)
{
    router.add(u"/superjob/vacancies"_s, RouteRule::Api,
               [this](const HttpRequest &request, const QStringList &) { return list(request); });
    router.add(u"/superjob/vacancies/{}"_s, RouteRule::Api,
               [this](const HttpRequest &request, const QStringList &captures) {
                   const InventedVacancy *vacancy = m_catalogue.find(captures.first());
                   if (request.header("x-api-app-id").isEmpty())
                       return error(403, u"app_key_required"_s, u"Необходимо передать ключ приложения"_s);
                   return vacancy ? HttpResponse::json(record(*vacancy)) : error(404, {}, u"Not Found"_s);
               });
}

const QByteArray &SuperjobService::record(const InventedVacancy &vacancy)
{
    QByteArray &bytes = m_records[static_cast<size_t>(vacancy.number - 1)];
    if (bytes.isEmpty())
        bytes = QJsonDocument(superjobVacancy(vacancy, m_base)).toJson(QJsonDocument::Compact);
    return bytes;
}

HttpResponse SuperjobService::list(const HttpRequest &request)
{
    if (!request.path.endsWith(u'/'))
        return HttpResponse::redirect(QByteArray(request.target).replace("/vacancies", "/vacancies/"));
    if (request.header("x-api-app-id").isEmpty())
        return error(403, u"app_key_required"_s, u"Необходимо передать ключ приложения"_s);
    const auto number = [&request](const QString &name, int missing) {
        const QString text = request.parameter(name);
        bool ok = true;
        const int value = text.isEmpty() ? missing : text.toInt(&ok);
        return ok ? value : -1;
    };
    const int page = number(u"page"_s, 0);
    const int count = std::min(number(u"count"_s, superjobUsualPage), superjobLargestPage);
    const qint64 window = m_faults.has("cap"_L1) ? m_faults.number("cap"_L1) : superjobUsualWindow;
    if (page < 0 || count < 1 || (qint64{page} + 1) * count > std::max<qint64>(window, count))
        return error(400, {}, u"page, count"_s);
    if (m_faults.has("news"_L1))
        m_catalogue.letNewcomerIn(m_faults.number("news"_L1));
    const auto found = find(request);
    const auto total = qint64(found.size());
    const qint64 first = qint64{page} * count;
    QByteArray records;
    for (qint64 i = first; i < std::min(total, first + count); ++i) {
        records += i > first ? "," : "";
        records += record(*found[static_cast<size_t>(i)]);
    }
    const bool more = first + count < std::min(total, window);
    return HttpResponse::json("{\"objects\":[" + records + "],\"total\":" + QByteArray::number(total) +
                              ",\"more\":" + (more ? "true" : "false") +
                              ",\"subscription_id\":0,\"subscription_active\":false}");
}

std::vector<const InventedVacancy *> SuperjobService::find(const HttpRequest &request) const
{
    QString words = request.parameter(u"keyword"_s);
    QString where;
    if (const QStringList keys = valuesOf(request, "keywords[0][keys]"_L1); !keys.isEmpty()) {
        words = keys.first();
        where = valuesOf(request, "keywords[0][srws]"_L1).value(0);
    }
    const QStringList needles = foldText(words).split(u' ', Qt::SkipEmptyParts);
    const QStringList towns = valuesOf(request, "t[]"_L1);
    const qint64 from = request.parameter(u"date_published_from"_s).toLongLong();
    const qint64 to = request.parameter(u"date_published_to"_s).toLongLong();
    const int pay = request.parameter(u"payment_from"_s).toInt();
    const bool named = request.parameter(u"no_agreement"_s) == "1"_L1;
    std::vector<const InventedVacancy *> found;
    for (const InventedVacancy *vacancy : m_catalogue.listed()) {
        const qint64 published = vacancy->published.toSecsSinceEpoch();
        const bool time = published >= from && (to == 0 || published <= to);
        const bool place = towns.isEmpty() || towns.contains(QString::number(townOf(*vacancy->city)));
        const auto amount = vacancy->highestPay(m_catalogue.words());
        const bool paid = amount ? *amount >= pay : !named;
        if (time && place && paid && says(*vacancy, needles, where))
            found.push_back(vacancy);
    }
    return found;
}

} // namespace linnet::practice
