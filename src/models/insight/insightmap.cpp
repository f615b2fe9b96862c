// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/insight/insightmap.h"

#include "draw/map/mercator.h"
#include "store/read/arrays/rowcolumns.h"
#include "store/read/rowgroups.h"
#include "table/vacancyschema.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace linnet::models {

using namespace Qt::Literals::StringLiterals;
using table::VacancyColumn;

namespace {

constexpr QSizeF UsualPlot(840, 460); ///< pixels
constexpr double MostLatitude = 90;
constexpr double MostLongitude = 180;

const table::Column &column(VacancyColumn which)
{
    return table::vacancySchema().columns[size_t(which)];
}

std::optional<draw::MapPoint> pointOf(std::optional<double> latitude, std::optional<double> longitude)
{
    // Ads that do not know write 0, 0, where only water is.
    if (!latitude || !longitude || !(std::abs(*latitude) <= MostLatitude) ||
        !(std::abs(*longitude) <= MostLongitude) || (*latitude == 0 && *longitude == 0))
        return {};
    return draw::MapPoint{*latitude, *longitude};
}

} // namespace

Result<std::shared_ptr<const InsightMap>> InsightMap::read(store::RowReader &reader,
                                                           const InsightQuestion &question,
                                                           const store::RowQuery &rows, const QLocale &locale,
                                                           std::stop_token stop)
{
    const table::Column *const columns[] = {&column(VacancyColumn::Lat), &column(VacancyColumn::Lng),
                                            &column(VacancyColumn::Area)};
    reader.stopOn(stop);
    const auto selected = reader.columns(rows, columns);
    if (!selected)
        return std::unexpected(selected.error());
    const store::RowGroups areas(*selected->columns[2]);
    const std::shared_ptr<InsightMap> map(new InsightMap);
    map->m_title = question.text();
    map->m_locale = locale;
    for (quint32 area = 0; area < areas.count(); ++area)
        map->m_places.append(table::toText(areas.value(area)));
    for (size_t place = 0; place < selected->ids->size(); ++place) {
        if (!selected->among.isEmpty() && !selected->among.testBit(qsizetype(place)))
            continue;
        ++map->m_rows;
        const auto point = pointOf(selected->columns[0]->number(place), selected->columns[1]->number(place));
        if (!point)
            continue;
        map->m_points.push_back(*point);
        map->m_placeOf.push_back(areas.of(place).front());
    }
    if (stop.stop_requested())
        return fail(Reason::Cancelled);
    return map;
}

QString InsightMap::keyOf(const draw::MapBox &box)
{
    return u"%1;%2;%3;%4"_s.arg(box.south, 0, 'g', 17)
        .arg(box.west, 0, 'g', 17)
        .arg(box.north, 0, 'g', 17)
        .arg(box.east, 0, 'g', 17);
}

std::optional<draw::MapBox> InsightMap::boxOf(const QString &key)
{
    const QStringList parts = key.split(u';');
    if (parts.size() != 4)
        return {};
    return draw::MapBox{parts[0].toDouble(), parts[1].toDouble(), parts[2].toDouble(), parts[3].toDouble()};
}

/// The place that most of them name, and how many others.
QString InsightMap::nameOf(const std::vector<quint32> &points) const
{
    std::map<quint32, qint64> counts;
    for (const quint32 point : points) {
        if (!m_places[m_placeOf[point]].isEmpty())
            ++counts[m_placeOf[point]];
    }
    if (counts.empty())
        return tr("not said");
    const auto first = std::ranges::max_element(counts, {}, [](const auto &count) { return count.second; });
    const QString name = m_places[first->first];
    const auto others = qint64(counts.size()) - 1;
    return others == 0 ? name : tr("%1 and %2 more").arg(name, m_locale.toString(others));
}

draw::Chart InsightMap::chart(const QRectF &part, QSizeF size, const std::stop_token &stop) const
{
    draw::Chart chart;
    chart.kind = draw::ChartKind::Map;
    chart.title = m_title;
    chart.basis = tr("Ads that say where they are; the larger a circle, the more lie there.");
    chart.unit = tr("ads");
    chart.n = qint64(m_points.size());
    chart.total = m_rows;
    chart.groupAxis = {tr("Place")};
    chart.valueAxis = {tr("Ads"), draw::ValueForm::Count};
    chart.part = part;
    if (m_points.empty())
        chart.whyEmpty =
            tr("No ad here has coordinates. Sources give them with ads that name an address: hh, "
               "SuperJob and Trudvsem do, and files with the columns lat and lng.");
    const double pixel = std::max(part.width() / size.width(), part.height() / size.height());
    for (const draw::MapCluster &cluster : draw::mapClusters(m_points, part, pixel, stop)) {
        const auto count = qint64(cluster.points.size());
        chart.groups.push_back(
            {.label = nameOf(cluster.points),
             .key = keyOf(cluster.box),
             .n = count,
             .known = {},
             .values = {double(count)},
             .place = draw::Mercator::point(cluster.middle.latitude, cluster.middle.longitude)});
    }
    return chart;
}

draw::Chart InsightMap::chart(const std::stop_token &stop) const
{
    return chart(whole(), UsualPlot, stop);
}

QString InsightMap::sentence(const draw::Chart &chart) const
{
    if (chart.groups.empty())
        return {};
    const draw::ChartGroup &first = chart.groups.front();
    return tr("%1 of %2 ads have coordinates; the most at one place, %3: %4.")
        .arg(m_locale.toString(chart.n), m_locale.toString(chart.total), m_locale.toString(first.n),
             first.label);
}

} // namespace linnet::models
