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
    for (const QString &column : AmountUnit::columns()) {
        if (!query.schema->indexOf(column))
            continue;
        const auto values = reader.facet(among, column, Units);
        if (!values)
            return std::unexpected(values.error());
        unit.take(column, AmountUnit::usual(*values, query.filter, column));
        if (!unit.isKnown())
            break;
        among.filter.conditions = unit.conditions();
    }
    return unit;
}

Result<ShownAmounts::Answer> ShownAmounts::read(store::RowReader &reader, store::RowQuery query,
                                                const AmountUnit &usual)
{
    Answer answer{usual, usual, {}};
    if (!usual.isKnown()) {
        const auto found = unitOf(reader, {query.schema, query.runs, {}, {}});
        if (!found)
            return std::unexpected(found.error());
        answer.usual = answer.unit = *found;
    }
    const auto isFiltered = [&query](const QString &column) { return !query.filter.of(column).isEmpty(); };
    if (std::ranges::any_of(AmountUnit::columns(), isFiltered)) {
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
    }
    Q_EMIT changed();
}

QString ShownAmounts::text() const
{
    if (!m_known)
        return {};
    const QString column = columnTitle(m_schema.columns[size_t(m_amount)]);
    return tr("%1, %2: %L3 of %L4 known, median %5")
        .arg(column, m_unit.text())
        .arg(m_statistics.known)
        .arg(m_rows)
        .arg(CellFormat().number(m_statistics.median));
}

} // namespace linnet::models
