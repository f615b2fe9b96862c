// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/cellformat.h"
#include "models/table/earliervalues.h"
#include "table/schema.h"

#include <QUrl>

namespace linnet::models {

/// A row as the detail pane reads it out. Texts come from strangers, so all of it is escaped; links are made
/// of http and https addresses only.
class RowText
{
public:
    explicit RowText(const table::Schema &schema);

    /// "Data analyst (marketing)": the first column, of changes that of the row which changed.
    QString title(const table::Cells &cells) const;
    /// Title, a line of the main facts, and the long text with its line breaks, as HTML.
    QString html(const table::Cells &cells) const;
    /// The page a person would open for the row; invalid when there is none.
    QUrl link(const table::Cells &cells) const;

    /// http or https with a host, else invalid.
    static QUrl webAddress(const QString &text);
    /// Text as HTML: escaped, line breaks kept, addresses clickable.
    static QString linked(const QString &text);

private:
    QString fact(const table::Cells &cells, QStringView key) const;
    QString salary(const table::Cells &cells) const;
    const table::Value *value(const table::Cells &cells, QStringView key) const;

    const table::Schema &m_schema;
    CellFormat m_format;
    EarlierValues m_earlier;
};

} // namespace linnet::models
