// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "draw/chart/chart.h"
#include "draw/map/mapclusters.h"
#include "models/insight/insightquestion.h"
#include "store/read/rowreader.h"

#include <QLocale>

#include <memory>
#include <stop_token>

namespace linnet::models {

/// Where the rows of a view are, for maps of any part of the world: 20 bytes for each row with coordinates
/// and the names of their places. Never changes, so any thread may ask it.
class InsightMap
{
    Q_DECLARE_TR_FUNCTIONS(linnet::models::InsightMap)

public:
    static Result<std::shared_ptr<const InsightMap>> read(store::RowReader &reader,
                                                          const InsightQuestion &question,
                                                          const store::RowQuery &rows, const QLocale &locale,
                                                          std::stop_token stop);

    /// What is seen of that part in a plot of `size` pixels, what would lie upon one another as one. The key
    /// of a group is its box. Empty when it was stopped.
    draw::Chart chart(const QRectF &part, QSizeF size, const std::stop_token &stop = {}) const;
    /// With everything in it, for a plot of the usual size.
    draw::Chart chart(const std::stop_token &stop) const;
    QRectF whole() const { return draw::partWith(m_points); }
    /// How many have coordinates, and where most of them are.
    QString sentence(const draw::Chart &chart) const;

    static QString keyOf(const draw::MapBox &box);
    static std::optional<draw::MapBox> boxOf(const QString &key);

private:
    InsightMap() = default;
    QString nameOf(const std::vector<quint32> &points) const;

    QString m_title;
    QLocale m_locale;
    qint64 m_rows = 0; ///< with coordinates or without
    std::vector<draw::MapPoint> m_points;
    std::vector<quint32> m_placeOf; ///< of the points, into m_places
    QStringList m_places;           ///< "" = not said
};

} // namespace linnet::models
