// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/linkschema.h"

namespace linnet::table {

const Schema &linkSchema()
{
    static constexpr Schema schema{"links"_L1, "link"_L1, LinkColumns, Identity::None};
    return schema;
}

} // namespace linnet::table
