// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/filterstate.h"

#include "base/textfold.h"
#include "models/table/conditiontext.h"
#include "table/codetitle.h"
#include "table/filtercell.h"

namespace linnet::models {

using namespace Qt::Literals::StringLiterals;
using table::ColumnType;
using table::Condition;
using table::FilterOp;
using table::Value;

namespace {

bool isAnyText(const Condition &condition)
{
    return condition.column.isEmpty() && !condition.negated &&
           (condition.op == FilterOp::Contains || condition.op == FilterOp::HasWords);
}

} // namespace

FilterState::FilterState(const table::Schema &schema, QObject *parent)
    : QObject(parent)
    , m_schema(schema)
    , m_texts(qsizetype(schema.columns.size()))
    , m_errors(qsizetype(schema.columns.size()))
{
}

table::Filter FilterState::filter() const
{
    table::Filter result;
    for (const Entry &entry : m_entries)
        result.conditions << entry.condition;
    return result;
}

void FilterState::setFilter(const table::Filter &filter)
{
    const QList<Entry> before = std::exchange(m_entries, {});
    for (int column = 0; column < m_texts.size(); ++column)
        setCell(column, {}, {});
    for (const Condition &condition : filter.conditions)
        m_entries << Entry{condition, false};
    for (const Condition &condition : filter.conditions)
        retype(condition.column);
    commit(before);
}

void FilterState::clear()
{
    setFilter({});
}

QString FilterState::cellText(int column) const
{
    return m_texts[column];
}

QString FilterState::cellError(int column) const
{
    return m_errors[column];
}

void FilterState::setCellText(int column, const QString &text)
{
    if (text == m_texts[column])
        return;
    const table::Column &target = columnAt(column);
    const QList<Entry> before = m_entries;
    const auto conditions = read(target, text);
    replaceTyped(target.key, conditions ? *conditions : QList<Condition>());
    setCell(column, text, conditions ? QString() : errorText(target, conditions.error()));
    commit(before);
}

// The codes whose titles have the text in them, or with a sign of equality before it are the text.
Condition FilterState::ofTitles(const table::Column &column, const QString &typed)
{
    Condition found{column.key, FilterOp::OneOf, {}, false};
    QString wanted = typed;
    bool isWhole = false;
    for (const QLatin1StringView sign : {"!="_L1, "<>"_L1, "="_L1}) {
        if (isWhole || !typed.startsWith(sign))
            continue;
        isWhole = true;
        found.negated = sign != "="_L1;
        wanted = typed.sliced(sign.size()).trimmed();
    }
    if (!isWhole && typed.startsWith(u'!') && !typed.startsWith("!/"_L1)) {
        found.negated = true;
        wanted = typed.sliced(1).trimmed();
    }
    if (wanted.isEmpty())
        return found;
    for (const QString &code : table::titledCodes(column)) {
        const QString title = foldText(table::codeTitle(column, code));
        if (isWhole ? title == wanted : title.contains(wanted))
            found.operands << code;
    }
    return found;
}

// What people see are titles and words, so that is what they type: "work in" for the code trudvsem, "yes" for
// true.
Result<QList<Condition>> FilterState::read(const table::Column &column, const QString &text) const
{
    const QString typed = foldText(text.trimmed());
    if (typed.isEmpty())
        return QList<Condition>();
    if (column.type == ColumnType::Bool) {
        for (const bool value : {true, false}) {
            if (foldText(CellFormat().display(column, value)).startsWith(typed))
                return QList{Condition{column.key, FilterOp::Equals, {value}, false}};
        }
    }
    if (column.type == ColumnType::Code) {
        if (const Condition found = ofTitles(column, typed); !found.operands.isEmpty())
            return QList{found};
    }
    return table::FilterCell(column).parse(text);
}

QString FilterState::errorText(const table::Column &column, const Error &error) const
{
    if (CellFormat::isNumber(column))
        return tr(
            "This is not an amount, so it filters nothing. Examples: 50000, >50000, 50000~90000, = for empty "
            "cells.");
    if (column.type == ColumnType::Bool)
        return tr("This is neither yes nor no, so it filters nothing. Use = for empty cells.");
    return tr("This cannot be read, so it filters nothing (%1). Examples: word, !word, ~whole words, "
              "=exact text, /pattern/.")
        .arg(error.detail);
}

void FilterState::replaceTyped(const QString &key, const QList<Condition> &conditions)
{
    const auto isOld = [&](const Entry &entry) { return entry.typed && entry.condition.column == key; };
    const auto first = std::find_if(m_entries.cbegin(), m_entries.cend(), isOld);
    qsizetype place = first - m_entries.cbegin();
    m_entries.removeIf(isOld);
    for (const Condition &condition : conditions)
        m_entries.insert(place++, Entry{condition, true});
}

void FilterState::setCell(int column, const QString &text, const QString &error)
{
    if (m_texts[column] == text && m_errors[column] == error)
        return;
    m_texts[column] = text;
    m_errors[column] = error;
    Q_EMIT cellChanged(column);
}

// Shows in the cell what it can say of the column's conditions: the typed ones that are left, else one that
// came from elsewhere.
void FilterState::retype(const QString &key)
{
    const auto column = m_schema.indexOf(key);
    if (!column || !m_errors[*column].isEmpty())
        return;
    const auto isOfColumn = [&](const Entry &entry) { return entry.condition.column == key; };
    QList<Entry *> own;
    for (Entry &entry : m_entries) {
        if (isOfColumn(entry))
            own << &entry;
    }
    QString text;
    for (Entry *entry : own)
        entry->typed = false;
    for (Entry *entry : own) {
        text = cellTextOf(columnAt(*column), entry->condition);
        entry->typed = !text.isEmpty();
        if (entry->typed)
            break;
    }
    setCell(*column, text, {});
}

// Codes by the titles that people see.
QString FilterState::cellTextOf(const table::Column &column, const Condition &condition)
{
    if (column.type != ColumnType::Code || condition.op != FilterOp::Equals)
        return table::FilterCell(column).toText(condition);
    const QString title = table::codeTitle(column, table::toText(condition.operands.value(0)));
    return (condition.negated ? u"!="_s : u"="_s) + title;
}

QList<Value> FilterState::picked(int column) const
{
    for (const Entry &entry : m_entries) {
        const Condition &condition = entry.condition;
        if (condition.column == columnAt(column).key && condition.op == FilterOp::OneOf && !condition.negated)
            return condition.operands;
    }
    return {};
}

void FilterState::setPicked(int column, const Value &value, bool on)
{
    const QList<Entry> before = m_entries;
    const QString key = columnAt(column).key;
    const auto it = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &entry) {
        return entry.condition.column == key && entry.condition.op == FilterOp::OneOf &&
               !entry.condition.negated;
    });
    if (it == m_entries.end()) {
        if (on)
            m_entries << Entry{{key, FilterOp::OneOf, {value}, false}, false};
    } else {
        it->condition.operands.removeAll(value);
        if (on)
            it->condition.operands << value;
        const bool wasTyped = std::exchange(it->typed, false);
        if (it->condition.operands.isEmpty())
            m_entries.erase(it);
        if (wasTyped)
            setCell(column, {}, {});
    }
    commit(before);
}

