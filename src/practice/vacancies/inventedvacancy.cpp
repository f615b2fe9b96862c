// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/vacancies/inventedvacancy.h"

namespace linnet::practice {

using namespace Qt::Literals::StringLiterals;

QString InventedVacancy::employerName() const
{
    if (!anonymous)
        return employer->name;
    return english ? u"Company of the practice set"_s : u"Крупная вымышленная компания"_s;
}

std::optional<double> InventedVacancy::highestPay(const Vocabulary &vocabulary) const
{
    if (!salary)
        return {};
    double amount = salary->to ? *salary->to : *salary->from;
    if (salary->mode == "HOUR"_L1)
        amount *= 160;
    else if (salary->mode == "SHIFT"_L1)
        amount *= 15;
    return amount / vocabulary.rate(salary->currency);
}

} // namespace linnet::practice
