// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "draw/bars.h"
#include "models/table/amountspread.h"

#include <QWidget>

namespace linnet::gui {

/// The salary histogram: bars, the two ends of the scale, "110 of 268 known". A bar, or several by dragging
/// or with Shift and the arrow keys, filters by its amounts.
class HistogramView : public QWidget
{
    Q_OBJECT

public:
    /// spread outlives the view.
    explicit HistogramView(models::AmountSpread &spread, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    QRect barRect(int bucket) const;
    void setRoom(bool room); ///< false: hidden whatever is known

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    int bucketAt(int x) const;
    QRect barArea() const;
    draw::Bars bars() const;
    QString bucketText(int bucket) const;
    void update();
    void paintBars(QPainter &painter) const;

    models::AmountSpread &m_spread;
    int m_anchor = -1; ///< first chosen bucket, -1 = none
    int m_current = -1;
    bool m_dragging = false;
    bool m_room = true;
};

} // namespace linnet::gui
