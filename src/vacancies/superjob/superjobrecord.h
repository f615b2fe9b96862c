// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vacancies/vacancy.h"

#include <QJsonObject>

namespace linnet::vacancies {

/// A record of SuperJob: the vacancy, and what is needed to check the query's filters but is no column.
struct SuperjobRecord
{
    Vacancy vacancy;          ///< a null id when the record cannot be used
    std::optional<int> years; ///< of experience asked for; 0 also when it does not matter
    QString kindOfWork;       ///< type_of_work: hours or employment, in one word of the source
    QString format;           ///< code of Query::workFormat; empty = not said
};

/// Contacts are not read. 0 means "not given". The place of work is mostly said to be of no importance; then
/// the texts are asked whether the work is remote.
SuperjobRecord readSuperjobRecord(const QJsonObject &item);

} // namespace linnet::vacancies
