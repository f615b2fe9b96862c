// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vacancies/vacancy.h"

#include <QDate>
#include <QJsonObject>

namespace linnet::vacancies {

/// A record of Trudvsem: the vacancy, and what is needed to check the query's filters but is no column.
struct TrudvsemRecord
{
    Vacancy vacancy;          ///< a null id when the record cannot be used
    QString regionCode;       ///< 13 digits, the subject in the first two
    QDate modified;           ///< day in Moscow; the source's only date that tells freshness
    QString subject;          ///< position and branch, which the source searches with the text
    std::optional<int> years; ///< of experience asked for
};

/// Reads `item.vacancy`, or the item itself, without its contacts. 0 means "not given"; an upper bound equal
/// to the lower is none.
TrudvsemRecord readTrudvsemRecord(const QJsonObject &item);

/// The person whom the record names, by "contact_person" and "contact_list".
void readTrudvsemContacts(const QJsonObject &item, Vacancy &vacancy);

} // namespace linnet::vacancies
