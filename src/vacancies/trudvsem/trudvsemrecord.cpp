// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/trudvsem/trudvsemrecord.h"

#include "base/textfold.h"
#include "vacancies/jsonread.h"
#include "vacancies/readtext.h"

#include <QRegularExpression>

#include <algorithm>

namespace linnet::vacancies {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Headings are in the language of the texts, so that a file does not depend on who made it.
QString description(const QJsonObject &record)
{
    const std::pair<QLatin1StringView, QString> sections[] = {{"duty"_L1, u"Обязанности:"_s},
                                                              {"requirements"_L1, u"Требования:"_s}};
    QStringList parts;
    for (const auto &[key, heading] : sections) {
        if (const QString text = readableLines(json::text(record.value(key))); !text.isEmpty())
            parts.append(heading + u'\n' + text);
    }
    return parts.isEmpty() ? QString() : parts.join(u'\n');
}

QString currency(const QJsonValue &value)
{
    const QString code = json::text(value);
    const bool roubles = code.isEmpty() || containsFolded(code, u"руб") || code == "RUB"_L1;
    return roubles ? u"RUR"_s : code;
}

void readSalary(const QJsonObject &record, Vacancy &vacancy)
{
    const auto amount = [&record](QLatin1StringView key) {
        const auto number = json::number(record.value(key));
        return number && *number > 0 ? number : std::nullopt;
    };
    vacancy.salaryFrom = amount("salary_min"_L1);
    vacancy.salaryTo = amount("salary_max"_L1);
    if (!vacancy.salaryFrom && !vacancy.salaryTo) {
        static const QRegularExpression from(u"^\\s*от\\s+(\\d{1,12})\\s*$"_s);
        const auto match = from.match(json::text(record.value("salary"_L1)));
        if (const double number = match.captured(1).toDouble(); number > 0)
            vacancy.salaryFrom = number;
    }
    if (vacancy.salaryFrom == vacancy.salaryTo)
        vacancy.salaryTo.reset();
    if (vacancy.salaryFrom || vacancy.salaryTo)
        vacancy.currency = currency(record.value("currency"_L1));
}

/// A number, or text such as "от 0".
std::optional<int> yearsOf(const QJsonValue &value)
{
    if (const auto number = json::integer(value))
        return *number >= 0 && *number <= 80 ? std::optional(int(*number)) : std::nullopt;
    static const QRegularExpression digits(u"^\\D*(\\d{1,2})\\D*$"_s);
    const auto match = digits.match(json::text(value));
    return match.hasMatch() ? std::optional(match.captured(1).toInt()) : std::nullopt;
}

/// In the source's own manner of speaking, "от 3 лет".
QString experience(int years)
{
    if (years == 0)
        return u"без опыта"_s;
    const bool singular = years % 10 == 1 && years % 100 != 11;
    return singular ? u"от %1 года"_s.arg(years) : u"от %1 лет"_s.arg(years);
}

QStringList skills(const QJsonValue &value)
{
    QStringList result = json::names(value);
    result.removeDuplicates();
    return result;
}

void readAddress(const QJsonObject &record, Vacancy &vacancy)
{
    const QJsonValue list = record.value("addresses"_L1).toObject().value("address"_L1);
    const QJsonObject first = list.isArray() ? list.toArray().at(0).toObject() : list.toObject();
    vacancy.address = json::text(first.value("location"_L1));
    const auto lat = json::number(first.value("lat"_L1));
    const auto lng = json::number(first.value("lng"_L1));
    // 0, 0 is the source's "unknown", in the sea off Africa.
    if (!lat || !lng || std::abs(*lat) > 90 || std::abs(*lng) > 180 || (*lat == 0 && *lng == 0))
        return;
    vacancy.lat = lat;
    vacancy.lng = lng;
}

void readCompany(const QJsonObject &record, Vacancy &vacancy)
{
    const QJsonObject company = record.value("company"_L1).toObject();
    vacancy.employer = plainText(json::text(company.value("name"_L1)));
    for (const QLatin1StringView key : {"companycode"_L1, "ogrn"_L1, "inn"_L1}) {
        if (vacancy.employerId.isNull())
            vacancy.employerId = json::text(company.value(key));
    }
    vacancy.employerInn = json::text(company.value("inn"_L1));
    vacancy.employerOgrn = json::text(company.value("ogrn"_L1));
    vacancy.alternateUrl = json::text(record.value("vac_url"_L1));
    if (vacancy.alternateUrl.isNull() && !vacancy.employerId.isNull())
        vacancy.alternateUrl =
            u"https://trudvsem.ru/vacancy/card/"_s + vacancy.employerId + u'/' + vacancy.id;
}

QStringList remoteFormat(const Vacancy &vacancy)
{
    for (const QString &text : {vacancy.employment, vacancy.schedule}) {
        if (containsFolded(text, u"дистанц") || containsFolded(text, u"удален"))
            return {text};
    }
    return {};
}

// Both vocabularies were seen in two spellings, so they are told by their stems.
QLatin1StringView employmentCode(const Vacancy &vacancy)
{
    const auto says = [](const QString &text, QStringView stem) { return containsFolded(text, stem); };
    if (says(vacancy.schedule, u"вахт"))
        return "FLY_IN_FLY_OUT"_L1;
    if (says(vacancy.employment, u"частичн") || says(vacancy.employment, u"неполн") ||
        says(vacancy.schedule, u"неполн"))
        return "PART"_L1;
    if (says(vacancy.employment, u"временн") || says(vacancy.employment, u"сезонн"))
        return "PROJECT"_L1;
    // Half of the records name the schedule only.
    if (says(vacancy.employment, u"полн") ||
        (vacancy.employment.isEmpty() && says(vacancy.schedule, u"полн")))
        return "FULL"_L1;
    return {};
}

} // namespace

