// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/randomtables.h"

#include "support/crawlrows.h"
#include "support/randommarks.h"
#include "support/vacancyrows.h"

#include <QRegularExpression>

namespace linnet::test {

using namespace Qt::Literals::StringLiterals;
using namespace store;
using namespace table;
using P = PageColumn;
using L = LinkColumn;

namespace {

constexpr int Addresses = 80;

QString beginning(const Value &value, qsizetype length)
{
    QString result = toText(value).left(length);
    if (!result.isEmpty() && result.back().isHighSurrogate())
        result.chop(1);
    return result;
}

} // namespace

const QStringList RandomTables::words{
    u"Ёж"_s, u"еж"_s,       u"ЕЖ"_s,     u"аналитик"_s,         u"Аналитик"_s,   u"Zebra"_s,     u"zebra"_s,
    u"1С"_s, u"1C"_s,       u"Ω mega"_s, u"\U0001F600 smile"_s, u"\uFB01 end"_s, QString(u""_s), u"10"_s,
    u"9"_s,  u"a\u00ADb"_s, u"ab"_s};

bool RandomTables::fill()
{
    addVacancies();
    addSite();
    if (!project.flush())
        return false;
    reader = project.reader();
    return reader != nullptr;
}

void RandomTables::addVacancies()
{
    const RunId run = project.writer().postRun(u"vacancies"_s, {});
    Unit unit;
    unit.run = run;
    const auto word = [this] { return words.at(random.bounded(int(words.size()))); };
    for (int i = 0; i < Vacancies; ++i) {
        Cells cells(vacancySchema().columns.size());
        for (size_t column = 0; column < cells.size(); ++column) {
            if (random.bounded(4) == 0)
                continue; // nothing
            switch (vacancySchema().columns[column].type) {
            case ColumnType::Integer:
                cells[column] = qint64(random.bounded(20)) - 5;
                break;
            case ColumnType::Real:
                cells[column] = double(random.bounded(40)) / 4;
                break;
            case ColumnType::Bool:
                cells[column] = random.bounded(2) == 0;
                break;
            case ColumnType::Code: // always spelled the same
                cells[column] = u"code_%1"_s.arg(random.bounded(4));
                break;
            case ColumnType::Time:
                cells[column] = u"2026-11-%1"_s.arg(10 + random.bounded(5));
                break;
            case ColumnType::List:
                cells[column] = u"%1; %2;;%3"_s.arg(word(), word(), word());
                break;
            default:
                cells[column] = word();
            }
        }
        unit.rows.push_back({&vacancySchema(), u"key %1"_s.arg(i), std::move(cells), RowMode::Keep});
    }
    project.writer().post(std::move(unit));
    const auto key = [](int i) { return u"key %1"_s.arg(i); };
    postRandomMarks(project, random, vacancySchema(), key, Vacancies, words);
}

void RandomTables::addSite()
{
    for (int site = 0; site < 2; ++site) {
        CrawlRows rows(project.writer().postRun(u"crawl"_s, {}));
        for (qint64 number = 1; number <= Addresses; ++number) {
            rows.address(
                number,
                qPrintable(u"http://site.example/%1%2"_s.arg(number % 7 ? u"p"_s : u"P"_s).arg(number)));
            if (random.bounded(5) > 0)
                rows.page(number, random.bounded(2) ? 200 : 404,
                          {{P::Verdict, random.bounded(2) ? Value() : Value(u"broken"_s)},
                           {P::Title, words.at(random.bounded(int(words.size())))},
                           {P::Depth, qint64(random.bounded(9))}});
        }
        qint64 from = 1;
        for (int link = 0; link < 500; ++link) {
            from = std::min<qint64>(from + (random.bounded(6) == 0), Addresses);
            rows.link(from, 1 + random.bounded(Addresses + 5), random.bounded(2) ? "a"_L1 : "img"_L1,
                      {{L::Anchor, words.at(random.bounded(int(words.size())))},
                       {L::Line, qint64(random.bounded(30))}});
        }
        project.writer().post(rows.take());
    }
    const auto key = [](int i) { return u"http://site.example/%1%2"_s.arg(i % 7 ? u"p"_s : u"P"_s).arg(i); };
    postRandomMarks(project, random, pageSchema(), key, Addresses, words);
}

const Column &RandomTables::anyColumn(const Schema &schema, bool longToo)
{
    for (;;) {
        const Column &column = schema.columns[size_t(random.bounded(int(schema.columns.size())))];
        if (longToo || !column.isStoredLong())
            return column;
    }
}

Value RandomTables::anyValue(const Schema &schema, const Column &column)
{
    const IdVector all = reader->ids({&schema, {}, {}, {}}).value_or(IdVector());
    const auto rows =
        reader->rows(schema, std::span(all).subspan(size_t(random.bounded(int(all.size()))), 1));
    return rows ? rows->front()[size_t(*schema.indexOf(QString(column.key)))] : Value();
}

Condition RandomTables::anyCondition(const Schema &schema)
{
    const Column &column = anyColumn(schema);
    const Value value = anyValue(schema, column);
    const bool negated = random.bounded(2) == 0;
    if (isNull(value))
        return {column.key, FilterOp::Empty, {}, negated};
    if (column.type == ColumnType::Bool)
        return {column.key, FilterOp::Equals, {value}, negated};
    switch (random.bounded(8)) {
    case 0:
        return {column.key, FilterOp::OneOf, {value, anyValue(schema, column)}, negated};
    case 1: // the empty ones too
        return {column.key, FilterOp::OneOf, {Value(), value}, negated};
    case 2:
        return {column.key, FilterOp::Contains, {beginning(value, 2)}, negated};
    case 3:
        return {column.key,
                FilterOp::Matches,
                {QRegularExpression::escape(beginning(value, 1)) + u"."_s},
                negated};
    case 4: {
        const Value other = anyValue(schema, column);
        return {column.key, FilterOp::Between, {value, isNull(other) ? value : other}, negated};
    }
    case 5:
        return {column.key, FilterOp::Less, {value}, negated};
    case 6:
        return {column.key, FilterOp::AtLeast, {value}, negated};
    default:
        return {column.key, FilterOp::Equals, {value}, negated};
    }
}

RowQuery RandomTables::anyQuery(const Schema &schema)
{
    RowQuery query{&schema, {}, {}, {}};
    for (int i = random.bounded(3); i > 0; --i)
        query.filter.conditions.append(anyCondition(schema));
    return query;
}

} // namespace linnet::test
