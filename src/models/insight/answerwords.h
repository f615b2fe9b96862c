// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "draw/chart/chart.h"
#include "models/insight/insightanswer.h"
#include "models/table/cellformat.h"

#include <QCoreApplication>

namespace linnet::analysis {
struct GroupStats;
}

namespace linnet::models {

/// What answers about the rows of a view have in common: numbers, names of columns and values, what may be
/// told of how many.
class AnswerWords
{
    Q_DECLARE_TR_FUNCTIONS(linnet::models::InsightAnswer)

public:
    /// The view outlives the words.
    explicit AnswerWords(const InsightView &view);

    bool isOfVacancies() const;
    QString unit() const;      ///< "ads"
    QString rowsTitle() const; ///< "Ads"
    int indexOf(QLatin1StringView key) const;
    const table::Column &column(QLatin1StringView key) const;
    QString columnTitle(QLatin1StringView key) const;

    QString number(qint64 count) const { return m_view.locale.toString(count); }
    QString percent(double share) const; ///< of 0 to 1
    /// As exact as it is worth: whole numbers from a hundred on.
    QString amount(double value) const;
    QString signedAmount(double value) const;
    /// "1.5 times", of shares.
    QString times(double ratio) const;

    /// "Pay, ₽ a month before tax"
    QString measureTitle(QLatin1StringView key) const;
    QString basis(QLatin1StringView key) const; ///< a sentence; "" of what is not pay
    QString labelOf(const table::Column &of, const table::Value &value) const;

    const analysis::Fewest &fewest() const { return m_view.fewest; }
    draw::Quantiles quantilesOf(const analysis::GroupStats &group) const;

private:
    const InsightView &m_view;
    CellFormat m_format;
};

/// That a chart's table has.
inline constexpr qsizetype MostGroups = 1000;
/// Of values of two columns in one ChartGroup::key.
inline constexpr char16_t KeySeparator = u'\x1f';

} // namespace linnet::models
