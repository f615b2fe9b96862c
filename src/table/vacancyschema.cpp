// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/vacancyschema.h"

namespace linnet::table {

const Schema &vacancySchema()
{
    static constexpr Schema schema{"vacancies"_L1, "vacancy"_L1, VacancyColumns};
    return schema;
}

} // namespace linnet::table
