// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/vacancies/vocabulary.h"

#include <QDateTime>

#include <optional>

namespace linnet::practice {

struct InventedSalary
{
    std::optional<int> from;
    std::optional<int> to;
    QString currency;
    std::optional<bool> gross;
    QString mode; ///< id of salary_range_mode
};

struct InventedAddress
{
    QString street;
    QString building;
    std::optional<double> lat; ///< both or none
    std::optional<double> lng;
};

/// One invented advertisement, in no service's shape yet. Points into the Vocabulary that it was made from.
struct InventedVacancy
{
    int number = 0; ///< 1, 2, …; higher is newer
    QString id;     ///< hh's
    QString uuid;   ///< Trudvsem's
    bool english = false;
    QString name;
    const Profession *profession = nullptr;
    const WorkField *field = nullptr;
    const Employer *employer = nullptr;
    bool anonymous = false; ///< the employer's name is not told
    const City *city = nullptr;
    std::optional<InventedSalary> salary;
    std::optional<InventedAddress> address;
    QString experience; ///< dictionary ids; empty = the advertisement does not say
    QString schedule;
    QString employment;
    QString employmentForm;
    QStringList workFormats;
    QStringList skills;
    QString description; ///< HTML
    QString duty;        ///< one plain sentence of it
    QString need;
    bool hasTest = false;
    bool archived = false; ///< no longer listed, and its own address says so
    QDateTime published;   ///< Moscow time
    QDateTime created;     ///< first created, not later than published

    // Folded, for searching.
    QString foldedName;
    QString foldedCompany;
    QString foldedText;

    QString employerName() const;
    /// The amount that the advertisement names, converted to roubles a month; nothing without a salary.
    std::optional<double> highestPay(const Vocabulary &vocabulary) const;
};

} // namespace linnet::practice
