// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/pageschema.h"

namespace linnet::table {

const Schema &pageSchema()
{
    static constexpr Schema schema{"pages"_L1, "page"_L1, PageColumns, Identity::FirstColumn};
    return schema;
}

} // namespace linnet::table
