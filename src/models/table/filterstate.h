// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "models/table/cellformat.h"
#include "table/filter.h"
#include "table/schema.h"

#include <QHash>
#include <QObject>

namespace linnet::models {

/// The one filter of filter row, facets, chips and context menu: what any of them sets, all of them show.
/// Columns are indexes into the schema. Changes are reported at once; the editor of a cell has to debounce.
class FilterState : public QObject
{
    Q_OBJECT

public:
    /// One active condition as people read it, e.g. "experience: 1–3 years".
    struct Chip
    {
        QString column; ///< "experience"
        QString text;   ///< "1–3 years"
        bool operator==(const Chip &) const = default;
    };

    explicit FilterState(const table::Schema &schema, QObject *parent = nullptr);

    const table::Schema &schema() const { return m_schema; }
    table::Filter filter() const;
    void setFilter(const table::Filter &filter);
    void clear(); ///< texts that could not be read go, too

    QString cellText(int column) const;
    /// A text that cannot be read filters nothing and has an error.
    void setCellText(int column, const QString &text);
    QString cellError(int column) const; ///< "" = fine

    /// Values ticked in a facet: rows with any of them pass.
    QList<table::Value> picked(int column) const;
    void setPicked(int column, const table::Value &value, bool on);

    /// "Filter by this value" and "except this value" of a cell; nothing stands for empty cells.
    void keepOnly(int column, const table::Value &value);
    void except(int column, const table::Value &value);
    /// Whether exactly this condition is among those that hold, and to have it so or not.
    bool holds(const table::Condition &condition) const;
    void setHolds(const table::Condition &condition, bool on);
    /// Amounts from..to, both included; replaces an earlier range of the column.
    void setRange(int column, double from, double to);

    /// Adds those whose columns have no condition yet.
    void limit(const QList<table::Condition> &conditions);

    /// What any of the columns has to contain, as a part of a text or as words (table::WordQuery); "" =
    /// nothing.
    QString anyText() const;
    bool isAnyTextOfWords() const;
    void setAnyText(const QString &text, bool isOfWords = false);

    QList<Chip> chips() const;
    void removeChip(int index);

Q_SIGNALS:
    void changed();               ///< the filter is another one
    void cellChanged(int column); ///< text or error of a cell

private:
    /// A condition and where it came from.
    struct Entry
    {
        table::Condition condition;
        bool typed = false;
        bool operator==(const Entry &) const = default;
    };

    const table::Column &columnAt(int column) const { return m_schema.columns[size_t(column)]; }
    Result<QList<table::Condition>> read(const table::Column &column, const QString &text) const;
    static table::Condition ofTitles(const table::Column &column, const QString &typed);
    static QString cellTextOf(const table::Column &column, const table::Condition &condition);
    QString errorText(const table::Column &column, const Error &error) const;
    /// Takes the column's typed conditions out and puts others in their place.
    void replaceTyped(const QString &key, const QList<table::Condition> &conditions);
    const table::Condition *anyTextCondition() const;
    void setCell(int column, const QString &text, const QString &error);
    void retype(const QString &key);
    void add(table::Condition condition);
    QString conditionText(const table::Condition &condition) const;
    void commit(const QList<Entry> &before);

    const table::Schema &m_schema;
    QList<Entry> m_entries;
    QList<QString> m_texts;
    QList<QString> m_errors;
};

} // namespace linnet::models
