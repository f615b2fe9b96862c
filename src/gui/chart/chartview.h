// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "draw/chart/chartpainter.h"

#include <QWidget>

#include <optional>

namespace linnet::gui {

/// One chart: hover tells its numbers, arrow keys go from group to group, a click or Return chooses one. In
/// a frame that is too small it shows the first groups and says how many others there are.
class ChartView : public QWidget
{
    Q_OBJECT

public:
    explicit ChartView(QWidget *parent = nullptr);

    /// The group that keys are at stays, by its key, as while rows stream in.
    void setChart(draw::Chart chart);
    const draw::Chart &chart() const { return m_chart; }
    /// Keys of groups that are set off from the others; none = all look the same.
    void setChosen(const QStringList &keys);
    const QStringList &chosen() const { return m_chosen; }
    void setCurrent(int group); ///< -1 = none
    int current() const { return m_current; }

    /// Colours, font and language of the moment.
    draw::ChartStyle look() const;
    const draw::ChartLayout &chartLayout() const;
    /// Another number for each chart that was set and each language; never 0.
    quint64 revision() const { return m_revision; }
    /// Where a group is drawn, for tests and for whoever points at it; null when it is not.
    QRect groupRect(int group) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

Q_SIGNALS:
    /// The group's key, and the series' key when one of several was clicked.
    void groupChosen(const QString &key, const QString &series);

protected:
    /// Another part of the same map.
    void showPart(const QRectF &part);
    /// How many groups there are, and what keys do.
    virtual QString hint(int groups) const;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

private:
    void dropLayout();
    void choose(draw::ChartPlace place);
    void setHovered(int group);
    void showToolTip(const QPoint &position, const QPoint &globalPosition);
    void describe();

    draw::Chart m_chart;
    QStringList m_chosen;
    quint64 m_revision = 1;
    int m_current = -1;
    int m_hovered = -1;
    std::optional<draw::ChartPlace> m_pressed;
    mutable std::optional<draw::ChartLayout> m_layout; ///< made when it is needed
};

} // namespace linnet::gui
