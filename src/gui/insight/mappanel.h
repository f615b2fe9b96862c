// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/chart/chartpanel.h"
#include "models/backgroundtask.h"
#include "models/insight/insightmap.h"

#include <optional>

namespace linnet::gui {

class MapView;

/// The map of the rows of a view. For each part of the world that is looked at, its circles are found beside
/// the window; those of the part before stay until then. A circle or a frame that is chosen is told as a
/// group whose key is its box.
class MapPanel : public ChartPanel
{
    Q_OBJECT

public:
    explicit MapPanel(QWidget *parent = nullptr);
    ~MapPanel() override;

    /// chart: all of the map, for the time until its circles are found. What somebody moved to stays.
    void setMap(std::shared_ptr<const models::InsightMap> map, draw::Chart chart);
    /// Circles in it are set off.
    void setChosenBox(const std::optional<draw::MapBox> &box);
    MapView &map() const { return *m_map; }
    bool isBusy() const { return m_task.isBusy(); }

private:
    explicit MapPanel(MapView *view, QWidget *parent);
    void find();
    void take(draw::Chart chart);
    void setOff();
    void choose(const QRectF &part);

    MapView *m_map;
    std::shared_ptr<const models::InsightMap> m_data;
    std::optional<draw::MapBox> m_chosen;
    std::stop_source m_stop;
    models::BackgroundTask<draw::Chart> m_task;
};

} // namespace linnet::gui
