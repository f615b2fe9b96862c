// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QDate>
#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace linnet::vacancies {

enum class SearchField : quint8
{
    Name,
    Company,
    Description,
    Any
};

/// Seconds since 1970, both ends included; nothing = open.
struct TimeWindow
{
    std::optional<qint64> from;
    std::optional<qint64> to;

    bool operator==(const TimeWindow &) const = default;
    bool isOpen() const { return !from && !to; }
};

/// What to search, in terms that every source understands as far as it can. Ids are the source's own
/// dictionary ids.
struct Query
{
    QString text; ///< empty = everything in the area
    SearchField field = SearchField::Name;
    QStringList exclude;          ///< words; a vacancy whose searched text holds one is left out
    QStringList areas;            ///< the source's region ids; empty = its whole country
    QStringList experience;       ///< noExperience, between1And3, between3And6, moreThan6
    QStringList workFormat;       ///< ON_SITE, REMOTE, HYBRID, FIELD_WORK
    QStringList employment;       ///< FULL, PART, PROJECT, FLY_IN_FLY_OUT
    QStringList roles;            ///< professional role ids
    QStringList industries;       ///< industry ids of the employer: "7", or "7.541" for a part of it
    QStringList employers;        ///< ids of employers; companies of boards as "greenhouse:stripe"
    QString site;                 ///< host whose pages the ads' links lead to; empty = the source's own
    std::optional<qint64> salary; ///< at least, per month
    QString currency;             ///< ISO-like code as the source writes it (RUR); empty = the source's own
    bool onlyWithSalary = false;
    bool contacts = false; ///< names, addresses and phones of persons are read, too
    int period = 0;        ///< days back, 1 to 30; 0 = not limited; excludes dateFrom and dateTo
    QDate dateFrom;
    QDate dateTo;
    int pages = 5; ///< of 100 each; 0 = all that can be reached
    // Only in the parts that a search is cut into:
    QString ask;       ///< the words to ask for; null = text
    TimeWindow window; ///< when it is not open, what is asked instead of period, dateFrom and dateTo

    bool operator==(const Query &) const = default;

    /// The form that is stored with a run; fromJson names the field that cannot be used.
    QJsonObject toJson() const;
    static Result<Query> fromJson(const QJsonObject &json);
    /// Checks ranges and contradictions; Reason::BadValue with the option's name.
    Result<void> validate() const;
    /// One line for people: "data analyst · Moscow · from 80,000"; names of areas and industries are looked
    /// up by the caller.
    QString title(const QStringList &areaNames = {}, const QStringList &industryNames = {}) const;
};

/// That of Query::experience which asks for so many years.
QLatin1StringView experienceCode(int years);
/// The code that sources write for a currency: RUR for RUB, BYR for BYN, else the code itself.
QString currencyCode(const QString &code);

} // namespace linnet::vacancies
