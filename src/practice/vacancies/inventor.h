// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/dice.h"
#include "practice/vacancies/inventedvacancy.h"

#include <vector>

namespace linnet::practice {

/// Invents advertisements: the same ones on every machine and day, only the dates move along.
class Inventor
{
public:
    /// `spread` of them fill the 29 days that end as `today` begins in Moscow.
    Inventor(const Vocabulary &vocabulary, const QDate &today, int spread);

    /// Oldest first; what is over `spread` comes after the beginning of `today`.
    std::vector<InventedVacancy> invent(int count);

private:
    InventedVacancy inventOne(int number);
    /// Null for most.
    const TrickyTitle *trickyTitle(const InventedVacancy &vacancy) const;
    void chooseProfession(InventedVacancy &vacancy);
    void chooseTerms(InventedVacancy &vacancy);
    void chooseName(InventedVacancy &vacancy);
    QString suffix(const InventedVacancy &vacancy);
    void choosePlace(InventedVacancy &vacancy);
    void chooseSalary(InventedVacancy &vacancy);
    void chooseDates(InventedVacancy &vacancy);
    void chooseSkills(InventedVacancy &vacancy);

    const Vocabulary &m_words;
    QDate m_today;
    int m_spread;
    Dice m_dice;
};

} // namespace linnet::practice
