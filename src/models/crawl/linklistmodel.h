// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readertask.h"
#include "models/table/cellformat.h"

#include <QAbstractTableModel>

namespace linnet::models {

/// The links that lead to a page, or those it has: the first of them as a small table, and how many there
/// are.
class LinkListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Direction : quint8
    {
        In,
        Out
    };
    enum Role
    {
        UrlRole = Qt::UserRole + 1 ///< the address at the other end
    };
    static constexpr int Most = 500;

    explicit LinkListModel(Direction direction, QObject *parent = nullptr);

    /// Asks for the links of another page; an empty url or project shows none. Before a project closes it is
    /// called with none.
    void setPage(const QString &projectPath, store::RunId run, const QString &url);
    qint64 total() const { return m_total; } ///< -1 = not known yet
    /// The filter that shows all of them in the table of links.
    static table::Filter filter(Direction direction, const QString &url);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void loaded();

private:
    struct Links
    {
        QString url; ///< of the page they were asked for
        qint64 total = 0;
        std::vector<table::Cells> rows;
    };

    const table::Column &column(int section) const;

    Direction m_direction;
    QList<int> m_columns; ///< of linkSchema()
    CellFormat m_format;
    QString m_url;
    qint64 m_total = 0;
    std::vector<table::Cells> m_rows;
    ReaderTask<Links> m_task;
};

} // namespace linnet::models
