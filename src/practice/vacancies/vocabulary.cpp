// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/vacancies/vocabulary.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

// The macro needs the global namespace.
static void initPracticeResources()
{
    Q_INIT_RESOURCE(practice);
}

namespace linnet::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject readResource(const QString &name)
{
    QFile file(u":/practice/"_s + name);
    const bool open = file.open(QIODevice::ReadOnly);
    Q_ASSERT(open);
    return QJsonDocument::fromJson(file.readAll()).object();
}

QStringList strings(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue &each : value.toArray())
        list.append(each.toString());
    return list;
}

/// "name" and "nameEn".
std::array<QStringList, 2> bothLanguages(const QJsonObject &object, const QString &name)
{
    return {strings(object[name]), strings(object[name + "En"_L1])};
}

QHash<QString, QStringList> listsByName(const QJsonObject &object)
{
    QHash<QString, QStringList> lists;
    for (auto it = object.begin(); it != object.end(); ++it)
        lists.insert(it.key(), strings(*it));
    return lists;
}

void readPlaces(const QJsonObject &places, Vocabulary &vocabulary)
{
    vocabulary.places = places;
    vocabulary.streets = strings(places["streets"_L1]);
    for (const QJsonValue &value : places["cities"_L1].toArray()) {
        City city;
        city.id = value["id"_L1].toString();
        city.name = value["name"_L1].toString();
        city.english = value["english"_L1].toString();
        city.regionId = value["region"_L1].toString();
        city.regionName = value["regionName"_L1].toString();
        city.subject = value["subject"_L1].toString();
        city.subjectName = value["subjectName"_L1].toString();
        city.lat = value["lat"_L1].toDouble();
        city.lng = value["lng"_L1].toDouble();
        city.weight = value["weight"_L1].toInt();
        vocabulary.cities.push_back(city);
    }
}

/// The file keeps each as a list of its id and its two names, with those below it at the end.
QJsonArray industries(const QJsonObject &file, int language)
{
    QJsonArray all;
    for (const QJsonValue &each : file["industries"_L1].toArray()) {
        QJsonArray inside;
        for (const QJsonValue &part : each[3].toArray())
            inside.append(QJsonObject{{"id"_L1, part[0]}, {"name"_L1, part[1 + language]}});
        all.append(
            QJsonObject{{"id"_L1, each[0]}, {"name"_L1, each[1 + language]}, {"industries"_L1, inside}});
    }
    return all;
}

void readEmployers(const QJsonObject &file, Vocabulary &vocabulary)
{
    for (const QJsonValue &value : file["employers"_L1].toArray()) {
        Employer employer;
        employer.id = QString::number(5001 + vocabulary.employers.size());
        employer.name = value["name"_L1].toString();
        employer.industry = value["industry"_L1].toString();
        employer.accreditedIt = value["it"_L1].toBool();
        employer.agency = value["agency"_L1].toBool();
        vocabulary.employers.push_back(employer);
    }
    for (const int language : {0, 1})
        vocabulary.industries[static_cast<size_t>(language)] = industries(file, language);
    for (const QJsonValue &value : file["trickyTitles"_L1].toArray())
        vocabulary.trickyTitles.push_back({value["title"_L1].toString(), value["role"_L1].toString()});
    vocabulary.trickyParagraphs = strings(file["trickyParagraphs"_L1]);
}

/// The file keeps roles as short pairs; the service answers with objects.
QHash<QString, QString> readRoles(const QJsonObject &file, Vocabulary &vocabulary)
{
    QHash<QString, QString> names;
    QJsonArray categories;
    for (const QJsonValue &category : file["roles"_L1].toArray()) {
        QJsonArray roles;
        for (const QJsonValue &pair : category["roles"_L1].toArray()) {
            names.insert(pair[0].toString(), pair[1].toString());
            roles.append(QJsonObject{{"id"_L1, pair[0]},
                                     {"name"_L1, pair[1]},
                                     {"accept_incomplete_resumes"_L1, false},
                                     {"is_default"_L1, false},
                                     {"select_deprecated"_L1, false},
                                     {"search_deprecated"_L1, false}});
        }
        categories.append(
            QJsonObject{{"id"_L1, category["id"_L1]}, {"name"_L1, category["name"_L1]}, {"roles"_L1, roles}});
    }
    vocabulary.roles = {{"categories"_L1, categories}};
    return names;
}

