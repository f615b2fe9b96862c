// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/cellformat.h"
#include "models/table/filterstate.h"
#include "store/read/querythread.h"

#include <QAbstractItemModel>
#include <QElapsedTimer>
#include <QPointer>
#include <QTimer>

namespace linnet::models {

/// The values of some columns with how many rows have them under all other filters: a tree of two levels,
/// columns and their values. Ticking a value is ticking it in the FilterState. Counts are asked for in the
/// background, while rows arrive at growing distances, and only while active.
class FacetModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum class Kind : quint8
    {
        Title, ///< a column
        Value, ///< a value that can be ticked
        Empty, ///< the empty cells; can be ticked, too
        More,  ///< "214 more…": showMore() reveals some
    };
    enum Role
    {
        KindRole = Qt::UserRole + 1, ///< int of Kind
        CountRole,                   ///< qint64
        ShareRole,                   ///< 0..1 of the column's largest count
        UsefulRole,                  ///< titles: there is something to choose from, or something is chosen
        RawRole,
    };
    static constexpr int FirstShown = 6;
    static constexpr int MoreShown = 50;
    static constexpr int Asked = 10'000;

    /// Schema::facets() says which columns. state outlives the model.
    FacetModel(FilterState &state, QObject *parent = nullptr);

    /// Null when the project closes. It outlives the model or this call.
    void setReaders(store::QueryThread *queries);
    void setQuery(const store::RowQuery &query);
    /// Whether rows are read with a comparison: without one nothing is asked of its columns.
    void setCompared(bool compared) { m_isCompared = compared; }
    /// While inactive (the panel is hidden) nothing is asked.
    void setActive(bool active);
    /// Rows came or changed: asks again before long.
    void rowsChanged();

    void showMore(const QModelIndex &index);
    /// How many values of each column are shown before somebody wants more; FirstShown at first.
    void setFirstShown(int values);
    /// What is known of a column, most frequent first, the empty cells last.
    const std::vector<store::FacetEntry> &entries(const QString &column) const;
    const store::RowQuery &query() const { return m_query; }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void loaded(const QString &column);

private:
    struct Line
    {
        Kind kind = Kind::Value;
        table::Value value;
        qint64 count = -1; ///< -1 = not known
    };
    struct Facet
    {
        int column = 0;
        quint64 ticket = 0;
        int more = 0; ///< than the first ones
        std::vector<store::FacetEntry> entries;
        std::vector<Line> lines;
    };

    void ask();
    void take(quint64 ticket, const QString &column, const Result<std::vector<store::FacetEntry>> &entries);
    std::vector<Line> makeLines(const Facet &facet) const;
    void updateLines(int facetIndex);
    void updateAll();
    const table::Column &columnOf(const Facet &facet) const;
    QVariant titleData(const Facet &facet, int role) const;
    QVariant lineData(const Facet &facet, const Line &line, int role) const;
    QString lineText(const Facet &facet, const Line &line) const;

    FilterState &m_state;
    CellFormat m_format;
    QPointer<store::QueryThread> m_queries;
    store::RowQuery m_query;
    std::vector<Facet> m_facets;
    int m_firstShown = FirstShown;
    bool m_isCompared = false;
    bool m_active = false;
    bool m_outdated = true;
    QTimer m_again;
    QElapsedTimer m_sinceAsked;
    qint64 m_answerMs = 0; ///< how long the last round took
};

} // namespace linnet::models
