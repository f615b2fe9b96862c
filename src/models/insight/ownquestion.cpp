// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/insight/ownquestion.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace linnet::models {

using namespace Qt::Literals::StringLiterals;
using table::Column;
using table::ColumnType;

namespace {

constexpr qsizetype LongestName = 200;
constexpr qsizetype MostQuestions = 500;

const Column *columnOf(const table::Schema &schema, const QString &key)
{
    const std::optional<int> index = schema.indexOf(key);
    return index ? &schema.columns[size_t(*index)] : nullptr;
}

} // namespace

bool OwnQuestion::canGroup(const Column &column)
{
    switch (column.type) {
    case ColumnType::LongText:
    case ColumnType::Url:  // each its own group
    case ColumnType::Time: // so are moments
        return false;
    default:
        return column.storage != table::Storage::OverTime; // known through a comparison only
    }
}

bool OwnQuestion::canMeasure(const Column &column)
{
    return (column.type == ColumnType::Integer || column.type == ColumnType::Real) &&
           column.storage != table::Storage::OverTime;
}

bool OwnQuestion::isAmount(const Column &column)
{
    constexpr QLatin1StringView Sizes[] = {"size"_L1, "length"_L1};
    return column.type == ColumnType::Real ||
           (column.type == ColumnType::Integer && std::ranges::find(Sizes, column.key) != std::end(Sizes));
}

std::optional<InsightQuestion> OwnQuestion::over(const table::Schema &schema) const
{
    const Column *of = columnOf(schema, by);
    const Column *measured = measure.isEmpty() ? nullptr : columnOf(schema, measure);
    const Column *cut = split.isEmpty() ? nullptr : columnOf(schema, split);
    if (!of || !canGroup(*of) || (!measure.isEmpty() && (!measured || !canMeasure(*measured))) ||
        (!split.isEmpty() && (!cut || !canGroup(*cut) || cut == of)))
        return {};
    InsightQuestion question;
    question.key = key();
    question.name = name;
    question.column = of->key;
    if (measured) {
        question.kind = InsightQuestion::Kind::Paid;
        question.measure = measured->key;
    } else if (isAmount(*of) && !cut) {
        question.kind = InsightQuestion::Kind::Spread;
    }
    if (cut)
        question.split = cut->key;
    return question;
}

std::vector<OwnQuestion> OwnQuestion::fromMemo(const QString &memo)
{
    std::vector<OwnQuestion> questions;
    for (const QJsonValue &value : QJsonDocument::fromJson(memo.toUtf8()).array()) {
        const QJsonObject object = value.toObject();
        const OwnQuestion question{object.value("number"_L1).toInt(),
                                   object.value("name"_L1).toString().simplified().left(LongestName),
                                   object.value("by"_L1).toString(), object.value("measure"_L1).toString(),
                                   object.value("split"_L1).toString()};
        const bool isThere =
            std::ranges::find(questions, question.number, &OwnQuestion::number) != questions.end();
        if (question.number <= 0 || question.name.isEmpty() || question.by.isEmpty() || isThere)
            continue;
        questions.push_back(question);
        if (qsizetype(questions.size()) == MostQuestions)
            break;
    }
    return questions;
}

QString OwnQuestion::toMemo(const std::vector<OwnQuestion> &questions)
{
    if (questions.empty())
        return {};
    QJsonArray array;
    for (const OwnQuestion &question : questions) {
        QJsonObject object{
            {u"number"_s, question.number}, {u"name"_s, question.name}, {u"by"_s, question.by}};
        if (!question.measure.isEmpty())
            object.insert(u"measure"_s, question.measure);
        if (!question.split.isEmpty())
            object.insert(u"split"_s, question.split);
        array.append(object);
    }
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

int OwnQuestion::nextNumber(const std::vector<OwnQuestion> &questions)
{
    int number = 0;
    for (const OwnQuestion &question : questions)
        number = std::max(number, question.number);
    return number + 1;
}

} // namespace linnet::models
