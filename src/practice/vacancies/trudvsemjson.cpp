// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/vacancies/trudvsemjson.h"

#include "practice/vacancies/hhjson.h"

#include <QJsonArray>

#include <array>
#include <cmath>

namespace linnet::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

QString schedule(const InventedVacancy &vacancy)
{
    if (vacancy.schedule == "shift"_L1)
        return u"Сменная работа"_s;
    if (vacancy.schedule == "flexible"_L1)
        return u"Режим гибкого рабочего времени"_s;
    if (vacancy.schedule == "flyInFlyOut"_L1)
        return u"Вахтовый метод"_s;
    return vacancy.employment == "part"_L1 ? u"Неполный рабочий день/неполная рабочая неделя"_s
                                           : u"Полный рабочий день"_s;
}

QString employment(const InventedVacancy &vacancy)
{
    if (vacancy.schedule == "remote"_L1)
        return u"Дистанционная (удаленная) работа"_s;
    if (vacancy.employment == "part"_L1)
        return u"Частичная занятость"_s;
    if (vacancy.employment == "project"_L1)
        return u"Временная"_s;
    return vacancy.employment == "probation"_L1 ? u"Стажировка"_s : u"Полная занятость"_s;
}

QJsonObject requirement(const InventedVacancy &vacancy)
{
    static const std::array<QString, 4> education{
        u"Высшее образование — бакалавриат"_s, u"Высшее образование — специалитет, магистратура"_s,
        // The service itself begins this one with a Latin T.
        u"Среднее профессиональное образование"_s, u"Tребования не предъявляются"_s};
    const QString &experience = vacancy.experience;
    const int years = experience == "between1And3"_L1   ? 1
                      : experience == "between3And6"_L1 ? 3
                      : experience == "moreThan6"_L1    ? 6
                                                        : 0;
    return {
        {"education"_L1, education[static_cast<size_t>(vacancy.number) % education.size()]},
        {"experience"_L1, vacancy.number % 50 == 0 ? QJsonValue(u"от %1"_s.arg(years)) : QJsonValue(years)}};
}

/// Whole roubles a month.
int roubles(double amount, const InventedVacancy &vacancy, const Vocabulary &words)
{
    if (vacancy.salary->mode == "HOUR"_L1)
        amount *= 160;
    else if (vacancy.salary->mode == "SHIFT"_L1)
        amount *= 15;
    return static_cast<int>(std::lround(amount / words.rate(vacancy.salary->currency)));
}

void addSalary(QJsonObject &object, const InventedVacancy &vacancy, const Vocabulary &words)
{
    int least = 0;
    int most = 0;
    if (vacancy.salary) {
        least = vacancy.salary->from ? roubles(*vacancy.salary->from, vacancy, words) : 0;
        most = vacancy.salary->to ? roubles(*vacancy.salary->to, vacancy, words) : least;
    }
    object.insert("salary"_L1, u"от %1"_s.arg(least));
    object.insert("salary_min"_L1, least);
    object.insert("salary_max"_L1, most);
    if (vacancy.number % 40 != 0)
        object.insert("currency"_L1, u"«руб.»"_s);
}

/// The employer's own text is sometimes marked up, mostly plain, with lost line breaks.
QString duty(const InventedVacancy &vacancy)
{
    if (vacancy.number % 4 == 0)
        return vacancy.description;
    if (vacancy.number % 4 == 1)
        return u"<p>%1</p><br/>%2 &laquo;практика&raquo;"_s.arg(vacancy.duty, vacancy.need);
    return vacancy.duty + u". "_s + vacancy.field->duties[vacancy.english ? 1 : 0].join(u". ");
}

QJsonObject company(const InventedVacancy &vacancy, const QString &base)
{
    const QString number = vacancy.employer->id;
    const QString ogrn = u"100000000"_s + number;
    QJsonObject company{{"companycode"_L1, ogrn},
                        {"hr-agency"_L1, vacancy.employer->agency},
                        {"inn"_L1, u"770000"_s + number},
                        {"kpp"_L1, u"770001001"_s},
                        {"name"_L1, vacancy.employer->name},
                        {"ogrn"_L1, ogrn},
                        {"url"_L1, base + "/employer/"_L1 + number}};
    if (vacancy.number % 3 != 0)
        company.insert("email"_L1, u"hr%1@practice.invalid"_s.arg(number));
    return company;
}

