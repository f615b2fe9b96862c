// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/stats/fewest.h"
#include "draw/chart/chart.h"
#include "models/insight/insightmap.h"
#include "models/insight/insightquestion.h"
#include "store/read/rowreader.h"

#include <QLocale>

#include <memory>
#include <optional>
#include <stop_token>

namespace linnet::models {

class AdAges;
struct PairPicture;

/// What the rows of a view say to a question: a chart and a plain sentence.
struct InsightAnswer
{
    draw::Chart chart;
    QString sentence;
    QString column; ///< whose value a group's key is; "" = a click on a group filters nothing
    /// Whose value a series' key is, or the second part of a group's (KeySeparator); "" = there is none.
    QString split = {};
    std::optional<double> median = {};             ///< of what is measured, over all groups
    qint64 known = 0;                              ///< rows on which it rests
    std::shared_ptr<const InsightMap> map = {};    ///< what the chart shows a part of, of Kind::Map
    std::shared_ptr<const PairPicture> pairs = {}; ///< the same as a graph, of Kind::Pairs; null = too few

    Q_DECLARE_TR_FUNCTIONS(linnet::models::InsightAnswer)
};

/// Rows that are compared with others.
struct InsightSide
{
    store::RowQuery rows; ///< of the same table
    QString name;
};

/// Of which rows, and how pay is reckoned.
struct InsightView
{
    store::RowQuery rows;
    bool beforeTax = true;
    QLocale locale;
    analysis::Fewest fewest = {};
    std::optional<InsightSide> other = {}; ///< beside them, when somebody wants to compare
    QString name = {};                     ///< of the rows themselves, then
    std::shared_ptr<AdAges> ages = {};     ///< null = how old ads are is not known
};

/// For any thread. What rests on fewer known values than InsightView::fewest says is not told, or grey.
Result<InsightAnswer> answerInsight(store::RowReader &reader, const InsightQuestion &question,
                                    const InsightView &view, std::stop_token stop);

} // namespace linnet::models
