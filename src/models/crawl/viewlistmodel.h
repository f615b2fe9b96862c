// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/crawl/crawloverview.h"

#include <QAbstractListModel>

namespace linnet::models {

/// The ready views of a crawl with their counts.
class ViewListModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role
    {
        CountRole = Qt::UserRole + 1, ///< qint64, -1 = not known yet
        NoteRole,                     ///< the count in words
        DefectRole,                   ///< bool: something to repair is in it
    };

    /// overview outlives the model.
    explicit ViewListModel(const CrawlOverview &overview, QObject *parent = nullptr);

    /// Without a sitemap nothing can be said about orphans.
    void setHasSitemap(bool has);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QString note(int row) const;

    const CrawlOverview &m_overview;
    bool m_hasSitemap = true;
};

} // namespace linnet::models
