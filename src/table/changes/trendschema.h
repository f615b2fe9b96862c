// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table/columnlist.h"
#include "table/schema.h"

#include <QCoreApplication>

namespace linnet::table {

// clang-format off
/// What a row of trends is about.
inline constexpr std::array TrendPeriods{
    Code{"run"_L1, QT_TRANSLATE_NOOP("linnet::table", "run")},
    Code{"week"_L1, QT_TRANSLATE_NOOP("linnet::table", "week")},
};

/// The columns of trendSchema(), in the order of files. A stock is what was there at a moment, a flow what came
/// or went since the complete run before, or within a week.
inline constexpr std::array TrendColumns{
    Column{.key = "per"_L1, .type = ColumnType::Code, .title = QT_TRANSLATE_NOOP("linnet::table", "Per"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "A run of the search, or all its runs of a week"),
     .width = 80, .shown = true, .rank = 1, .facet = 1, .codes = TrendPeriods},
    Column{.key = "begins"_L1, .type = ColumnType::Time, .title = QT_TRANSLATE_NOOP("linnet::table", "Begins"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "When the run began, UTC; of a week its Monday"),
     .width = 160, .shown = true, .rank = 2},
    Column{.key = "run"_L1, .type = ColumnType::Integer, .title = QT_TRANSLATE_NOOP("linnet::table", "Run"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "The run's number; of a week its last complete run, whose stock is shown"),
     .width = 72, .shown = true, .rank = 3},
    Column{.key = "complete"_L1, .type = ColumnType::Bool, .title = QT_TRANSLATE_NOOP("linnet::table", "Complete"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "It came to its end and could read its lists: only such runs are compared"),
     .width = 104, .shown = true, .rank = 4},
    Column{.key = "stock"_L1, .type = ColumnType::Integer, .title = QT_TRANSLATE_NOOP("linnet::table", "Stock: ads"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Ads that were open when the run was made"),
     .width = 160, .shown = true, .rank = 5},
    Column{.key = "stock_unique"_L1, .type = ColumnType::Integer, .title = QT_TRANSLATE_NOOP("linnet::table", "Stock: jobs"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "The same, ads of one job counted once"),
     .width = 150, .shown = true, .rank = 6},
    Column{.key = "stock_median_pay"_L1, .type = ColumnType::Real, .title = QT_TRANSLATE_NOOP("linnet::table", "Stock: median pay"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Of the open ads that name an amount in the currency, for the period and before or after tax as most do; the middle of a range; empty when fewer than 5 do"),
     .width = 200, .shown = true, .rank = 7},
    Column{.key = "stock_pay_n"_L1, .type = ColumnType::Integer, .title = QT_TRANSLATE_NOOP("linnet::table", "Stock: n of pay"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "So many ads the median is of"),
     .width = 160, .shown = true, .rank = 8},
    Column{.key = "flow_new"_L1, .type = ColumnType::Integer, .title = QT_TRANSLATE_NOOP("linnet::table", "Flow: new"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Ads that the complete run before did not have; empty when there is none"),
     .width = 130, .shown = true, .rank = 9},
    Column{.key = "flow_gone"_L1, .type = ColumnType::Integer, .title = QT_TRANSLATE_NOOP("linnet::table", "Flow: gone"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Ads of the complete run before that are proved not to be there any more"),
     .width = 140, .shown = true, .rank = 10},
    Column{.key = "flow_not_seen"_L1, .type = ColumnType::Integer, .title = QT_TRANSLATE_NOOP("linnet::table", "Flow: not seen"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Ads of the complete run before that were not seen, which proves nothing"),
     .width = 190, .shown = true, .rank = 11},
    Column{.key = "flow_median_pay"_L1, .type = ColumnType::Real, .title = QT_TRANSLATE_NOOP("linnet::table", "Flow: median pay"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "Of the new ads, as of the stock"),
     .width = 200, .shown = true, .rank = 12},
    Column{.key = "flow_pay_n"_L1, .type = ColumnType::Integer, .title = QT_TRANSLATE_NOOP("linnet::table", "Flow: n of pay"),
     .hint = QT_TRANSLATE_NOOP("linnet::table", "So many ads the median is of"),
     .width = 160, .shown = true, .rank = 13},
    Column{.key = "currency"_L1, .type = ColumnType::Code, .title = QT_TRANSLATE_NOOP("linnet::table", "Currency"),
     .width = 72, .shown = true, .rank = 14},
    Column{.key = "salary_mode"_L1, .type = ColumnType::Text, .title = QT_TRANSLATE_NOOP("linnet::table", "Salary for"),
     .width = 100, .shown = true, .rank = 15},
    Column{.key = "salary_gross"_L1, .type = ColumnType::Bool, .title = QT_TRANSLATE_NOOP("linnet::table", "Before tax"),
     .width = 104, .shown = true, .rank = 16},
};
// clang-format on
static_assert(isSound(TrendColumns));

/// Positions in trendSchema().columns.
enum class TrendColumn : int
{
    Per = at<TrendColumns>("per"),
    Begins = at<TrendColumns>("begins"),
    Run = at<TrendColumns>("run"),
    Complete = at<TrendColumns>("complete"),
    Stock = at<TrendColumns>("stock"),
    StockUnique = at<TrendColumns>("stock_unique"),
    StockMedianPay = at<TrendColumns>("stock_median_pay"),
    StockPayN = at<TrendColumns>("stock_pay_n"),
    FlowNew = at<TrendColumns>("flow_new"),
    FlowGone = at<TrendColumns>("flow_gone"),
    FlowNotSeen = at<TrendColumns>("flow_not_seen"),
    FlowMedianPay = at<TrendColumns>("flow_median_pay"),
    FlowPayN = at<TrendColumns>("flow_pay_n"),
    Currency = at<TrendColumns>("currency"),
    SalaryMode = at<TrendColumns>("salary_mode"),
    SalaryGross = at<TrendColumns>("salary_gross"),
};

/// How a search went over its runs. No project has such rows: they stand in a store::TrendFile.
const Schema &trendSchema();

} // namespace linnet::table
