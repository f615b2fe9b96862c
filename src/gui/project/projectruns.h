// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/runlist.h"
#include "store/read/sizereader.h"

#include <QAbstractTableModel>

#include <functional>
#include <optional>

namespace linnet::gui {

/// The runs of the open project as a table: what they are called, when they were, how many rows they have and
/// about what they take of the file.
class ProjectRuns : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column : quint8
    {
        Title,
        Kind,
        When,
        Rows,
        Size,
        Columns
    };
    /// By this role cells are sorted.
    static constexpr int SortRole = Qt::UserRole;
    /// What people call a run, and the kind of its task.
    struct Words
    {
        std::function<QString(const store::RunInfo &)> title;
        std::function<QString(const store::RunInfo &)> kind;
    };

    /// runs outlives the model.
    ProjectRuns(const models::RunList &runs, Words words, QObject *parent = nullptr);

    /// Nothing while they are read.
    void setSizes(const std::optional<store::ProjectSizes> &sizes);
    store::RunId runAt(int row) const { return m_runs[size_t(row)].info.id; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void take();
    QString text(const models::RunEntry &run, int column) const;
    QVariant sortValue(const models::RunEntry &run, int column) const;

    const models::RunList &m_list;
    Words m_words;
    std::vector<models::RunEntry> m_runs; ///< newest first
    std::optional<store::ProjectSizes> m_sizes;
};

/// "12.3 MB"
QString sizeText(qint64 bytes);

} // namespace linnet::gui
