// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table/column.h"
#include "table/value.h"

#include <QLocale>
#include <QVariant>

#include <optional>

namespace linnet::models {

/// How cells are shown to people, as opposed to files: grouped numbers, readable dates, titles of codes, yes
/// and no.
class CellFormat
{
public:
    /// Without a locale: the default one of the moment in which something is shown.
    CellFormat() = default;
    explicit CellFormat(QLocale locale);

    /// One line; long texts are cut after some hundred characters (the cell elides them anyway).
    QString display(const table::Column &column, const table::Value &value) const;
    /// As stored: the whole text (cut where no screen could show it), the exact number, the date as the
    /// source sent it. Rich text, escaped; "" for nothing.
    QString toolTip(const table::Column &column, const table::Value &value) const;
    static Qt::Alignment alignment(const table::Column &column);
    static bool isNumber(const table::Column &column);

    QString number(double value) const;

private:
    QString date(const QString &isoText) const;
    QLocale locale() const { return m_locale.value_or(QLocale()); }

    std::optional<QLocale> m_locale;
};

/// The raw value for sorting and comparing outside the table.
QVariant toVariant(const table::Value &value);

} // namespace linnet::models
