// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/columns/cellreader.h"

#include "base/textfold.h"
#include "base/translations.h"
#include "exports/table/formulaguard.h"
#include "imports/workbook/cellformats.h"
#include "table/codetitle.h"
#include "table/listvalue.h"

#include <QDateTime>
#include <QHash>
#include <QMutex>
#include <QRegularExpression>

#include <cmath>

namespace linnet::imports {

using namespace Qt::Literals::StringLiterals;
using table::ColumnType;
using table::Value;

namespace {

bool isSign(QChar unit)
{
    return unit == u'+' || unit == u'-' || unit == u'\u2212';
}

/// Without blanks, and without the currency before or behind it.
QString bareNumber(QStringView text)
{
    QString bare;
    for (const QChar unit : text) {
        if (!unit.isSpace() && unit != u'\'' && unit.category() != QChar::Other_Format)
            bare += unit == u'\u2212' ? QChar(u'-') : unit;
    }
    static const QStringList signs{u"₽"_s, u"€"_s,   u"£"_s,   u"₸"_s,   u"руб."_s, u"руб"_s, u"р."_s,
                                   u"rub"_s, u"rur"_s, u"usd"_s, u"eur"_s, u"kzt"_s,  u"byn"_s, u"$"_s};
    for (const QString &sign : signs) {
        if (bare.endsWith(sign, Qt::CaseInsensitive)) {
            bare.chop(sign.size());
            break;
        }
        if (bare.startsWith(sign, Qt::CaseInsensitive)) {
            bare.remove(0, sign.size());
            break;
        }
    }
    return bare;
}

/// "1,234,567": whole groups of three behind a first one of up to three.
bool isGrouped(QStringView digits, QChar mark)
{
    const auto groups = digits.split(mark);
    if (groups.size() < 2 || groups.front().isEmpty() || groups.front().size() > 3 || groups.front() == u"0")
        return false;
    for (qsizetype i = 1; i < groups.size(); ++i) {
        if (groups.at(i).size() != 3)
            return false;
    }
    return true;
}

/// The titles of a column's codes in both languages, folded, and the codes.
QString codeOf(const table::Column &column, const QString &text)
{
    static QMutex mutex;
    static QHash<const table::Column *, QHash<QString, QString>> known;
    const QMutexLocker lock(&mutex);
    QHash<QString, QString> &codes = known[&column];
    if (codes.isEmpty()) {
        for (const table::Code &code : column.codes) {
            codes.insert(foldText(inRussian("linnet::table", code.title)), code.code);
            codes.insert(foldText(QString::fromUtf8(code.title)), code.code);
        }
        for (const QString &code : table::titledCodes(column))
            codes.insert(foldText(table::codeTitle(column, code)), code);
        for (const QString &code : table::titledCodes(column))
            codes.insert(foldText(code), code);
    }
    return codes.value(foldText(text.trimmed()), text);
}

Value listOf(const QString &text, bool commaParts)
{
    QStringList items;
    const bool byComma = commaParts && !text.contains(u';') && !text.contains(u'\n');
    QString item;
    for (const QChar unit : text) {
        if (unit == u';' || unit == u'\n' || (byComma && unit == u',')) {
            items.append(item);
            item.clear();
        } else {
            item += unit;
        }
    }
    items.append(item);
    return table::listValue(items);
}

std::optional<Value> whole(double number)
{
    constexpr double MostExact = 9e15;
    if (number != std::trunc(number) || std::abs(number) > MostExact)
        return std::nullopt;
    return Value(qint64(number));
}

} // namespace

std::optional<double> CellReader::number(QStringView text) const
{
    QString bare = bareNumber(text);
    const QStringView digits =
        bare.startsWith(u'-') || bare.startsWith(u'+') ? QStringView(bare).sliced(1) : QStringView(bare);
    const bool hasPoint = bare.contains(u'.');
    const bool hasComma = bare.contains(u',');
    if (hasPoint && hasComma)
        bare.remove(bare.lastIndexOf(u'.') > bare.lastIndexOf(u',') ? u',' : u'.');
    else if (hasComma && !commaIsDecimal && isGrouped(digits, u','))
        bare.remove(u',');
    else if (hasPoint && digits.count(u'.') > 1 && isGrouped(digits, u'.'))
        bare.remove(u'.');
    bare.replace(u',', u'.');
    bool isNumber = false;
    const double number = bare.toDouble(&isNumber);
    const bool begins =
        !bare.isEmpty() && (bare.front().isDigit() || isSign(bare.front()) || bare.front() == u'.');
    if (!isNumber || !begins || !std::isfinite(number))
        return std::nullopt;
    return number;
}

std::optional<bool> CellReader::yesOrNo(QStringView text)
{
    static const QHash<QString, bool> words{
        {u"true"_s, true},   {u"false"_s, false}, {u"yes"_s, true}, {u"no"_s, false}, {u"y"_s, true},
        {u"n"_s, false},     {u"1"_s, true},      {u"0"_s, false},  {u"да"_s, true},  {u"нет"_s, false},
        {u"истина"_s, true}, {u"ложь"_s, false},  {u"+"_s, true},   {u"-"_s, false}};
    const auto found = words.constFind(foldText(text.trimmed()));
    return found == words.constEnd() ? std::nullopt : std::optional(*found);
}

std::optional<QString> CellReader::time(const QString &text)
{
    static const QRegularExpression iso(uR"(^\d{4}-\d\d-\d\d(?:[T ].*)?$)"_s);
    static const QRegularExpression byDay(
        uR"(^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d\d)(?:г\.?)?(?:[ ,T]+(\d{1,2}):(\d\d)(?::(\d\d))?)?$)"_s);
    const QString trimmed = text.trimmed();
    if (iso.match(trimmed).hasMatch())
        return QDate::fromString(trimmed.left(10), Qt::ISODate).isValid() ? std::optional(trimmed)
                                                                          : std::nullopt;
    if (const auto match = byDay.match(trimmed); match.hasMatch()) {
        constexpr int Century = 2000;
        int day = match.capturedView(1).toInt();
        int month = match.capturedView(3).toInt();
        const int year = match.capturedView(4).toInt() + (match.capturedView(4).size() == 2 ? Century : 0);
        if (month > 12 && match.capturedView(2) == u"/")
            std::swap(day, month); // as Americans write it
        const QDate date(year, month, day);
        if (!date.isValid())
            return std::nullopt;
        if (match.capturedView(5).isEmpty())
            return date.toString(Qt::ISODate);
        const QTime clock(match.capturedView(5).toInt(), match.capturedView(6).toInt(),
                          match.capturedView(7).toInt());
        return clock.isValid()
                   ? std::optional(date.toString(Qt::ISODate) + u'T' + clock.toString(u"HH:mm:ss"))
                   : std::nullopt;
    }
    // As Excel counts days; other numbers would be guesses.
    constexpr double From = 20'000; // 1954
    constexpr double To = 80'000;   // 2119
    const auto serial = CellReader{.commaIsDecimal = true}.number(trimmed);
    if (serial && *serial >= From && *serial < To)
        return CellFormats::dateText(*serial, false);
    return std::nullopt;
}

std::optional<Value> CellReader::read(const Value &cell, const table::Column &column) const
{
    if (table::isNull(cell))
        return Value();
    QString text = table::toText(cell);
    if (guarded && text.startsWith(u'\'') && exports::looksLikeFormula(QStringView(text).sliced(1)))
        text.remove(0, 1);
    switch (column.type) {
    case ColumnType::Text:
    case ColumnType::LongText:
    case ColumnType::Url:
        return Value(text);
    case ColumnType::Code:
        return Value(codeOf(column, text));
    case ColumnType::List:
        return listOf(text, commaParts);
    case ColumnType::Bool: {
        const auto yes = yesOrNo(text);
        return yes ? std::optional<Value>(*yes) : std::nullopt;
    }
    case ColumnType::Integer: {
        bool isWhole = false;
        if (const qlonglong exact = text.toLongLong(&isWhole); isWhole)
            return Value(qint64(exact));
        const auto read = number(text);
        return read ? whole(*read) : std::nullopt;
    }
    case ColumnType::Real: {
        if (const auto *real = std::get_if<double>(&cell))
            return Value(*real);
        const auto read = number(text);
        return read ? std::optional<Value>(*read) : std::nullopt;
    }
    case ColumnType::Time: {
        const auto read = time(text);
        return read ? std::optional<Value>(*read) : std::nullopt;
    }
    }
    return std::nullopt;
}

} // namespace linnet::imports
