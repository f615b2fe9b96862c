// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QString>

#include <optional>
#include <span>
#include <stop_token>
#include <vector>

namespace linnet::analysis {

/// What amounts are given in; only such as are given in the same are compared.
struct PayUnit
{
    QString currency; ///< "" = no ad names one
    QString period;   ///< as the source names it; "" = none does
    std::optional<bool> beforeTax;

    bool operator==(const PayUnit &) const = default;
};

/// Some ads, counted: those that are open, the jobs that they are, and what they pay.
struct Stock
{
    qint64 ads = 0;
    qint64 jobs = 0;
    std::vector<double>
        pays; ///< in the unit that was asked for; the middle of a range, else the limit that is named

    /// Mean of the two middle ones when their number is even; nothing when there are fewer than 5.
    std::optional<double> medianPay() const;
};

/// `path` as for store::RowReader::open(), rows of table::vacancySchema(). End soon with Reason::Cancelled
/// when they are told to stop. Any thread.
Result<Stock> readStock(const QString &path, std::span<const qint64> rows, const PayUnit &unit,
                        const std::stop_token &stop);
/// What most of the open ads give their amounts in. What an ad does not say of period or tax counts as usual.
Result<PayUnit> usualUnit(const QString &path, std::span<const qint64> rows, const std::stop_token &stop);

} // namespace linnet::analysis
