// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/filterparser.h"

#include "table/filterscanner.h"
#include "table/filtervalue.h"
#include "table/wordquery.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace linnet::table {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::pair<QStringView, FilterOp> Comparisons[] = {
    {u"<=", FilterOp::AtMost}, {u">=", FilterOp::AtLeast}, {u"<", FilterOp::Less},
    {u">", FilterOp::Greater}, {u"=", FilterOp::Equals},
};

// Stands for "any text column", where all operands are text.
constexpr Column AnyColumn{""_L1, ColumnType::Text, nullptr, nullptr, 0, false};

QStringView symbolOf(FilterOp op)
{
    const auto found = std::ranges::find(Comparisons, op, [](const auto &entry) { return entry.second; });
    return found == std::end(Comparisons) ? QStringView() : found->first;
}

/// Reads one test of a known column.
class TestReader
{
public:
    TestReader(FilterScanner &scanner, const Column &column)
        : m_scanner(scanner)
        , m_column(column)
    {
    }

    Result<Condition> read()
    {
        m_condition.column = m_column.key;
        m_condition.negated = m_scanner.takeKeyword(u"not");
        const qsizetype at = m_scanner.position();
        Result<void> done = readOp();
        if (!done)
            return std::unexpected(done.error());
        if (m_condition.column.isEmpty() && !isOfAnyText(m_condition.op))
            return FilterScanner::errorAt(at, u"* can only be tested with contains, has words or matches"_s);
        return m_condition;
    }

private:
    Result<void> readOp()
    {
        if (m_scanner.takeKeyword(u"contains"))
            return addText(FilterOp::Contains);
        if (m_scanner.takeKeyword(u"has"))
            return addWords();
        if (m_scanner.takeKeyword(u"matches"))
            return addPattern();
        if (m_scanner.takeKeyword(u"between"))
            return addSpan();
        if (m_scanner.takeKeyword(u"in"))
            return addList();
        if (m_scanner.takeKeyword(u"empty")) {
            m_condition.op = FilterOp::Empty;
            return {};
        }
        if (m_scanner.takeSymbol(u"!=")) {
            m_condition.negated = !m_condition.negated;
            m_condition.op = FilterOp::Equals;
            return add(false);
        }
        for (const auto &[symbol, op] : Comparisons) {
            if (!m_scanner.takeSymbol(symbol))
                continue;
            m_condition.op = op;
            return add(false);
        }
        return m_scanner.expected(u"= != < <= > >= contains has words between matches in empty or not"_s);
    }

    Result<void> add(bool inList)
    {
        const Result<FilterScanner::Word> word = m_scanner.value(inList);
        if (!word)
            return std::unexpected(word.error());
        const Result<Value> value = FilterValue::read(m_column, word->text);
        if (!value)
            return FilterScanner::errorAt(word->at, value.error().detail);
        m_condition.operands.append(*value);
        return {};
    }

    Result<void> addText(FilterOp op)
    {
        m_condition.op = op;
        const Result<FilterScanner::Word> word = m_scanner.value(false);
        if (!word)
            return std::unexpected(word.error());
        m_condition.operands.append(word->text);
        return {};
    }

    Result<void> addWords()
    {
        m_condition.op = FilterOp::HasWords;
        if (!m_scanner.takeKeyword(u"words"))
            return m_scanner.expected(u"\"words\""_s);
        const Result<FilterScanner::Word> word = m_scanner.value(false);
        if (!word)
            return std::unexpected(word.error());
        if (const Result<WordQuery> query = WordQuery::parse(word->text); !query)
            return FilterScanner::errorAt(word->at, query.error().detail);
        m_condition.operands.append(word->text);
        return {};
    }

    Result<void> addPattern()
    {
        m_condition.op = FilterOp::Matches;
        const Result<FilterScanner::Word> word = m_scanner.pattern();
        if (!word)
            return std::unexpected(word.error());
        const QRegularExpression expression(word->text, QRegularExpression::UseUnicodePropertiesOption);
        if (!expression.isValid())
            return FilterScanner::errorAt(word->at + expression.patternErrorOffset(),
                                          expression.errorString());
        m_condition.operands.append(word->text);
        return {};
    }

