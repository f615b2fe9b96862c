// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/crawl/viewlistmodel.h"

#include <QLocale>

namespace linnet::models {

using namespace Qt::Literals::StringLiterals;

ViewListModel::ViewListModel(const CrawlOverview &overview, QObject *parent)
    : QAbstractListModel(parent)
    , m_overview(overview)
{
    connect(&overview, &CrawlOverview::changed, this,
            [this] { Q_EMIT dataChanged(index(0), index(rowCount() - 1)); });
}

void ViewListModel::setHasSitemap(bool has)
{
    m_hasSitemap = has;
    Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int ViewListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_overview.views().size());
}

QString ViewListModel::note(int row) const
{
    const qint64 count = m_overview.count(row);
    if (!m_hasSitemap && count <= 0 && m_overview.views()[row].id == "orphans"_L1)
        return tr("needs a sitemap");
    return count < 0 ? QString() : QLocale().toString(count);
}

QVariant ViewListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ReadyView &view = m_overview.views()[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return view.title;
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
        return view.hint;
    case Qt::AccessibleTextRole: {
        const QString counted = note(index.row());
        return counted.isEmpty() ? view.title : view.title + u", "_s + counted;
    }
    case CountRole:
        return m_overview.count(index.row());
    case NoteRole:
        return note(index.row());
    case DefectRole:
        return view.isDefect && m_overview.count(index.row()) > 0;
    default:
        return {};
    }
}

} // namespace linnet::models
