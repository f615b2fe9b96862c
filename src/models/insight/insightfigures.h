// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/stats/fewest.h"
#include "store/read/rowreader.h"

#include <memory>
#include <optional>
#include <stop_token>

namespace linnet::models {

/// What is said above the charts of a view.
struct InsightFigures
{
    qint64 rows = 0;
    qint64 paid = 0;              ///< whose pay is known; of vacancies only
    std::optional<double> median; ///< of these, when they are enough
    double saidShare = 0;         ///< of these, whose ads say whether it is before tax; 0 to 1

    /// For any thread; of other tables only the rows are counted.
    static Result<InsightFigures> of(store::RowReader &reader, const store::RowQuery &rows,
                                     std::stop_token stop, const analysis::Fewest &fewest = {});
};

/// A connection whose pay is before tax or in hand as `beforeTax` says. By the lines of `rules`, else by
/// those of the project; lines that cannot be read are none.
Result<std::unique_ptr<store::RowReader>>
openForInsight(const QString &projectPath, const std::optional<QByteArray> &rules, bool beforeTax);
/// What these lines, or else those of the project, say of it.
Result<bool> isBeforeTax(const QString &projectPath, const std::optional<QByteArray> &rules);

} // namespace linnet::models
