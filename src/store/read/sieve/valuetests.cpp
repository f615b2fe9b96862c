// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/read/sieve/valuetests.h"

#include "base/textfold.h"
#include "store/read/valuesql.h"
#include "store/sqlite/database.h"
#include "store/sqlite/sqlfunctions.h"

namespace linnet::store {

using table::Condition;
using table::FilterOp;

Result<ValueTests> ValueTests::prepare(Database &database, const table::Schema &schema,
                                       const table::Column &column, std::span<const Condition> conditions)
{
    Q_ASSERT(qsizetype(conditions.size()) <= Most);
    const auto home = ColumnSql(schema).home(column);
    const ValueSql tested =
        home ? ValueSql::at(*home, column, "?1") : ValueSql(column.key, "?1", column.type);
    ValueTests result;
    ValueSql::Operands operands;
    QByteArray select;
    for (const Condition &condition : conditions) {
        if (const Result<void> checked = ValueSql::check(condition); !checked)
            return std::unexpected(checked.error());
        const Result<QByteArray> passes = tested.test(condition, operands);
        if (!passes)
            return std::unexpected(passes.error());
        select += (select.isEmpty() ? "SELECT ifnull(" : ", ifnull(") + *passes + ", 0)";
        const quint64 bit = quint64(1) << result.m_count++;
        result.m_negated |= condition.negated ? bit : 0;
        result.m_ofSql |= result.takeOver(condition, tested, bit) ? 0 : bit;
    }
    Result<Statement> tests = database.prepare(select);
    if (!tests)
        return std::unexpected(tests.error());
    result.m_tests = std::move(*tests);
    result.m_texts.reserve(size_t(operands.size()));
    int next = 2;
    for (const table::Value &operand : operands) {
        if (const auto *text = std::get_if<QString>(&operand))
            result.m_tests.bindUtf8(next++, result.m_texts.emplace_back(text->toUtf8()));
        else
            result.m_tests.bind(next++, operand);
    }
    return result;
}

bool ValueTests::takeOver(const Condition &condition, const ValueSql &tested, quint64 bit)
{
    if (tested.isFolded() && (condition.op == FilterOp::Equals || condition.op == FilterOp::OneOf)) {
        for (const table::Value &operand : condition.operands) {
            if (!table::isNull(operand))
                m_equals[foldText(table::toText(operand)).toUtf8()] |= bit;
        }
        return true;
    }
    if (tested.isOneText() && condition.op == FilterOp::Matches) {
        m_patterns.emplace_back(filterExpression(table::toText(condition.operands.front())), bit);
        return true;
    }
    return false;
}

Result<quint64> ValueTests::passed(const table::CellView &value)
{
    const auto *text = std::get_if<QByteArrayView>(&value);
    if (!text || text->isEmpty())
        return askSql(value);
    quint64 passed = 0;
    if (m_ofSql != 0) {
        const Result<quint64> asked = askSql(value);
        if (!asked)
            return asked;
        passed = (*asked ^ m_negated) & m_ofSql;
    }
    if (!m_equals.isEmpty()) {
        const QByteArrayView folded = m_folded.utf8(*text);
        passed |= m_equals.value(QByteArray::fromRawData(folded.data(), folded.size()));
    }
    if (!m_patterns.empty()) {
        const QString units = QString::fromUtf8(*text);
        for (const auto &[pattern, bit] : m_patterns)
            passed |= pattern.match(units).hasMatch() ? bit : 0;
    }
    return passed ^ m_negated;
}

Result<quint64> ValueTests::askSql(const table::CellView &value)
{
    if (const auto *text = std::get_if<QByteArrayView>(&value))
        m_tests.bindUtf8(1, *text);
    else
        m_tests.bind(1, table::toValue(value));
    const Result<bool> row = m_tests.step();
    if (!row)
        return std::unexpected(row.error());
    quint64 passed = 0;
    for (int i = 0; i < m_count; ++i)
        passed |= quint64(m_tests.integer(i) != 0) << i;
    m_tests.reset();
    return passed ^ m_negated;
}

} // namespace linnet::store
