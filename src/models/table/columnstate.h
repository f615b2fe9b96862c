// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table/filter.h"
#include "table/schema.h"

#include <QList>
#include <QObject>
#include <QSettings>

namespace linnet::models {

/// Which columns of a table are shown, in which order and how wide; remembered at every change. Columns are
/// named by their index in the schema everywhere, positions count all columns, hidden ones included.
class ColumnState : public QObject
{
    Q_OBJECT

public:
    /// What was remembered for this schema, else an order for reading and the schema's widths. settings must
    /// outlive the object.
    ColumnState(const table::Schema &schema, QSettings &settings, QObject *parent = nullptr);

    const table::Schema &schema() const { return m_schema; }
    const QList<int> &order() const { return m_order; }
    QList<int> visibleColumns() const; ///< in the order shown
    bool isVisible(int column) const;
    int width(int column) const { return m_widths[column]; } ///< pixels

    /// False and nothing changes when it would hide the last one.
    bool setVisible(int column, bool visible);
    /// Columns that a view of the rows needs: shown as well, until others are named, but not remembered.
    void setExtra(const QStringList &keys);
    /// Columns of marks are hidden while the project has none, whatever the user chose.
    void setMarksInUse(bool inUse);
    /// So are those of a comparison while there is none; tables of changes have one.
    void setCompared(bool compared);
    bool isCompared() const { return m_isCompared; }
    /// There is none, and a chosen column, the filter or the sorting asks for what only a comparison says.
    bool wantsComparison(const table::Filter &filter, const table::Sort &sort) const;
    void move(int fromPosition, int toPosition);
    void setWidth(int column, int pixels);
    void reset();

Q_SIGNALS:
    void visibleChanged(int column);
    void moved(int fromPosition, int toPosition);
    void widthChanged(int column);
    void wasReset();

private:
    void setDefaults();
    void load();
    void save();

    const table::Schema &m_schema;
    QSettings &m_settings;
    QByteArray m_key;
    QList<int> m_order;
    QList<bool> m_visible;
    QList<int> m_extra;
    bool m_marksInUse = false;
    bool m_isCompared = false;
    QList<int> m_widths;
};

} // namespace linnet::models
