// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/stats/fewest.h"
#include "draw/chart/chart.h"
#include "models/insight/insightquestion.h"
#include "store/read/rowreader.h"

#include <QLocale>

#include <stop_token>

namespace linnet::models {

using analysis::FewestForMedian;

/// What the rows of a view say to a question: a chart and a plain sentence.
struct InsightAnswer
{
    draw::Chart chart;
    QString sentence;
    QString column; ///< whose value a group's key is; "" = a click on a group filters nothing

    Q_DECLARE_TR_FUNCTIONS(linnet::models::InsightAnswer)
};

/// Of which rows, and how pay is reckoned.
struct InsightView
{
    store::RowQuery rows;
    bool beforeTax = true;
    QLocale locale;
};

/// For any thread. No median is given of fewer than five known values, no outer tenth of fewer than thirty,
/// and what rests on fewer than ten is grey.
Result<InsightAnswer> answerInsight(store::RowReader &reader, const InsightQuestion &question,
                                    const InsightView &view, std::stop_token stop);

} // namespace linnet::models
