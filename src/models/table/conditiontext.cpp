// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/conditiontext.h"

#include "models/table/cellformat.h"

#include <QCoreApplication>

namespace linnet::models {

using namespace Qt::Literals::StringLiterals;
using table::ColumnType;
using table::Condition;
using table::FilterOp;

namespace {

constexpr qsizetype NamedValues = 3;

QString words(const char *text, int n = -1)
{
    return QCoreApplication::translate("linnet::models", text, nullptr, n);
}

const table::Column *columnOf(const table::Schema &schema, const Condition &condition)
{
    const auto index = schema.indexOf(condition.column);
    return index ? &schema.columns[size_t(*index)] : nullptr;
}

QStringList valueTexts(const table::Column *column, const Condition &condition)
{
    static constexpr table::Column anyText{{}, ColumnType::Text, nullptr, nullptr};
    const CellFormat format;
    QStringList result;
    for (const table::Value &value : condition.operands)
        result << (table::isNull(value) ? words(QT_TRANSLATE_NOOP("linnet::models", "not stated"))
                                        : format.display(column ? *column : anyText, value));
    return result;
}

QString listText(const QStringList &values)
{
    const QString shown = values.first(std::min(values.size(), NamedValues)).join(", "_L1);
    const int more = int(std::max<qsizetype>(values.size() - NamedValues, 0));
    return more == 0 ? shown
                     : words(QT_TRANSLATE_N_NOOP("linnet::models", "%1 and %n more"), more).arg(shown);
}

// Template of one operand, by kind of column: times are before and after, amounts under and over.
const char *comparison(FilterOp op, bool isTime)
{
    switch (op) {
    case FilterOp::Less:
        return isTime ? QT_TRANSLATE_NOOP("linnet::models", "before %1")
                      : QT_TRANSLATE_NOOP("linnet::models", "under %1");
    case FilterOp::AtMost:
        return isTime ? QT_TRANSLATE_NOOP("linnet::models", "until %1")
                      : QT_TRANSLATE_NOOP("linnet::models", "up to %1");
    case FilterOp::Greater:
        return isTime ? QT_TRANSLATE_NOOP("linnet::models", "after %1")
                      : QT_TRANSLATE_NOOP("linnet::models", "over %1");
    case FilterOp::AtLeast:
        return isTime ? QT_TRANSLATE_NOOP("linnet::models", "since %1")
                      : QT_TRANSLATE_NOOP("linnet::models", "from %1");
    case FilterOp::Matches:
        return QT_TRANSLATE_NOOP("linnet::models", "matches /%1/");
    default:
        return "%1";
    }
}

QString equalsText(const table::Column *column, const QString &value)
{
    const bool isText = column && (column->type == ColumnType::Text || column->type == ColumnType::LongText ||
                                   column->type == ColumnType::Url);
    return isText ? words(QT_TRANSLATE_NOOP("linnet::models", "exactly “%1”")).arg(value) : value;
}

QString positiveText(const table::Column *column, const Condition &condition)
{
    const QStringList values = valueTexts(column, condition);
    const QString first = values.value(0);
    switch (condition.op) {
    case FilterOp::Empty:
        return words(QT_TRANSLATE_NOOP("linnet::models", "empty"));
    case FilterOp::OneOf:
        return listText(values);
    case FilterOp::Equals:
        return equalsText(column, first);
    case FilterOp::Between:
        return words(QT_TRANSLATE_NOOP("linnet::models", "%1 to %2")).arg(first, values.value(1));
    case FilterOp::Contains:
        return first;
    case FilterOp::HasWords:
        return words(QT_TRANSLATE_NOOP("linnet::models", "words %1")).arg(first);
    default: {
        const char *pattern = comparison(condition.op, column && column->type == ColumnType::Time);
        return words(pattern).arg(first);
    }
    }
}

} // namespace

QString conditionColumnText(const table::Schema &schema, const Condition &condition)
{
    const table::Column *column = columnOf(schema, condition);
    QString title = column ? columnTitle(*column) : words(QT_TRANSLATE_NOOP("linnet::models", "any column"));
    // "Experience" becomes part of a phrase; "URL" stays as it is.
    if (title.size() > 1 && title[1].isLower())
        title[0] = title[0].toLower();
    return title;
}

QString conditionText(const table::Schema &schema, const Condition &condition)
{
    const QString text = positiveText(columnOf(schema, condition), condition);
    return condition.negated ? words(QT_TRANSLATE_NOOP("linnet::models", "not %1")).arg(text) : text;
}

QString filterText(const table::Schema &schema, const table::Filter &filter)
{
    QStringList parts;
    for (const Condition &condition : filter.conditions)
        parts << conditionColumnText(schema, condition) + ": "_L1 + conditionText(schema, condition);
    return parts.join("; "_L1);
}

} // namespace linnet::models
