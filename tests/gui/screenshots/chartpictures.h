// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/chart/chartpanel.h"
#include "support/inventedcharts.h"

#include <QGridLayout>
#include <QScrollArea>
#include <QTest>

#include <functional>

namespace linnet::test {

/// Shows every kind of chart: alone in a window, four in one, with a group pointed at, empty, as a table.
class ChartPictures
{
public:
    using Shoot = std::function<void(QWidget &window, const QString &name)>;

    ChartPictures(bool russian, QSize size, Shoot shoot)
        : m_charts(russian)
        , m_size(size)
        , m_shoot(std::move(shoot))
    {
    }

    void run()
    {
        for (const auto &[name, chart] : m_charts.all()) {
            gui::ChartPanel panel;
            panel.setChart(chart);
            show(panel, QStringLiteral("40-chart-") + name);
        }
        const auto all = m_charts.all();
        four(QStringLiteral("41-charts"), {all[0].second, all[3].second, all[4].second, all[5].second});
        four(QStringLiteral("41-charts-more"), {all[1].second, all[2].second, all[6].second, all[7].second});
        pointedAt();
        gui::ChartPanel table;
        table.setChart(m_charts.ranges(14));
        table.showTable(true);
        show(table, QStringLiteral("43-chart-table"));
    }

private:
    void show(QWidget &window, const QString &name)
    {
        window.resize(m_size);
        window.show();
        m_shoot(window, name);
    }

    void four(const QString &name, const std::vector<draw::Chart> &charts)
    {
        QWidget window;
        auto *grid = new QGridLayout(&window);
        for (int i = 0; i < 4; ++i) {
            auto *panel = new gui::ChartPanel;
            panel->setChart(charts[size_t(i)]);
            grid->addWidget(panel, i / 2, i % 2);
        }
        show(window, name);
    }

    void pointedAt()
    {
        QWidget window;
        auto *grid = new QGridLayout(&window);
        const std::vector<draw::Chart> charts{m_charts.bars(9), m_charts.histogram(), m_charts.ranges(6),
                                              draw::Chart()};
        for (int i = 0; i < 4; ++i) {
            auto *panel = new gui::ChartPanel;
            panel->setChart(charts[size_t(i)]);
            panel->view().setCurrent(3);
            if (i < 2)
                panel->view().setChosen({charts[size_t(i)].groups[2].key, charts[size_t(i)].groups[3].key});
            grid->addWidget(panel, i / 2, i % 2);
            if (i == 0)
                panel->setFocus();
        }
        window.activateWindow();
        show(window, QStringLiteral("42-charts-chosen"));
    }

    InventedCharts m_charts;
    QSize m_size;
    Shoot m_shoot;
};

} // namespace linnet::test