    Result<void> addSpan()
    {
        m_condition.op = FilterOp::Between;
        if (const Result<void> from = add(false); !from)
            return from;
        if (!m_scanner.takeKeyword(u"and"))
            return m_scanner.expected(u"\"and\" and the upper end"_s);
        return add(false);
    }

    Result<void> addList()
    {
        m_condition.op = FilterOp::OneOf;
        if (!m_scanner.takeSymbol(u"("))
            return m_scanner.expected(u"a list in brackets"_s);
        if (m_scanner.takeSymbol(u")"))
            return {};
        do {
            if (m_scanner.takeKeyword(u"empty")) {
                m_condition.operands.emplaceBack();
            } else if (const Result<void> added = add(true); !added) {
                return added;
            }
        } while (m_scanner.takeSymbol(u","));
        if (!m_scanner.takeSymbol(u")"))
            return m_scanner.expected(u"a comma or a closing bracket"_s);
        return {};
    }

    FilterScanner &m_scanner;
    const Column &m_column;
    Condition m_condition;
};

QString word(const Value &value)
{
    const QString text = toText(value);
    const bool isPlain =
        !text.isEmpty() && !FilterScanner::isKeyword(text) && std::ranges::none_of(text, [](QChar c) {
            return c.isSpace() || QStringView(u"\"(),=<>!*/").contains(c);
        });
    return isPlain ? text : FilterValue::quoted(text);
}

QString patternText(const QString &pattern)
{
    // Before the closing slash a backslash would be read as belonging to it.
    if (pattern.isEmpty() || pattern.endsWith(u'\\'))
        return FilterValue::quoted(pattern);
    return u'/' + QString(pattern).replace(u'/', u"\\/"_s) + u'/';
}

QString testText(const Condition &condition)
{
    const auto operand = [&](qsizetype i) { return condition.operands.value(i); };
    switch (condition.op) {
    case FilterOp::Contains:
        return u"contains "_s + word(operand(0));
    case FilterOp::HasWords:
        return u"has words "_s + word(operand(0));
    case FilterOp::Matches:
        return u"matches "_s + patternText(toText(operand(0)));
    case FilterOp::Empty:
        return u"empty"_s;
    case FilterOp::Between:
        return u"between "_s + word(operand(0)) + u" and "_s + word(operand(1));
    case FilterOp::OneOf: {
        QStringList words;
        for (const Value &value : condition.operands)
            words.append(isNull(value) ? u"empty"_s : word(value));
        return u"in ("_s + words.join(u", "_s) + u')';
    }
    default:
        return symbolOf(condition.op).toString() + u' ' + word(operand(0));
    }
}

} // namespace

FilterParser::FilterParser(const Schema &schema)
    : m_schema(schema)
{
}

Result<Filter> FilterParser::parse(QStringView text) const
{
    Filter filter;
    FilterScanner scanner(text);
    if (scanner.atEnd())
        return filter;
    for (;;) {
        const Result<FilterScanner::Word> name = scanner.column();
        if (!name)
            return std::unexpected(name.error());
        const bool isAny = name->text == u"*" && !name->isQuoted;
        const std::optional<int> index = m_schema.indexOf(name->text);
        if (!index && !isAny)
            return FilterScanner::errorAt(name->at, u"there is no column \"%1\""_s.arg(name->text));
        TestReader reader(scanner, isAny ? AnyColumn : m_schema.columns[size_t(*index)]);
        const Result<Condition> condition = reader.read();
        if (!condition)
            return std::unexpected(condition.error());
        filter.conditions.append(*condition);
        if (scanner.atEnd())
            return filter;
        if (!scanner.takeKeyword(u"and"))
            return scanner.expected(u"\"and\" or the end"_s);
    }
}

QString FilterParser::toText(const Filter &filter) const
{
    QStringList conditions;
    for (const Condition &condition : filter.conditions) {
        const QString column = condition.column.isEmpty() ? u"*"_s : word(condition.column);
        QString test = testText(condition);
        if (condition.negated)
            test = condition.op == FilterOp::Equals ? u'!' + test : u"not "_s + test;
        conditions.append(column + u' ' + test);
    }
    return conditions.join(u" and "_s);
}

} // namespace linnet::table
