// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/hh/hhrecord.h"

#include "html/htmltext.h"
#include "vacancies/jsonread.h"

#include <algorithm>

namespace linnet::vacancies {

using namespace Qt::Literals::StringLiterals;

namespace {

// Ids become parts of addresses.
QString usableId(const QJsonValue &value)
{
    const auto letterOrDigit = [](QChar c) {
        return c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'-');
    };
    const QString id = json::text(value);
    return std::all_of(id.begin(), id.end(), letterOrDigit) && id.size() <= 40 ? id : QString();
}

bool hasAmount(const QJsonObject &salary)
{
    return json::number(salary.value("from"_L1)) || json::number(salary.value("to"_L1));
}

QJsonObject salaryOf(const QJsonObject &item)
{
    const QJsonObject range = item.value("salary_range"_L1).toObject();
    return hasAmount(range) ? range : item.value("salary"_L1).toObject();
}

QString firstName(const QJsonObject &item, QLatin1StringView newer, QLatin1StringView older)
{
    const QString names = json::names(item.value(newer)).join(u", ");
    return names.isEmpty() ? json::textIn(item.value(older), "name"_L1) : names;
}

QStringList workFormat(const QJsonObject &item)
{
    const QStringList formats = json::names(item.value("work_format"_L1));
    const QJsonValue schedule = item.value("schedule"_L1);
    // Before work_format there was, remote work was one of the schedules.
    if (formats.isEmpty() && json::textIn(schedule, "id"_L1) == "remote"_L1)
        return json::names(schedule);
    return formats;
}

QString address(const QJsonObject &item)
{
    const QJsonObject address = item.value("address"_L1).toObject();
    const QString raw = json::text(address.value("raw"_L1));
    if (!raw.isNull())
        return raw;
    QStringList parts;
    for (const QLatin1StringView key : {"city"_L1, "street"_L1, "building"_L1}) {
        if (const QString part = json::text(address.value(key)); !part.isNull())
            parts.append(part);
    }
    return parts.isEmpty() ? QString() : parts.join(u", ");
}

/// The newer list, else the one station of older answers.
QStringList metro(const QJsonObject &address)
{
    QStringList stations;
    for (const QJsonValue &station : address.value("metro_stations"_L1).toArray()) {
        if (const QString name = json::textIn(station, "station_name"_L1); !name.isNull())
            stations.append(name);
    }
    const QString only = json::textIn(address.value("metro"_L1), "station_name"_L1);
    if (stations.isEmpty() && !only.isNull())
        stations.append(only);
    stations.removeDuplicates();
    return stations;
}

/// "+7 985 000-00-00 (after six)"
QString phoneNumber(const QJsonObject &phone)
{
    QString number = json::text(phone.value("formatted"_L1)).simplified();
    if (number.isEmpty()) {
        QStringList parts;
        for (const QLatin1StringView key : {"country"_L1, "city"_L1, "number"_L1}) {
            if (const QString part = json::text(phone.value(key)).simplified(); !part.isEmpty())
                parts.append(part);
        }
        number = parts.join(u' ');
        if (!number.isEmpty() && !json::text(phone.value("country"_L1)).isEmpty() && !number.startsWith(u'+'))
            number.prepend(u'+');
    }
    const QString comment = json::text(phone.value("comment"_L1)).simplified();
    return number.isEmpty() || comment.isEmpty() ? number : u"%1 (%2)"_s.arg(number, comment);
}

void readSalary(const QJsonObject &item, Vacancy &vacancy)
{
    const QJsonObject salary = salaryOf(item);
    vacancy.salaryFrom = json::number(salary.value("from"_L1));
    vacancy.salaryTo = json::number(salary.value("to"_L1));
    vacancy.currency = json::text(salary.value("currency"_L1));
    vacancy.salaryGross = json::boolean(salary.value("gross"_L1));
    vacancy.salaryMode = json::textIn(salary.value("mode"_L1), "name"_L1);
    vacancy.salaryFrequency = json::textIn(salary.value("frequency"_L1), "name"_L1);
    // An empty text is an answer: the ad names no pay, whatever the listing said before.
    if (vacancy.currency.isNull() && (item.contains("salary"_L1) || item.contains("salary_range"_L1)))
        vacancy.currency = u""_s;
}

} // namespace

