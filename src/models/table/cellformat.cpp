// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/cellformat.h"

#include "base/visibletext.h"
#include "table/codetitle.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>
#include <cmath>

namespace linnet::models {

using namespace Qt::Literals::StringLiterals;
using table::ColumnType;

namespace {

constexpr qsizetype LineLength = 300;
constexpr qsizetype ToolTipLength = 1500;

// Characters that would act instead of being shown are escaped. Invisible direction marks, which texts from
// the web often contain, are dropped.
QString harmless(QString text)
{
    static const auto isMark = [](QChar unit) {
        return unit == u'\u061c' || unit == u'\u200e' || unit == u'\u200f';
    };
    if (std::ranges::any_of(text, isMark))
        text.removeIf(isMark);
    return visibleText(text, LineBreaks::Keep);
}

QString oneLine(const QString &text)
{
    const QString start = text.size() > LineLength ? text.first(LineLength) + u'…' : text;
    return harmless(start.simplified());
}

/// Items may be codes, too.
QString listText(const table::Column &column, const QString &text)
{
    QStringList items = text.split(u';');
    for (QString &item : items)
        item = table::codeTitle(column, item);
    return oneLine(items.join("; "_L1));
}

} // namespace

CellFormat::CellFormat(QLocale locale)
    : m_locale(std::move(locale))
{
}

QString CellFormat::number(double value) const
{
    if (std::abs(value) < 1e15 && value == std::trunc(value))
        return locale().toString(qint64(value));
    return locale().toString(value, 'f', QLocale::FloatingPointShortest);
}

QString CellFormat::date(const QString &isoText) const
{
    // The clock time of the source's own zone: what the ad's page shows, too.
    if (isoText.size() <= 10) {
        const QDate day = QDate::fromString(isoText, Qt::ISODate);
        return day.isValid() ? locale().toString(day, u"d MMM yyyy") : isoText;
    }
    const QDateTime time = QDateTime::fromString(isoText, Qt::ISODate);
    return time.isValid() ? locale().toString(time, u"d MMM yyyy HH:mm") : isoText;
}

QString CellFormat::display(const table::Column &column, const table::Value &value) const
{
    if (const bool *yes = std::get_if<bool>(&value))
        return *yes ? QCoreApplication::translate("linnet::models", "yes")
                    : QCoreApplication::translate("linnet::models", "no");
    if (const qint64 *whole = std::get_if<qint64>(&value))
        return locale().toString(*whole);
    if (const double *real = std::get_if<double>(&value))
        return number(*real);
    const QString text = table::toText(value);
    switch (column.type) {
    case ColumnType::Time:
        return date(text);
    case ColumnType::Code:
        return table::codeTitle(column, text);
    case ColumnType::List:
        return listText(column, text);
    default:
        return oneLine(text);
    }
}

QString CellFormat::toolTip(const table::Column &column, const table::Value &value) const
{
    QString text = column.type == ColumnType::Bool || column.type == ColumnType::Code ? display(column, value)
                                                                                      : table::toText(value);
    if (text.isEmpty())
        return {};
    if (text.size() > ToolTipLength)
        text = text.first(ToolTipLength) + u'…';
    text = harmless(text);
    return "<p style='white-space: pre-wrap'>"_L1 + text.toHtmlEscaped() + "</p>"_L1;
}

bool CellFormat::isNumber(const table::Column &column)
{
    return column.type == ColumnType::Integer || column.type == ColumnType::Real;
}

Qt::Alignment CellFormat::alignment(const table::Column &column)
{
    return (isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
}

QVariant toVariant(const table::Value &value)
{
    return std::visit(
        [](const auto &held) {
            if constexpr (std::is_same_v<std::decay_t<decltype(held)>, std::monostate>)
                return QVariant();
            else
                return QVariant(held);
        },
        value);
}

} // namespace linnet::models
