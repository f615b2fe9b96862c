// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/leftoutschema.h"

#include "table/vacancyschema.h"

#include <QCoreApplication>

#include <vector>

namespace linnet::table {

using namespace Qt::Literals::StringLiterals;

const Schema &leftOutSchema()
{
    static const std::vector<Column> columns = [] {
        const auto vacancy = vacancySchema().columns;
        std::vector<Column> all(vacancy.begin(), vacancy.end());
        all.push_back({"left_out_by"_L1, ColumnType::Code, QT_TRANSLATE_NOOP("linnet::table", "Left out by"),
                       QT_TRANSLATE_NOOP("linnet::table", "What of the search the ad does not fit"), 150,
                       true});
        return all;
    }();
    static const Schema schema{"left_out"_L1, "left_out"_L1, columns};
    return schema;
}

} // namespace linnet::table