Vacancy readHhRecord(const QJsonObject &item)
{
    Vacancy vacancy;
    vacancy.source = u"hh"_s;
    vacancy.id = usableId(item.value("id"_L1));
    vacancy.name = json::text(item.value("name"_L1));
    vacancy.applyUrl = json::text(item.value("apply_alternate_url"_L1));
    vacancy.alternateUrl = json::text(item.value("alternate_url"_L1));
    vacancy.created = json::text(item.value("published_at"_L1));
    vacancy.hasTest = json::boolean(item.value("has_test"_L1));
    readSalary(item, vacancy);
    vacancy.experience = json::textIn(item.value("experience"_L1), "name"_L1);
    vacancy.schedule = json::textIn(item.value("schedule"_L1), "name"_L1);
    if (vacancy.schedule.isNull())
        vacancy.schedule = firstName(item, "work_schedule_by_days"_L1, "schedule"_L1);
    vacancy.skills = json::names(item.value("key_skills"_L1));
    vacancy.employer = json::textIn(item.value("employer"_L1), "name"_L1);
    vacancy.employerId = json::textIn(item.value("employer"_L1), "id"_L1);
    vacancy.area = json::textIn(item.value("area"_L1), "name"_L1);
    vacancy.employment = firstName(item, "employment_form"_L1, "employment"_L1);
    vacancy.workFormat = workFormat(item);
    vacancy.roles = json::names(item.value("professional_roles"_L1));
    vacancy.address = address(item);
    if (vacancy.address.isNull() && item.contains("address"_L1))
        vacancy.address = u""_s; // the same of the place
    vacancy.lat = json::number(item.value("address"_L1).toObject().value("lat"_L1));
    vacancy.lng = json::number(item.value("address"_L1).toObject().value("lng"_L1));
    vacancy.archived = json::boolean(item.value("archived"_L1));
    vacancy.firstPublished = json::text(item.value("initial_created_at"_L1));
    vacancy.education = json::textIn(item.value("education"_L1), "name"_L1);
    vacancy.metro = metro(item.value("address"_L1).toObject());
    vacancy.accredited =
        json::boolean(item.value("employer"_L1).toObject().value("accredited_it_employer"_L1));
    return vacancy;
}

Vacancy readHhDetails(const QJsonObject &item)
{
    Vacancy vacancy = readHhRecord(item);
    const QString description = html::readableText(json::text(item.value("description"_L1)));
    vacancy.description = description.isEmpty() ? QString() : description;
    vacancy.state = u"complete"_s;
    return vacancy;
}

void readHhContacts(const QJsonObject &item, Vacancy &vacancy)
{
    const QJsonObject contacts = item.value("contacts"_L1).toObject();
    vacancy.contactName = json::text(contacts.value("name"_L1)).simplified();
    if (const QString email = json::text(contacts.value("email"_L1)).simplified(); !email.isEmpty())
        vacancy.contactEmails = {email};
    for (const QJsonValue &phone : contacts.value("phones"_L1).toArray()) {
        if (const QString number = phoneNumber(phone.toObject()); !number.isEmpty())
            vacancy.contactPhones.append(number);
    }
    vacancy.contactPhones.removeDuplicates();
}

QString hhSnippet(const QJsonObject &item)
{
    const QJsonObject snippet = item.value("snippet"_L1).toObject();
    QStringList parts;
    for (const QLatin1StringView key : {"requirement"_L1, "responsibility"_L1}) {
        if (const QString part = html::readableText(json::text(snippet.value(key))); !part.isEmpty())
            parts.append(part);
    }
    return parts.isEmpty() ? QString() : parts.join(u'\n');
}

bool hhSalaryPerMonth(const QJsonObject &item)
{
    const QString mode = json::textIn(salaryOf(item).value("mode"_L1), "id"_L1);
    return mode.isNull() || mode.compare("MONTH"_L1, Qt::CaseInsensitive) == 0;
}

} // namespace linnet::vacancies
