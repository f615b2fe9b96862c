// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "draw/graph/graphpainter.h"
#include "draw/graph/graphstyle.h"
#include "draw/graph/graphview.h"
#include "models/backgroundtask.h"

#include <QImage>
#include <QWidget>

#include <memory>
#include <stop_token>

class QToolButton;

namespace linnet::gui {

/// A drawn graph that can be moved and brought nearer. What takes long is drawn beside the window: until it
/// is there the last image stands in, moved and scaled. Dragging or the arrow keys move it, the wheel, + and
/// - change its scale, 0 shows all of it. A click chooses a node, with Ctrl one more, dragging with Shift all
/// in a frame; Page Down and Page Up go from node to node, the heaviest first; Return opens the chosen one.
class GraphCanvas : public QWidget
{
    Q_OBJECT

public:
    explicit GraphCanvas(QWidget *parent = nullptr);
    ~GraphCanvas() override;

    /// Null = nothing. keepsView: the nodes lie where they lay.
    void setPicture(std::shared_ptr<const draw::GraphPicture> picture, bool keepsView);
    const std::shared_ptr<const draw::GraphPicture> &picture() const { return m_picture; }
    /// The same nodes on their way to other places: a view of the whole stays one. Left out while the one
    /// before is still being drawn.
    void setMoving(std::shared_ptr<const draw::GraphPicture> picture);
    /// A way that is drawn above the picture; empty = none.
    void setWay(std::vector<quint32> nodes);
    const std::vector<quint32> &way() const { return m_way; }
    /// Rings around nodes; without a signal. The first of them is moved into view when none is seen.
    void setChosen(std::vector<quint32> nodes);
    const std::vector<quint32> &chosen() const { return m_chosen; }
    /// What is said of a node beside the pointer and to screen readers.
    void setDescriber(std::function<QStringList(quint32)> describe) { m_describe = std::move(describe); }

    /// Where the same stands as a table, for screen readers; in the language of the program, said again when
    /// that is another one.
    void setTableHint(const QString &hint);

    const draw::GraphView &view() const { return m_view; }
    draw::GraphStyle style() const;
    void showWhole();
    void zoom(double by);        ///< about the middle
    void showNode(quint32 node); ///< in the middle
    bool isMoving() const { return m_isMoving; }
    bool isDrawn() const
    {
        return !m_isMoving && !m_image.isNull() && m_imageView == m_view && !m_rendering.isBusy();
    }

    QSize sizeHint() const override { return {640, 420}; }
    QSize minimumSizeHint() const override { return {200, 140}; }

Q_SIGNALS:
    void chosenChanged(const std::vector<quint32> &nodes); ///< by people
    void opened(quint32 node);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QToolButton *makeButton(const QString &sign);
    void retranslate();
    void see(const draw::GraphView &view);
    void redraw();
    void hover(std::optional<quint32> node);
    void choose(std::vector<quint32> nodes);
    void step(int by);
    void say(); ///< of the chosen node, to screen readers
    const QList<draw::GraphLabel> &labels(const draw::GraphPainter &painter);
    std::optional<quint32> at(QPointF pixel) const;

    std::shared_ptr<const draw::GraphPicture> m_picture;
    draw::GraphView m_view;
    bool m_isWhole = true; ///< stays so when the window grows
    QImage m_image;
    draw::GraphView m_imageView; ///< of the image
    QList<draw::GraphLabel> m_labels;
    std::optional<draw::GraphView> m_labelled; ///< the view of the labels
    std::vector<quint32> m_chosen;
    std::vector<quint32> m_way;
    bool m_isMoving = false; ///< no names meanwhile
    std::optional<quint32> m_hovered;
    std::function<QStringList(quint32)> m_describe;
    QString m_tableHint;
    std::optional<QPointF> m_pressedAt;
    QPointF m_last;
    bool m_isDragging = false;
    std::optional<QRectF> m_frame; ///< that somebody is drawing
    QToolButton *m_closer;
    QToolButton *m_farther;
    QToolButton *m_all;
    std::stop_source m_stop;
    struct Drawn
    {
        QImage image;
        draw::GraphView view;
    };
    models::BackgroundTask<Drawn> m_rendering;
};

} // namespace linnet::gui