void readFields(const QJsonObject &fields, Vocabulary &vocabulary)
{
    for (auto it = fields.begin(); it != fields.end(); ++it) {
        const QJsonObject object = it->toObject();
        WorkField field;
        field.specialisation = object["specialisation"_L1].toString();
        field.schedules = object["schedules"_L1].toString();
        field.english = object["english"_L1].toBool();
        field.duties = bothLanguages(object, u"duties"_s);
        field.needs = bothLanguages(object, u"needs"_s);
        vocabulary.fields.insert(it.key(), field);
    }
}

void readProfessions(const QJsonObject &file, Vocabulary &vocabulary)
{
    const QHash<QString, QString> roleNames = readRoles(file, vocabulary);
    readFields(file["fields"_L1].toObject(), vocabulary);
    for (const QJsonValue &value : file["professions"_L1].toArray()) {
        const QJsonObject object = value.toObject();
        Profession profession;
        profession.role = object["role"_L1].toString();
        profession.roleName = roleNames.value(profession.role);
        profession.field = object["field"_L1].toString();
        profession.weight = object["weight"_L1].toInt();
        profession.pay = object["pay"_L1].toInt();
        profession.titles = bothLanguages(object, u"titles"_s);
        profession.skills = strings(object["skills"_L1]);
        vocabulary.professions.push_back(profession);
    }
    vocabulary.grades = listsByName(file["grades"_L1].toObject());
    vocabulary.scheduleSuffixes = listsByName(file["scheduleSuffixes"_L1].toObject());
    vocabulary.suffixes = bothLanguages(file, u"suffixes"_s);
    vocabulary.intros = bothLanguages(file, u"intros"_s);
    vocabulary.offers = bothLanguages(file, u"offers"_s);
    for (int language = 0; language < 2; ++language) {
        for (const QJsonValue &set : file[language == 0 ? "headings"_L1 : "headingsEn"_L1].toArray())
            vocabulary.headings[static_cast<size_t>(language)].append(strings(set));
    }
}

void readDictionaries(const QJsonObject &dictionaries, Vocabulary &vocabulary)
{
    vocabulary.dictionaries = dictionaries;
    for (auto list = dictionaries.begin(); list != dictionaries.end(); ++list) {
        for (const QJsonValue &entry : list->toArray()) {
            vocabulary.entries.insert(list.key() + u'/' + entry["id"_L1].toString(),
                                      {{"id"_L1, entry["id"_L1]}, {"name"_L1, entry["name"_L1]}});
        }
    }
    for (const QJsonValue &entry : dictionaries["currency"_L1].toArray())
        vocabulary.rates.insert(entry["code"_L1].toString(), entry["rate"_L1].toDouble());
}

} // namespace

Vocabulary Vocabulary::load()
{
    initPracticeResources();
    Vocabulary vocabulary;
    readPlaces(readResource(u"places.json"_s), vocabulary);
    readEmployers(readResource(u"employers.json"_s), vocabulary);
    readProfessions(readResource(u"professions.json"_s), vocabulary);
    readDictionaries(readResource(u"dictionaries.json"_s), vocabulary);
    return vocabulary;
}

QJsonValue Vocabulary::dictionaryEntry(const QString &list, const QString &id) const
{
    const auto entry = entries.constFind(list + u'/' + id);
    return entry == entries.constEnd() ? QJsonValue(QJsonValue::Null) : QJsonValue(*entry);
}

} // namespace linnet::practice