void FilterState::keepOnly(int column, const Value &value)
{
    if (table::isNull(value))
        add({columnAt(column).key, FilterOp::Empty, {}, false});
    else
        add({columnAt(column).key, FilterOp::Equals, {value}, false});
}

void FilterState::except(int column, const Value &value)
{
    // In a list it is an item that must not be there, elsewhere the whole cell.
    const FilterOp op = columnAt(column).type == ColumnType::List ? FilterOp::OneOf : FilterOp::Equals;
    if (table::isNull(value))
        add({columnAt(column).key, FilterOp::Empty, {}, true});
    else
        add({columnAt(column).key, op, {value}, true});
}

bool FilterState::holds(const Condition &condition) const
{
    return std::ranges::any_of(m_entries, [&](const Entry &entry) { return entry.condition == condition; });
}

void FilterState::setHolds(const Condition &condition, bool on)
{
    const auto same = [&](const Entry &entry) { return entry.condition == condition; };
    if (on)
        add(condition);
    else if (const auto found = std::ranges::find_if(m_entries, same); found != m_entries.end())
        removeChip(int(found - m_entries.begin()));
}

void FilterState::setRange(int column, double from, double to)
{
    const QList<Entry> before = m_entries;
    const QString key = columnAt(column).key;
    m_entries.removeIf([&](const Entry &entry) {
        return entry.condition.column == key && entry.condition.op == FilterOp::Between;
    });
    m_entries << Entry{{key, FilterOp::Between, {from, to}, false}, false};
    retype(key);
    commit(before);
}

