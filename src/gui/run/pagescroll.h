// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace linnet::gui {

/// Lets a page be scrolled up and down where the window is too low for what it needs at least; as long as
/// there is room, nothing is seen of it.
class PageScroll : public QScrollArea
{
public:
    /// around: has nothing else and is filled; it is the parent.
    PageScroll(QWidget *page, QWidget *around)
        : QScrollArea(around)
    {
        auto *whole = new QVBoxLayout(around);
        whole->setContentsMargins(0, 0, 0, 0);
        whole->addWidget(this);
        setFrameShape(QFrame::NoFrame);
        setFocusPolicy(Qt::NoFocus); // what is on the page takes the focus, and is scrolled to
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setWidgetResizable(true);
        setWidget(page);
    }

    QSize minimumSizeHint() const override
    {
        constexpr int Lines = 8;
        const int bar = verticalScrollBar()->sizeHint().width();
        return {widget()->minimumSizeHint().width() + bar, fontMetrics().height() * Lines};
    }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched == widget() && event->type() == QEvent::LayoutRequest)
            updateGeometry();
        return QScrollArea::eventFilter(watched, event);
    }
};

} // namespace linnet::gui
