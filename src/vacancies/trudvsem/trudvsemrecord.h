// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vacancies/foundad.h"

#include <QJsonObject>

namespace linnet::vacancies {

/// Reads `item.vacancy`, or the item itself, without its contacts. 0 means "not given"; an upper bound equal
/// to the lower is none. Its day is that of the last change, the source's only date that tells freshness; its
/// area is the subject's number, two digits.
FoundAd readTrudvsemRecord(const QJsonObject &item);

/// The person whom the record names, by "contact_person" and "contact_list".
void readTrudvsemContacts(const QJsonObject &item, Vacancy &vacancy);

/// The source's region id as its 13 digits; two digits are the subject's number.
QString trudvsemRegion(const QString &area);
/// The subject's number of either form.
QString trudvsemSubject(const QString &area);

} // namespace linnet::vacancies
