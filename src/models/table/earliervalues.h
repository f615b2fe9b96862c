// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/cellformat.h"
#include "table/schema.h"

#include <QJsonObject>

#include <optional>

namespace linnet::models {

/// What the cells of a row of changes were before, in words. Of another schema's rows there is nothing to
/// say.
class EarlierValues
{
public:
    explicit EarlierValues(const table::Schema &schema);

    bool areKept() const { return m_was.has_value(); }
    bool isWas(const table::Column &column) const;
    /// "100,000", "–" for nothing; no text at all for a cell that is as it was.
    std::optional<QString> of(const table::Cells &cells, const table::Column &column) const;
    /// "Salary from: 100,000; Salary to: –"; "" when nothing is known.
    QString all(const table::Cells &cells) const;
    /// "was 100,000"
    static QString was(const QString &before);

private:
    QString text(const table::Column &column, const QJsonValue &value) const;
    QJsonObject parsed(const table::Cells &cells) const;

    const table::Schema &m_schema;
    CellFormat m_format;
    std::optional<int> m_was;
};

} // namespace linnet::models
