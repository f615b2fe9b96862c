// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vacancies/vacancy.h"

#include <QDate>

namespace linnet::vacancies {

/// A record of a source: the vacancy, and what is needed to check the query's filters but is no column.
struct FoundAd
{
    Vacancy vacancy;          ///< a null id when the record cannot be used
    QString subject;          ///< what else is searched with all, "any"
    QDate day;                ///< in Moscow, that dates are compared with; invalid = not said
    QStringList areas;        ///< as Query::areas names them; empty = not said, or everywhere
    QString employment;       ///< code of Query::employment; null = what the vocabulary makes of the words
    QString workFormat;       ///< code of Query::workFormat; null likewise
    std::optional<int> years; ///< of experience asked for; nothing = what the vocabulary makes of the words
    double monthsShare = 1;   ///< of a month's pay in the amounts: 1/12 when they are for a year; 0 = unknown
};

} // namespace linnet::vacancies
