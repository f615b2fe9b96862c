// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/vacancies/oddvalues.h"

#include <QJsonArray>
#include <QStringList>

namespace linnet::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

const QStringList &hhNullable()
{
    static const QStringList names{u"employer"_s,
                                   u"experience"_s,
                                   u"schedule"_s,
                                   u"employment"_s,
                                   u"employment_form"_s,
                                   u"address"_s,
                                   u"salary"_s,
                                   u"salary_range"_s,
                                   u"work_format"_s,
                                   u"working_hours"_s,
                                   u"archived"_s,
                                   u"internship"_s,
                                   u"department"_s,
                                   u"snippet"_s,
                                   u"contacts"_s,
                                   u"type"_s,
                                   u"work_schedule_by_days"_s,
                                   u"night_shifts"_s,
                                   u"accept_temporary"_s,
                                   u"has_test"_s,
                                   u"key_skills"_s,
                                   u"languages"_s,
                                   u"test"_s,
                                   u"initial_created_at"_s,
                                   u"premium"_s,
                                   u"professional_roles"_s};
    return names;
}

const QStringList &trudvsemNullable()
{
    static const QStringList names{
        u"company"_s,       u"region"_s,         u"employment"_s,  u"schedule"_s,      u"requirement"_s,
        u"category"_s,      u"addresses"_s,      u"skills"_s,      u"duty"_s,          u"requirements"_s,
        u"qualification"_s, u"salary"_s,         u"salary_min"_s,  u"salary_max"_s,    u"currency"_s,
        u"contact_list"_s,  u"contact_person"_s, u"work_places"_s, u"workPlaceType"_s, u"source"_s};
    return names;
}

void replace(QJsonObject &object, QLatin1StringView name, const QJsonValue &value)
{
    if (object.contains(name))
        object.insert(name, value);
}

void oddHh(QJsonObject &object)
{
    replace(object, "id"_L1, object["id"_L1].toString().toLongLong());
    replace(object, "archived"_L1, u"false"_s);
    replace(object, "has_test"_L1, u"true"_s);
    replace(object, "salary"_L1,
            QJsonObject{{"from"_L1, u"100000"_s}, {"to"_L1, false}, {"currency"_L1, 643}});
    replace(object, "salary_range"_L1, QJsonArray{1, 2});
    replace(object, "experience"_L1, u"between1And3"_s);
    replace(object, "schedule"_L1, QJsonArray());
    replace(object, "employment"_L1, QJsonObject{{"id"_L1, 1}, {"name"_L1, QJsonArray()}});
    replace(object, "employer"_L1, object["employer"_L1]["name"_L1]);
    replace(object, "address"_L1, object["area"_L1]["name"_L1]);
    replace(object, "area"_L1, QJsonArray());
    replace(object, "professional_roles"_L1, QJsonObject());
    replace(object, "work_format"_L1, u"REMOTE"_s);
    replace(object, "key_skills"_L1, QJsonArray{u"SQL"_s, 7, QJsonValue::Null, QJsonObject{{"name"_L1, 1}}});
    replace(object, "snippet"_L1, 0.5);
}

void oddTrudvsem(QJsonObject &object)
{
    replace(object, "company"_L1, object["company"_L1]["name"_L1]);
    replace(object, "salary_min"_L1, QString::number(object["salary_min"_L1].toInt()));
    replace(object, "salary_max"_L1, QJsonObject());
    replace(object, "skills"_L1, u"Excel"_s);
    replace(object, "addresses"_L1, QJsonArray());
    replace(object, "requirement"_L1, QJsonObject{{"education"_L1, 3}, {"experience"_L1, u"от 0"_s}});
    replace(object, "schedule"_L1, 8);
    replace(object, "duty"_L1, QJsonArray{u"<p>"_s});
    replace(object, "region"_L1, u"77"_s);
}

/// `odd` changes the types of the fields of one service.
QJsonObject spoil(QJsonObject object, int number, const QStringList &nullable, void (*odd)(QJsonObject &))
{
    const int turn = number % 4;
    if (turn == 1) {
        odd(object);
        return object;
    }
    if (turn == 3) {
        const QString &name = nullable[(number / 4) % nullable.size()];
        if (object.contains(name))
            object.insert(name, QJsonValue::Null);
        return object;
    }
    for (const QString &name : nullable) {
        if (turn == 2)
            object.remove(name);
        else if (object.contains(name))
            object.insert(name, QJsonValue::Null);
    }
    return object;
}

} // namespace

QJsonObject spoilHh(QJsonObject vacancy, int number)
{
    return spoil(std::move(vacancy), number, hhNullable(), oddHh);
}

QJsonObject spoilTrudvsem(QJsonObject vacancy, int number)
{
    return spoil(std::move(vacancy), number, trudvsemNullable(), oddTrudvsem);
}

} // namespace linnet::practice
