// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vacancies/vacancy.h"

#include <QJsonObject>

#include <optional>

namespace linnet::vacancies {

/// A vacancy of the open data set of "Работа в России" (trudvsem.ru/opendata), whose members have other names
/// than the API's. Contacts and persons are not read. Nothing when the record is none of those.
std::optional<Vacancy> readTrudvsemDump(const QJsonObject &record);

} // namespace linnet::vacancies
