// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/listingschema.h"

namespace linnet::table {

const Schema &listingSchema()
{
    static constexpr Schema schema{"listings"_L1, "listing"_L1, ListingColumns};
    return schema;
}

} // namespace linnet::table
