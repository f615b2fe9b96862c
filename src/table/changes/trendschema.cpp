// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/changes/trendschema.h"

namespace linnet::table {

const Schema &trendSchema()
{
    static constexpr Schema schema{"trends"_L1, "trend"_L1, TrendColumns, Identity::None};
    return schema;
}

} // namespace linnet::table
