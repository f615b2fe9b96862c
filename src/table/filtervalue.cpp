// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/filtervalue.h"

#include <QRegularExpression>

#include <cmath>

namespace linnet::table::FilterValue {

using namespace Qt::Literals::StringLiterals;

namespace {

Result<double> readNumber(QStringView text)
{
    QString plain;
    for (const QChar c : text) {
        if (!c.isSpace())
            plain += c;
    }
    static const QRegularExpression ambiguous(u"^[-+]?\\d{1,3}(,\\d{3})+$"_s);
    if (ambiguous.match(plain).hasMatch())
        return fail(Reason::BadValue, u"\"%1\" can be read in two ways; write %2 or %3"_s.arg(text).arg(
                                          QString(plain).remove(u','), QString(plain).replace(u',', u'.')));
    bool ok = false;
    const double number = plain.replace(u',', u'.').toDouble(&ok);
    if (!ok || !std::isfinite(number))
        return fail(Reason::BadValue, u"expected a number instead of \"%1\""_s.arg(text));
    return number;
}

Result<Value> readBool(QStringView text)
{
    for (const QStringView yes : {u"true", u"yes", u"да", u"1"}) {
        if (text.compare(yes, Qt::CaseInsensitive) == 0)
            return true;
    }
    for (const QStringView no : {u"false", u"no", u"нет", u"0"}) {
        if (text.compare(no, Qt::CaseInsensitive) == 0)
            return false;
    }
    return fail(Reason::BadValue, u"expected true or false instead of \"%1\""_s.arg(text));
}

} // namespace

bool isNumeric(const Column &column)
{
    return column.type == ColumnType::Integer || column.type == ColumnType::Real;
}

bool isSpan(const Column &column)
{
    return isNumeric(column) || column.type == ColumnType::Time;
}

Result<Value> read(const Column &column, QStringView text)
{
    if (column.type == ColumnType::Bool)
        return readBool(text.trimmed());
    if (!isNumeric(column))
        return Value(text.isEmpty() ? u""_s : text.toString());
    bool isWhole = false;
    const qint64 whole = text.trimmed().toLongLong(&isWhole);
    if (isWhole && column.type == ColumnType::Integer)
        return whole;
    const Result<double> number = readNumber(text);
    if (!number)
        return std::unexpected(number.error());
    if (column.type == ColumnType::Integer && *number == std::trunc(*number) && std::abs(*number) < 1e15)
        return qint64(*number);
    return *number;
}

QString quoted(const QString &text)
{
    return u'"' + QString(text).replace(u'"', u"\"\""_s) + u'"';
}

} // namespace linnet::table::FilterValue
