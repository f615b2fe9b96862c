// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/shownamounts.h"

#include "models/table/cellformat.h"
#include "table/schema.h"

#include <algorithm>

namespace linnet::models {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto Rest = 1s;
const QString AmountColumn = QStringLiteral("salary_from");
const QString TaxColumn = QStringLiteral("salary_gross");
constexpr int Units = 20; // the most frequent ones

} // namespace

ShownAmounts::ShownAmounts(const table::Schema &schema, QObject *parent)
    : QObject(parent)
    , m_schema(schema)
    , m_amount(schema.indexOf(AmountUnit::CurrencyColumn) ? schema.indexOf(AmountColumn).value_or(-1) : -1)
    , m_task([this](const Result<Answer> &answer) { take(answer); })
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(Rest);
    connect(&m_rest, &QTimer::timeout, this, &ShownAmounts::ask);
}

void ShownAmounts::setProject(const QString &path)
{
    m_task.stop();
    m_rest.stop();
    m_path = path;
    m_query = {};
    m_rows = 0;
    m_usual = {};
    m_unit = {};
    m_known = false;
}

void ShownAmounts::setRows(const store::RowQuery &query, qint64 rows)
{
    if (m_amount < 0 || m_path.isEmpty() || (query == m_query && rows == m_rows))
        return;
    const bool sameQuestion = query == m_query;
    if (query.runs != m_query.runs || rows > 2 * m_usualOf)
        m_usual = {};
    m_query = query;
    m_rows = rows;
    if (!sameQuestion) {
        m_known = false; // it was about other rows
        m_task.forget();
        m_rest.stop();
        ask();
    } else if (!m_rest.isActive()) {
        m_rest.start();
    }
}

void ShownAmounts::ask()
{
    store::RowQuery query = m_query;
    query.sort.clear();
    m_task.start(m_path,
                 [query, usual = m_usual](store::RowReader &reader) { return read(reader, query, usual); });
}

/// The most frequent one of those that the query's filter names.
Result<AmountUnit> ShownAmounts::unitOf(store::RowReader &reader, const store::RowQuery &query)
{
    AmountUnit unit;
    store::RowQuery among{query.schema, query.runs, {}, {}};
    const auto currencies = reader.facet(among, AmountUnit::CurrencyColumn, Units);
    if (!currencies)
        return std::unexpected(currencies.error());
    unit.currency = AmountUnit::usual(*currencies, query.filter, AmountUnit::CurrencyColumn);
    if (!unit.isKnown() || !query.schema->indexOf(AmountUnit::PeriodColumn))
        return unit;
    among.filter.conditions = unit.conditions();
    const auto periods = reader.facet(among, AmountUnit::PeriodColumn, Units);
    if (!periods)
        return std::unexpected(periods.error());
    unit.period = AmountUnit::usual(*periods, query.filter, AmountUnit::PeriodColumn);
    return unit;
}

Result<ShownAmounts::Answer> ShownAmounts::read(store::RowReader &reader, store::RowQuery query,
                                                const AmountUnit &usual)
{
    Answer answer{usual, usual, {}, false};
    if (!usual.isKnown()) {
        const auto found = unitOf(reader, {query.schema, query.runs, {}, {}});
        if (!found)
            return std::unexpected(found.error());
        answer.usual = answer.unit = *found;
    }
    if (!query.filter.of(AmountUnit::CurrencyColumn).isEmpty() ||
        !query.filter.of(AmountUnit::PeriodColumn).isEmpty()) {
        const auto found = unitOf(reader, query);
        if (!found)
            return std::unexpected(found.error());
        answer.unit = *found;
    }
    if (!answer.unit.isKnown())
        return answer;
    query.filter.conditions << answer.unit.conditions();
    auto statistics = reader.statistics(query, AmountColumn, 1);
    if (!statistics)
        return std::unexpected(statistics.error());
    answer.statistics = std::move(*statistics);
    if (!query.schema->indexOf(TaxColumn))
        return answer;
    const auto taxes = reader.facet(query, TaxColumn, Units);
    if (!taxes)
        return std::unexpected(taxes.error());
    answer.mixesTaxes = std::ranges::count_if(*taxes, [](const store::FacetEntry &entry) {
                            return !table::isNull(entry.value);
                        }) > 1;
    return answer;
}

void ShownAmounts::take(const Result<Answer> &answer)
{
    m_known = answer && answer->statistics.known > 0;
    if (answer) {
        m_usual = answer->usual;
        m_usualOf = m_rows;
        m_unit = answer->unit;
        m_statistics = answer->statistics;
        m_mixesTaxes = answer->mixesTaxes;
    }
    Q_EMIT changed();
}

QString ShownAmounts::text() const
{
    if (!m_known)
        return {};
    const QString column = columnTitle(m_schema.columns[size_t(m_amount)]);
    const QString text = tr("%1, %2: %L3 of %L4 known, median %5")
                             .arg(column, m_unit.text())
                             .arg(m_statistics.known)
                             .arg(m_rows)
                             .arg(CellFormat().number(m_statistics.median));
    return m_mixesTaxes ? tr("%1 (before and after tax together)").arg(text) : text;
}

} // namespace linnet::models
