// SPDX-License-Identifier: GPL-3.0-or-later
#include "table/value.h"

#include <charconv>
#include <cmath>

namespace linnet::table {

namespace {

QString realText(double number)
{
    // Whole amounts are written as people write them, not as 1e+05.
    if (std::abs(number) < 1e15 && number == std::trunc(number))
        return QString::number(qint64(number));
    char buffer[32];
    const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, number);
    Q_ASSERT(error == std::errc());
    return QString::fromLatin1(buffer, end - buffer);
}

struct AsText
{
    QString operator()(std::monostate) const { return {}; }
    QString operator()(bool yes) const { return yes ? QStringLiteral("true") : QStringLiteral("false"); }
    QString operator()(qint64 number) const { return QString::number(number); }
    QString operator()(double number) const { return realText(number); }
    QString operator()(const QString &text) const { return text; }
};

} // namespace

QString toText(const Value &value)
{
    return std::visit(AsText(), value);
}

} // namespace linnet::table