QString trudvsemRegion(const QString &area)
{
    constexpr int Length = 13;
    return area.size() == 2 ? area.leftJustified(Length, u'0') : area;
}

QString trudvsemSubject(const QString &area)
{
    constexpr int SubjectDigits = 2;
    return trudvsemRegion(area).left(SubjectDigits);
}

FoundAd readTrudvsemRecord(const QJsonObject &item)
{
    const QJsonValue inner = item.value("vacancy"_L1);
    const QJsonObject record = inner.isObject() ? inner.toObject() : item;
    FoundAd result;
    Vacancy &vacancy = result.vacancy;
    vacancy.source = u"trudvsem"_s;
    vacancy.id = json::text(record.value("id"_L1)).trimmed();
    if (vacancy.id.isEmpty() || vacancy.id.size() > 100)
        vacancy.id = QString();
    vacancy.name = plainText(json::text(record.value("job-name"_L1)));
    vacancy.created = json::text(record.value("creation-date"_L1));
    vacancy.modified = json::text(record.value("date_modify"_L1));
    readSalary(record, vacancy);
    result.years = yearsOf(record.value("requirement"_L1).toObject().value("experience"_L1));
    if (result.years)
        vacancy.experience = experience(*result.years);
    vacancy.schedule = json::text(record.value("schedule"_L1));
    vacancy.employment = json::text(record.value("employment"_L1));
    vacancy.workFormat = remoteFormat(vacancy);
    vacancy.skills = skills(record.value("skills"_L1));
    readCompany(record, vacancy);
    vacancy.firstPublished = vacancy.created; // it has no other date of publication
    vacancy.workPlaces = json::integer(record.value("work_places"_L1));
    vacancy.education = json::textIn(record.value("requirement"_L1), "education"_L1);
    vacancy.specialisation = json::textIn(record.value("category"_L1), "specialisation"_L1);
    vacancy.area = json::textIn(record.value("region"_L1), "name"_L1);
    readAddress(record, vacancy);
    vacancy.description = description(record);
    vacancy.state = u"complete"_s;
    if (const QString region = json::textIn(record.value("region"_L1), "region_code"_L1); !region.isNull())
        result.areas = {trudvsemSubject(region)};
    result.day = QDate::fromString(vacancy.modified.left(10), Qt::ISODate);
    // What no word says is not asked of another vocabulary.
    result.employment = u""_s + employmentCode(vacancy);
    // The source marks remote work only; all else is at the employer's as far as it says.
    result.workFormat = vacancy.workFormat.isEmpty() ? u"ON_SITE"_s : u"REMOTE"_s;
    result.subject = json::text(record.value("typicalPosition"_L1)) + u'\n' +
                     json::textIn(record.value("category"_L1), "specialisation"_L1);
    return result;
}

void readTrudvsemContacts(const QJsonObject &item, Vacancy &vacancy)
{
    const QJsonValue inner = item.value("vacancy"_L1);
    const QJsonObject record = inner.isObject() ? inner.toObject() : item;
    vacancy.contactName = plainText(json::text(record.value("contact_person"_L1))).simplified();
    for (const QJsonValue &contact : record.value("contact_list"_L1).toArray()) {
        const QString type = json::textIn(contact, "contact_type"_L1);
        const QString value = json::textIn(contact, "contact_value"_L1).simplified();
        if (value.isEmpty())
            continue;
        if (value.contains(u'@') || containsFolded(type, u"почт"))
            vacancy.contactEmails.append(value);
        else if (containsFolded(type, u"телефон"))
            vacancy.contactPhones.append(value);
    }
    vacancy.contactEmails.removeDuplicates();
    vacancy.contactPhones.removeDuplicates();
}

} // namespace linnet::vacancies
