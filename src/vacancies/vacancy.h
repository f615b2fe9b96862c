// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table/value.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace linnet::vacancies {

/// One vacancy as every source gives it. Null strings and empty optionals mean that the source did not say.
struct Vacancy
{
    QString source; ///< "hh", "trudvsem"
    QString id;     ///< the source's
    QString name;
    QString applyUrl;
    QString alternateUrl;
    QString created;  ///< as the source sent it
    QString modified; ///< last change, as the source sent it
    std::optional<bool> hasTest;
    std::optional<double> salaryFrom;
    std::optional<double> salaryTo;
    QString currency;
    std::optional<bool> salaryGross;
    QString salaryMode;
    QString experience;
    QString schedule;
    QStringList skills;
    QString employer;
    QString employerId;
    QString area;
    QString description; ///< readable text
    QString employment;
    QStringList workFormat;
    QStringList roles;
    QString address;
    std::optional<double> lat;
    std::optional<double> lng;
    std::optional<bool> archived;
    QString state;     ///< listed, complete, failed, gone
    QString fetchedAt; ///< ISO 8601 UTC, set by the job
    QString query;

    bool operator==(const Vacancy &) const = default;

    /// Unique within a run: "hh:12345".
    QString key() const { return source + QLatin1Char(':') + id; }
    /// In the order of table::vacancySchema().
    table::Cells toRow() const;
};

} // namespace linnet::vacancies
