// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/project/projectruns.h"

#include "models/changeswords.h"
#include "store/removedrows.h"

#include <QLocale>

#include <algorithm>

namespace linnet::gui {

ProjectRuns::ProjectRuns(const models::RunList &runs, Words words, QObject *parent)
    : QAbstractTableModel(parent)
    , m_list(runs)
    , m_words(std::move(words))
{
    connect(&runs, &models::RunList::changed, this, &ProjectRuns::take);
    take();
}

// The same runs with other numbers keep their places, so that what is selected stays so.
void ProjectRuns::take()
{
    const auto &listed = m_list.runs();
    std::vector<models::RunEntry> now(listed.rbegin(), listed.rend());
    const auto id = [](const models::RunEntry &run) { return run.info.id; };
    if (std::ranges::equal(now, m_runs, {}, id, id)) {
        m_runs = std::move(now);
        if (!m_runs.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, Columns - 1));
        return;
    }
    beginResetModel();
    m_runs = std::move(now);
    endResetModel();
}

void ProjectRuns::setSizes(const std::optional<store::ProjectSizes> &sizes)
{
    m_sizes = sizes;
    if (!m_runs.empty())
        Q_EMIT dataChanged(index(0, Size), index(rowCount() - 1, Size));
}

int ProjectRuns::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_runs.size());
}

int ProjectRuns::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(Columns);
}

QString ProjectRuns::text(const models::RunEntry &run, int column) const
{
    switch (column) {
    case Title:
        return m_words.title(run.info);
    case Kind:
        return m_words.kind(run.info);
    case When:
        return models::runMoment(run.info);
    case Rows: {
        const QString rows = QLocale().toString(run.rows);
        return store::RemovedRows::of(run.info.counts) ? tr("%1, kept as a count only").arg(rows) : rows;
    }
    default:
        return m_sizes ? sizeText(m_sizes->bytesOfRun.value(run.info.id)) : QStringLiteral("…");
    }
}

QVariant ProjectRuns::sortValue(const models::RunEntry &run, int column) const
{
    switch (column) {
    case When:
        return run.info.started;
    case Rows:
        return run.rows;
    case Size:
        return m_sizes ? m_sizes->bytesOfRun.value(run.info.id) : 0;
    default:
        return text(run, column);
    }
}

QVariant ProjectRuns::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const models::RunEntry &run = m_runs[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(run, index.column());
    case Qt::ToolTipRole:
        return tr("Run %1: %2").arg(run.info.id).arg(text(run, Title));
    case SortRole:
        return sortValue(run, index.column());
    case Qt::TextAlignmentRole:
        return index.column() >= Rows ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    default:
        return {};
    }
}

QVariant ProjectRuns::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return {};
    if (role == Qt::TextAlignmentRole)
        return section >= Rows ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                               : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == Size)
        return tr("About what the run takes of the file; a text that several runs have counts for the first "
                  "of them");
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Title:
        return tr("Run");
    case Kind:
        return tr("Kind");
    case When:
        return tr("When");
    case Rows:
        return tr("Rows");
    default:
        return tr("Size");
    }
}

QString sizeText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

} // namespace linnet::gui
