// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/insight/mappanel.h"

#include "draw/map/mercator.h"
#include "gui/chart/mapview.h"

#include <cmath>

namespace linnet::gui {

using draw::Mercator;

namespace {

constexpr double Decimals = 1e4; ///< of degrees that a drawn frame has: some ten metres

} // namespace

MapPanel::MapPanel(QWidget *parent)
    : MapPanel(new MapView, parent)
{
}

MapPanel::MapPanel(MapView *view, QWidget *parent)
    : ChartPanel(view, parent)
    , m_map(view)
    , m_task([this](draw::Chart chart) { take(std::move(chart)); })
{
    connect(m_map, &MapView::seenChanged, this, &MapPanel::find);
    connect(m_map, &MapView::partChosen, this, &MapPanel::choose);
}

MapPanel::~MapPanel()
{
    m_stop.request_stop();
}

void MapPanel::setMap(std::shared_ptr<const models::InsightMap> map, draw::Chart chart)
{
    m_data = std::move(map);
    m_map->setWhole(m_data->whole());
    take(std::move(chart));
    find();
}

void MapPanel::find()
{
    if (!m_data)
        return;
    m_stop.request_stop();
    m_stop = std::stop_source();
    const QRectF part = m_map->wasMoved() ? m_map->seen() : m_data->whole();
    m_task.start([map = m_data, part, size = m_map->plotSize(), stop = m_stop.get_token()] {
        return map->chart(part, size, stop);
    });
}

void MapPanel::take(draw::Chart chart)
{
    // That of a part which nobody looks at any more; the next is under way.
    if (chart.n > 0 && chart.groups.empty() && m_task.isBusy())
        return;
    if (m_map->wasMoved())
        chart.part = m_map->seen();
    setChart(chart);
    setOff();
    m_map->arrange();
}

void MapPanel::setChosenBox(const std::optional<draw::MapBox> &box)
{
    m_chosen = box;
    setOff();
}

void MapPanel::setOff()
{
    QStringList keys;
    for (const draw::ChartGroup &group : m_map->chart().groups) {
        if (m_chosen &&
            m_chosen->contains({Mercator::latitude(group.place.y()), Mercator::longitude(group.place.x())}))
            keys.append(group.key);
    }
    m_map->setChosen(keys);
}

void MapPanel::choose(const QRectF &part)
{
    const auto down = [](double degrees) { return std::floor(degrees * Decimals) / Decimals; };
    const auto up = [](double degrees) { return std::ceil(degrees * Decimals) / Decimals; };
    const draw::MapBox box{down(Mercator::latitude(part.bottom())), down(Mercator::longitude(part.left())),
                           up(Mercator::latitude(part.top())), up(Mercator::longitude(part.right()))};
    Q_EMIT groupChosen(models::InsightMap::keyOf(box), {});
}

} // namespace linnet::gui
