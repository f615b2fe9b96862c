// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/requestschema.h"

namespace linnet::table {

const Schema &requestSchema()
{
    static constexpr Schema schema{"requests"_L1, "attempt"_L1, RequestColumns};
    return schema;
}

} // namespace linnet::table
