// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/vacancies/inventedvacancy.h"

namespace linnet::practice {

/// A vacancy in the shape of Trudvsem's open data, whole as its listing has it: hyphens in some keys, numbers
/// as strings in others, 0 for an amount that is not given, the upper bound often equal to the lower one.
/// `base` is the server's address without a slash at the end.
QJsonObject trudvsemVacancy(const InventedVacancy &vacancy, const Vocabulary &words, const QString &base);

} // namespace linnet::practice
