// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/chart/chartview.h"

class QToolButton;

namespace linnet::gui {

/// A map: wheel, + and - change its scale, dragging and the arrow keys move it, 0 shows all of it again. A
/// click on a circle chooses it, dragging with Shift chooses a part; Page Down goes from circle to circle,
/// the largest first.
class MapView : public ChartView
{
    Q_OBJECT

public:
    explicit MapView(QWidget *parent = nullptr);

    /// What "all of it" is, in Mercator's units.
    void setWhole(const QRectF &part) { m_whole = part; }
    /// The part of the world that fills the plot.
    QRectF seen() const;
    /// Pixels that circles have room in.
    QSizeF plotSize() const { return chartLayout().plot.size(); }
    bool wasMoved() const { return m_wasMoved; }

    void zoom(double factor); ///< about the middle; 2 shows half as much
    void showWhole();
    void arrange(); ///< puts the buttons where the map is now

Q_SIGNALS:
    void seenChanged(); ///< other circles are needed
    /// Somebody drew a frame; in Mercator's units.
    void partChosen(const QRectF &part);

protected:
    QString hint(int circles) const override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QToolButton *makeButton(const QString &sign);
    void retranslate();
    void zoomAt(const QPointF &point, double factor);
    void moveBy(const QPointF &pixels);
    void see(const QRectF &part);
    QPointF onWorld(const QPointF &point) const;

    QToolButton *m_closer;
    QToolButton *m_farther;
    QToolButton *m_all;
    QRectF m_whole;
    bool m_wasMoved = false;
    std::optional<QPointF> m_pressedAt;
    QPointF m_last; ///< where the pointer was while it drags
    bool m_isDragging = false;
    std::optional<QRectF> m_frame; ///< that somebody is drawing, in pixels
};

} // namespace linnet::gui
