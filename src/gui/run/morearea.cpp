// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/morearea.h"

#include <QEvent>
#include <QLayout>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace linnet::gui {

namespace {

constexpr int LeastBelow = 100; ///< what is left of the page for rows
constexpr int LeastArea = 120;

} // namespace

MoreArea::MoreArea(QWidget &panel, QWidget &form)
    : QScrollArea(&form)
    , m_form(form)
{
    setFrameShape(QFrame::NoFrame);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum); // it gives way first
    setFocusPolicy(Qt::NoFocus); // its fields take the focus, and are scrolled to
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    delete form.layout()->replaceWidget(&panel, this, Qt::FindChildrenRecursively);
    setWidget(&panel);
    panel.setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    panel.show();
    hide();
    panel.installEventFilter(this);
    form.installEventFilter(this);
}

bool MoreArea::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::ParentChange:
        if (watched == &m_form && m_form.parentWidget())
            m_form.parentWidget()->installEventFilter(this);
        break;
    case QEvent::LayoutRequest:
    case QEvent::Resize:
    case QEvent::Show:
        if (!isHidden())
            fit();
        break;
    default:
        break;
    }
    return QScrollArea::eventFilter(watched, event);
}

QSize MoreArea::sizeHint() const
{
    return {QScrollArea::sizeHint().width(), m_height};
}

QSize MoreArea::minimumSizeHint() const
{
    const int bar = verticalScrollBar()->sizeHint().width();
    return {widget() ? widget()->minimumSizeHint().width() + bar : 0, std::min(m_height, LeastArea)};
}

void MoreArea::fit()
{
    const QWidget *page = m_form.parentWidget();
    if (!page || !page->isVisible())
        return;
    const QLayout &whole = *m_form.layout();
    const int wide = whole.contentsRect().width();
    const int wanted = widget()->layout()->hasHeightForWidth() ? widget()->layout()->heightForWidth(wide)
                                                               : widget()->sizeHint().height();
    const int others =
        (whole.hasHeightForWidth() ? whole.heightForWidth(m_form.width()) : whole.sizeHint().height()) -
        m_height;
    const int room = std::max(LeastArea, page->height() - others - LeastBelow);
    // Where it has its whole height, a bar that was there before would still take its width.
    setVerticalScrollBarPolicy(wanted <= room ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    if (std::exchange(m_height, std::min(wanted, room)) != m_height)
        updateGeometry();
}

} // namespace linnet::gui
