// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/insight/answerwords.h"

#include "analysis/stats/groupstats.h"
#include "table/vacancyschema.h"

#include <cmath>

namespace linnet::models {

using namespace Qt::Literals::StringLiterals;
using table::Column;

namespace {

constexpr double Percent = 100;
constexpr double WholeFrom = 100; ///< what is after the point means little from here on
constexpr double Hundredths = 100;

} // namespace

AnswerWords::AnswerWords(const InsightView &view)
    : m_view(view)
    , m_format(view.locale)
{
}

bool AnswerWords::isOfVacancies() const
{
    return &m_view.rows.schema->rows() == &table::vacancySchema();
}

QString AnswerWords::unit() const
{
    return isOfVacancies() ? tr("ads") : tr("addresses");
}

QString AnswerWords::rowsTitle() const
{
    return isOfVacancies() ? tr("Ads") : tr("Addresses");
}

int AnswerWords::indexOf(QLatin1StringView key) const
{
    const std::optional<int> index = m_view.rows.schema->indexOf(QString(key));
    Q_ASSERT(index);
    return index.value_or(0);
}

const Column &AnswerWords::column(QLatin1StringView key) const
{
    return m_view.rows.schema->columns[size_t(indexOf(key))];
}

QString AnswerWords::columnTitle(QLatin1StringView key) const
{
    return table::columnTitle(column(key));
}

QString AnswerWords::percent(double share) const
{
    return m_view.locale.toString(share * Percent, 'f', 0) + u" %"_s;
}

QString AnswerWords::amount(double value) const
{
    return m_format.number(std::abs(value) < WholeFrom ? std::round(value * Hundredths) / Hundredths
                                                       : std::round(value));
}

QString AnswerWords::signedAmount(double value) const
{
    return (value > 0 ? u"+"_s : QString()) + amount(value);
}

QString AnswerWords::times(double ratio) const
{
    return tr("%1 times").arg(m_view.locale.toString(ratio, 'f', ratio < 1 ? 2 : 1));
}

QString AnswerWords::measureTitle(QLatin1StringView key) const
{
    if (key == "pay"_L1)
        return m_view.beforeTax ? tr("Pay, ₽ a month before tax") : tr("Pay, ₽ a month in hand");
    if (key == "seconds"_L1)
        return tr("Seconds until the answer was there");
    if (key == "size"_L1)
        return tr("Size, bytes");
    return columnTitle(key);
}

QString AnswerWords::basis(QLatin1StringView key) const
{
    if (key != "pay"_L1)
        return {};
    return m_view.beforeTax ? tr("Pay that compares: a month of full work, before tax, nominal.")
                            : tr("Pay that compares: a month of full work, in hand, nominal.");
}

QString AnswerWords::labelOf(const Column &of, const table::Value &value) const
{
    if (table::isNull(value))
        return tr("not said");
    const QString text = m_format.display(of, value);
    return text.isEmpty() ? tr("not said") : text;
}

draw::Quantiles AnswerWords::quantilesOf(const analysis::GroupStats &group) const
{
    draw::Quantiles result;
    if (group.known < fewest().forMedian || !group.spread)
        return result;
    result.median = group.spread->median;
    result.p25 = group.spread->p25;
    result.p75 = group.spread->p75;
    if (group.known >= fewest().forTenths) {
        result.p10 = group.spread->p10;
        result.p90 = group.spread->p90;
    }
    return result;
}

} // namespace linnet::models
