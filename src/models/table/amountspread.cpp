// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/amountspread.h"

#include <cmath>

namespace linnet::models {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int Kinds = 20; // of periods, say; most are rare

} // namespace

AmountSpread::AmountSpread(FacetModel &facets, FilterState &state, QObject *parent)
    : QObject(parent)
    , m_facets(facets)
    , m_state(state)
    , m_amount(state.schema().indexOf(u"salary_from").value_or(-1))
    , m_currency(state.schema().indexOf(AmountUnit::CurrencyColumn).value_or(-1))
{
    connect(&facets, &FacetModel::loaded, this, [this](const QString &column) {
        if (m_amount >= 0 && m_currency >= 0 && column == AmountUnit::CurrencyColumn)
            ask();
    });
}

void AmountSpread::setReaders(store::QueryThread *queries)
{
    if (m_queries)
        m_queries->disconnect(this);
    m_queries = queries;
    m_ticket = m_unitTicket = 0;
    m_statistics = {};
    Q_EMIT changed();
    if (!queries)
        return;
    const auto takeValues = [this](quint64 ticket, const QString &,
                                   const Result<std::vector<store::FacetEntry>> &entries) {
        take(ticket, entries);
    };
    const auto takeStatistics = [this](quint64 ticket, const QString &,
                                       const Result<store::ColumnStatistics> &statistics) {
        if (ticket != m_ticket || ticket == 0)
            return;
        m_ticket = 0;
        m_statistics = statistics ? *statistics : store::ColumnStatistics();
        m_unit = m_askedUnit;
        Q_EMIT changed();
    };
    connect(queries, &store::QueryThread::facetReady, this, takeValues);
    connect(queries, &store::QueryThread::statisticsReady, this, takeStatistics);
}

void AmountSpread::ask()
{
    const std::vector<store::FacetEntry> &currencies = m_facets.entries(AmountUnit::CurrencyColumn);
    m_rows = 0;
    for (const store::FacetEntry &entry : currencies)
        m_rows += entry.count;
    m_askedUnit = {};
    m_askedUnit.take(AmountUnit::CurrencyColumn,
                     AmountUnit::usual(currencies, m_state.filter(), AmountUnit::CurrencyColumn));
    if (!m_askedUnit.isKnown() || !m_queries) {
        m_statistics = {};
        m_unit = {};
        Q_EMIT changed();
        return;
    }
    m_unasked = AmountUnit::columns();
    m_unasked.removeIf([this](const QString &column) {
        return column == AmountUnit::CurrencyColumn || !m_state.schema().indexOf(column);
    });
    askNext();
}

void AmountSpread::askNext()
{
    if (!m_queries)
        return;
    if (m_unasked.isEmpty())
        m_ticket = m_queries->statistics(query(m_askedUnit), u"salary_from"_s, Buckets);
    else
        m_unitTicket = m_queries->facet(query(m_askedUnit), m_unasked.constFirst(), Kinds);
}

void AmountSpread::take(quint64 ticket, const Result<std::vector<store::FacetEntry>> &entries)
{
    if (ticket != m_unitTicket || ticket == 0)
        return;
    m_unitTicket = 0;
    const QString column = m_unasked.takeFirst();
    if (entries)
        m_askedUnit.take(column, AmountUnit::usual(*entries, m_state.filter(), column));
    askNext();
}

store::RowQuery AmountSpread::query(const AmountUnit &unit) const
{
    store::RowQuery query = m_facets.query();
    const QStringList own = AmountUnit::columns();
    for (const QString &column : own)
        query.filter = query.filter.without(column);
    query.filter = query.filter.without(u"salary_from"_s);
    query.filter.conditions << unit.conditions();
    return query;
}

QString AmountSpread::title() const
{
    if (m_amount < 0)
        return {};
    const QString column = columnTitle(m_state.schema().columns[size_t(m_amount)]);
    return m_unit.isKnown() ? tr("%1, %2").arg(column, m_unit.text()) : column;
}

QString AmountSpread::knownText() const
{
    return tr("%L1 of %L2 known").arg(m_statistics.known).arg(std::max(m_rows, m_statistics.known));
}

void AmountSpread::choose(int firstBucket, int lastBucket)
{
    const auto count = int(m_statistics.buckets.size());
    if (firstBucket < 0 || lastBucket < firstBucket || lastBucket >= count)
        return;
    const double width = m_statistics.bucketWidth();
    const double from = m_statistics.min + firstBucket * width;
    const double to =
        lastBucket == count - 1 ? m_statistics.max : m_statistics.min + (lastBucket + 1) * width;
    for (const table::Condition &condition : m_unit.conditions()) {
        const int column = m_state.schema().indexOf(condition.column).value_or(m_currency);
        const QList<table::Value> before = m_state.picked(column);
        if (before == condition.operands)
            continue;
        for (const table::Value &other : before)
            m_state.setPicked(column, other, false);
        for (const table::Value &value : condition.operands)
            m_state.setPicked(column, value, true);
    }
    m_state.setRange(m_amount, std::floor(from), std::ceil(to));
}

} // namespace linnet::models
