// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/look/focusframe.h"

#include "gui/look/palette.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QFocusEvent>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QTextDocumentFragment>

namespace linnet::gui {

namespace {

/// Lies over its parent.
class FrameAround : public QWidget
{
public:
    explicit FrameAround(QWidget *around)
        : QWidget(around)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setFocusPolicy(Qt::NoFocus);
        setGeometry(around->rect());
        raise();
        show();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setPen(QPen(Palette::of(palette()).accent, 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
};

/// Fields show it themselves.
bool needsFrame(const QWidget &widget)
{
    const auto *text = qobject_cast<const QPlainTextEdit *>(&widget);
    const bool isField = text && !text->isReadOnly() && text->frameShape() != QFrame::NoFrame;
    return !isField &&
           (qobject_cast<const QAbstractScrollArea *>(&widget) || qobject_cast<const QLabel *>(&widget));
}

} // namespace

FocusFrame::FocusFrame(QObject *parent)
    : QObject(parent)
{
    qApp->installEventFilter(this);
}

FocusFrame::~FocusFrame()
{
    delete m_frame;
}

bool FocusFrame::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::FocusIn:
        if (watched->isWidgetType())
            come(*static_cast<QWidget *>(watched), *static_cast<QFocusEvent *>(event));
        break;
    case QEvent::FocusOut:
        if (m_frame && m_frame->parent() == watched)
            delete m_frame;
        break;
    case QEvent::Resize:
        if (m_frame && m_frame->parent() == watched)
            m_frame->setGeometry(static_cast<QWidget *>(watched)->rect());
        break;
    default:
        break;
    }
    return false;
}

void FocusFrame::come(QWidget &widget, const QFocusEvent &event)
{
    switch (event.reason()) {
    case Qt::TabFocusReason:
    case Qt::BacktabFocusReason:
    case Qt::ShortcutFocusReason:
        m_isByKeys = true;
        break;
    case Qt::MouseFocusReason:
        m_isByKeys = false;
        break;
    default: // another window or menu was in front, or the program moved it: as it was
        break;
    }
    delete m_frame;
    auto *label = qobject_cast<QLabel *>(&widget);
    if (m_isByKeys && label && label->textInteractionFlags().testFlag(Qt::LinksAccessibleByKeyboard))
        label->setSelection(0, int(QTextDocumentFragment::fromHtml(label->text())
                                       .toPlainText()
                                       .size())); // Return opens the link
    if (m_isByKeys && needsFrame(widget))
        m_frame = new FrameAround(&widget);
}

} // namespace linnet::gui
