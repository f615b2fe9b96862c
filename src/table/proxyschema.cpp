// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/proxyschema.h"

namespace linnet::table {

const Schema &proxySchema()
{
    static constexpr Schema schema{"proxies"_L1, "proxy"_L1, ProxyColumns};
    return schema;
}

} // namespace linnet::table
