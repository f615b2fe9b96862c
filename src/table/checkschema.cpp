// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/checkschema.h"

namespace linnet::table {

const Schema &checkSchema()
{
    static constexpr Schema schema{"checks"_L1, "url_check"_L1, CheckColumns};
    return schema;
}

} // namespace linnet::table