void FilterState::add(Condition condition)
{
    const QList<Entry> before = m_entries;
    const auto same = [&](const Entry &entry) { return entry.condition == condition; };
    if (std::none_of(m_entries.cbegin(), m_entries.cend(), same)) {
        m_entries << Entry{condition, false};
        if (const auto column = m_schema.indexOf(condition.column); column && m_texts[*column].isEmpty())
            retype(condition.column);
    }
    commit(before);
}

void FilterState::limit(const QList<Condition> &conditions)
{
    const QList<Entry> before = m_entries;
    for (const Condition &condition : conditions) {
        const auto same = [&](const Entry &entry) { return entry.condition.column == condition.column; };
        if (std::ranges::any_of(before, same))
            continue;
        m_entries << Entry{condition, false};
    }
    commit(before);
}

const Condition *FilterState::anyTextCondition() const
{
    const auto found = std::ranges::find_if(m_entries, isAnyText, &Entry::condition);
    return found == m_entries.end() ? nullptr : &found->condition;
}

QString FilterState::anyText() const
{
    const Condition *condition = anyTextCondition();
    return condition ? table::toText(condition->operands.value(0)) : QString();
}

bool FilterState::isAnyTextOfWords() const
{
    const Condition *condition = anyTextCondition();
    return condition && condition->op == FilterOp::HasWords;
}

void FilterState::setAnyText(const QString &text, bool isOfWords)
{
    const QList<Entry> before = m_entries;
    const auto old = std::find_if(m_entries.begin(), m_entries.end(),
                                  [](const Entry &entry) { return isAnyText(entry.condition); });
    const Condition condition{{}, isOfWords ? FilterOp::HasWords : FilterOp::Contains, {text}, false};
    if (old == m_entries.end() && !text.isEmpty())
        m_entries << Entry{condition, false};
    else if (old != m_entries.end() && text.isEmpty())
        m_entries.erase(old);
    else if (old != m_entries.end())
        old->condition = condition;
    commit(before);
}

QList<FilterState::Chip> FilterState::chips() const
{
    QList<Chip> result;
    for (const Entry &entry : m_entries)
        result << Chip{conditionColumnText(m_schema, entry.condition), conditionText(entry.condition)};
    return result;
}

QString FilterState::conditionText(const Condition &condition) const
{
    return models::conditionText(m_schema, condition);
}

void FilterState::removeChip(int index)
{
    if (index < 0 || index >= m_entries.size())
        return;
    const QList<Entry> before = m_entries;
    const Entry gone = m_entries.takeAt(index);
    if (gone.typed)
        retype(gone.condition.column);
    commit(before);
}

void FilterState::commit(const QList<Entry> &before)
{
    const auto sameCondition = [](const Entry &a, const Entry &b) { return a.condition == b.condition; };
    if (!std::equal(before.cbegin(), before.cend(), m_entries.cbegin(), m_entries.cend(), sameCondition))
        Q_EMIT changed();
}

} // namespace linnet::models
