// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <array>
#include <vector>

namespace linnet::practice {

struct City
{
    QString id;
    QString name;
    QString english;
    QString regionId; ///< empty for a city that is a region itself
    QString regionName;
    QString subject; ///< two digits, as Trudvsem counts regions
    QString subjectName;
    double lat = 0;
    double lng = 0;
    int weight = 1;
};

struct Employer
{
    QString id;
    QString name;
    QString industry; ///< "7.541"; what stands before the dot is the industry above
    bool accreditedIt = false;
    bool agency = false;
};

/// What a group of professions shares.
struct WorkField
{
    QString specialisation;
    QString schedules; ///< office, shift or mixed
    bool english = false;
    std::array<QStringList, 2> duties; ///< Russian, English
    std::array<QStringList, 2> needs;
};

struct Profession
{
    QString role;
    QString roleName;
    QString field;
    int weight = 1;
    int pay = 0; ///< thousands of roubles a month in the middle of a career
    std::array<QStringList, 2> titles;
    QStringList skills;
};

/// A title that upsets spreadsheets.
struct TrickyTitle
{
    QString title;
    QString role;
};

/// The word lists from which the vacancies are put together; read from the program's own resources.
struct Vocabulary
{
    std::vector<City> cities;
    std::vector<Employer> employers;
    std::vector<Profession> professions;
    QHash<QString, WorkField> fields;
    QStringList streets;
    std::vector<TrickyTitle> trickyTitles;
    QStringList trickyParagraphs; ///< HTML
    std::array<QStringList, 2> suffixes;
    QHash<QString, QStringList> scheduleSuffixes; ///< by schedule id: Russian, English
    std::array<QStringList, 2> intros;            ///< HTML; %1 employer, %2 city
    std::array<QStringList, 2> offers;            ///< HTML
    std::array<QList<QStringList>, 2> headings;
    QHash<QString, QStringList> grades;   ///< by experience id, "En" behind it for English
    QJsonObject dictionaries;             ///< hh's /dictionaries
    QJsonObject places;                   ///< the raw list, for the tree of areas
    QJsonObject roles;                    ///< hh's /professional_roles
    std::array<QJsonArray, 2> industries; ///< hh's /industries; Russian, English

    static Vocabulary load();
    /// {id, name} as the dictionaries have it; null when there is none.
    QJsonValue dictionaryEntry(const QString &list, const QString &id) const;
    /// Units of `currency` for one rouble; 0 when unknown.
    double rate(const QString &currency) const { return rates.value(currency); }

    QHash<QString, QJsonObject> entries; ///< of the dictionaries, by "list/id"
    QHash<QString, double> rates;
};

} // namespace linnet::practice
