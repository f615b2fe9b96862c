// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/activity/waterfall.h"

#include <QAbstractScrollArea>

namespace linnet::gui {

/// Draws requests as bars on a common axis of time, in groups one below the other. Only what can be seen is
/// drawn, so ten thousand bars scroll as fast as ten.
class WaterfallView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    enum class Axis : quint8
    {
        Whole,   ///< all bars
        Visible, ///< those that can be seen: for long lists
    };

    explicit WaterfallView(Axis axis, QWidget *parent = nullptr);

    /// The scroll position stays.
    void setGroups(std::vector<models::WaterfallGroup> groups);
    bool isEmpty() const;
    int barCount() const;
    std::vector<models::WaterfallBar> bars() const; ///< of all groups, as they are listed

    static constexpr int RowHeight = 24; ///< pixels

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    struct Place
    {
        const models::WaterfallGroup *group = nullptr;
        const models::WaterfallBar *bar = nullptr; ///< null on a heading
    };
    struct Scale
    {
        double from = 0;
        double to = 1;
        QRect area; ///< of the bars
        int x(double seconds) const;
    };

    Place placeAt(int line) const;
    int lineCount() const;
    Scale scale(int first, int last) const;
    void updateScrollBar();
    void paintAxis(QPainter &painter, const Scale &scale) const;
    void paintBar(QPainter &painter, const models::WaterfallBar &bar, const QRect &line,
                  const Scale &scale) const;
    void paintHeading(QPainter &painter, const models::WaterfallGroup &group, const QRect &line) const;
    void paintLegend(QPainter &painter) const;
    int bodyHeight() const;
    std::vector<QRect> legendPlaces() const; ///< from the top of the legend

    Axis m_axis;
    std::vector<models::WaterfallGroup> m_groups;
};

} // namespace linnet::gui
