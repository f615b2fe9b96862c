// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/leftoutschema.h"

#include "table/vacancyschema.h"

#include "table/columnlist.h"

#include <QCoreApplication>

#include <vector>

namespace linnet::table {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Which part of the search an ad does not fit.
constexpr std::array Rules{
    Code{"text"_L1, QT_TRANSLATE_NOOP("linnet::table", "other words")},
    Code{"exclude"_L1, QT_TRANSLATE_NOOP("linnet::table", "a word that was excluded")},
    Code{"salary"_L1, QT_TRANSLATE_NOOP("linnet::table", "pays less")},
    Code{"no_salary"_L1, QT_TRANSLATE_NOOP("linnet::table", "names no salary")},
    Code{"date"_L1, QT_TRANSLATE_NOOP("linnet::table", "another date")},
    Code{"area"_L1, QT_TRANSLATE_NOOP("linnet::table", "another region")},
    Code{"experience"_L1, QT_TRANSLATE_NOOP("linnet::table", "other experience")},
    Code{"employment"_L1, QT_TRANSLATE_NOOP("linnet::table", "other employment")},
    Code{"work_format"_L1, QT_TRANSLATE_NOOP("linnet::table", "another work format")},
    Code{"employer"_L1, QT_TRANSLATE_NOOP("linnet::table", "another employer")},
};

} // namespace

const Schema &leftOutSchema()
{
    static const std::vector<Column> columns = [] {
        const auto vacancy = vacancySchema().columns;
        std::vector<Column> all(vacancy.begin(), vacancy.end());
        for (Column &column : all) {
            column.facet += int(column.facet > 0);     // the rule comes first
            if (column.storage == Storage::OverTime) { // nobody compares them
                column.shown = false;
                column.facet = 0;
            }
        }
        all.push_back({.key = "left_out_by"_L1,
                       .type = ColumnType::Code,
                       .title = QT_TRANSLATE_NOOP("linnet::table", "Left out by"),
                       .hint = QT_TRANSLATE_NOOP("linnet::table", "What of the search the ad does not fit"),
                       .width = 150,
                       .rank = 1,
                       .facet = 1,
                       .codes = Rules});
        return all;
    }();
    static const Schema schema{"left_out"_L1, "left_out"_L1, columns};
    return schema;
}

} // namespace linnet::table