QJsonObject addresses(const InventedVacancy &vacancy)
{
    QJsonObject address{{"location"_L1, vacancy.city->subjectName + u", г "_s + vacancy.city->name}};
    if (vacancy.address) {
        address.insert("location"_L1, u"%1, г %2, %3, дом: Д. %4;"_s.arg(
                                          vacancy.city->subjectName, vacancy.city->name,
                                          vacancy.address->street, vacancy.address->building));
        if (vacancy.address->lat) {
            address.insert("lng"_L1, QString::number(*vacancy.address->lng, 'f', 6));
            address.insert("lat"_L1, QString::number(*vacancy.address->lat, 'f', 6));
        }
    }
    return {{"address"_L1, QJsonArray{address}}};
}

QJsonArray skills(const InventedVacancy &vacancy)
{
    QJsonArray list = QJsonArray::fromStringList(vacancy.skills);
    // Exact repetitions occur.
    if (vacancy.number % 8 == 0 && !vacancy.skills.isEmpty())
        list.append(vacancy.skills.first());
    return list;
}

} // namespace

QJsonObject trudvsemVacancy(const InventedVacancy &vacancy, const Vocabulary &words, const QString &base)
{
    QJsonObject object{
        {"id"_L1, vacancy.uuid},
        {"source"_L1, u"Вакансия работодателя"_s},
        {"region"_L1, QJsonObject{{"region_code"_L1, vacancy.city->subject + "00000000000"_L1},
                                  {"name"_L1, vacancy.city->subjectName}}},
        {"company"_L1, company(vacancy, base)},
        {"creation-date"_L1, vacancy.created.date().toString(Qt::ISODate)},
        {"date_modify"_L1, HhJson::timeText(vacancy.published)},
        {"job-name"_L1, vacancy.name},
        {"vac_url"_L1, base + "/vacancy/card/100000000"_L1 + vacancy.employer->id + u'/' + vacancy.uuid},
        {"schedule"_L1, schedule(vacancy)},
        {"qualification"_L1, vacancy.number % 5 == 0 ? u"не указано"_s : vacancy.need},
        {"requirements"_L1, vacancy.need},
        {"duty"_L1, duty(vacancy)},
        {"category"_L1, QJsonObject{{"specialisation"_L1, vacancy.field->specialisation}}},
        {"requirement"_L1, requirement(vacancy)},
        {"addresses"_L1, addresses(vacancy)},
        {"social_protected"_L1, QString()},
        {"contact_list"_L1, QJsonArray{QJsonObject{{"contact_type"_L1, u"Телефон"_s},
                                                   {"contact_value"_L1, u"+7(000) 000-00-00"_s}}}},
        {"contact_person"_L1, u"Выдуманная Анна Петровна"_s},
        {"work_places"_L1, 1 + vacancy.number % 5},
        {"code_profession"_L1, QString::number(200'000 + vacancy.profession->role.toInt())},
        {"typicalPosition"_L1,
         vacancy.number % 4 == 0 ? u"Ничего не выбрано"_s : vacancy.profession->roleName},
        {"skills"_L1, skills(vacancy)},
        {"workPlaceType"_L1, QJsonObject{{"workPlaceForeign"_L1, false},
                                         {"workPlaceOrdinary"_L1, true},
                                         {"workPlaceQuota"_L1, vacancy.number % 10 == 0},
                                         {"workPlaceSpecial"_L1, false}}},
        {"shift"_L1, QJsonArray()},
        {"trainingDays"_L1, 0},
    };
    addSalary(object, vacancy, words);
    // Half of the real records leave it out.
    if (vacancy.schedule == "remote"_L1 || vacancy.number % 2 == 0)
        object.insert("employment"_L1, employment(vacancy));
    return object;
}

} // namespace linnet::practice
