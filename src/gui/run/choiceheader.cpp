// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/choiceheader.h"

#include <QComboBox>
#include <QEvent>

#include <algorithm>

namespace linnet::gui {

namespace {

constexpr int Gap = 4;

} // namespace

ChoiceHeader::ChoiceHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setDefaultAlignment(Qt::AlignLeft | Qt::AlignTop);
    setSectionsClickable(false);
    connect(this, &QHeaderView::sectionResized, this, &ChoiceHeader::place);
}

void ChoiceHeader::setBoxes(const QList<QComboBox *> &boxes)
{
    for (QComboBox *old : std::as_const(m_boxes))
        old->deleteLater();
    m_boxes = boxes;
    for (QComboBox *box : std::as_const(m_boxes)) {
        box->setParent(viewport());
        box->installEventFilter(this);
        box->show();
        setMinimumSectionSize(std::max(minimumSectionSize(), box->minimumSizeHint().width() + Gap));
    }
    updateGeometry();
    place();
}

int ChoiceHeader::boxHeight() const
{
    return m_boxes.isEmpty() ? 0 : m_boxes.front()->sizeHint().height();
}

QSize ChoiceHeader::sizeHint() const
{
    const QSize plain = QHeaderView::sizeHint();
    return {plain.width(), fontMetrics().height() + 2 * Gap + boxHeight() + Gap};
}

void ChoiceHeader::updateGeometries()
{
    QHeaderView::updateGeometries();
    place();
}

void ChoiceHeader::place()
{
    const int height = boxHeight();
    for (int i = 0; i < std::min(count(), int(m_boxes.size())); ++i)
        m_boxes.at(i)->setGeometry(sectionViewportPosition(i) + Gap / 2,
                                   viewport()->height() - height - Gap / 2, std::max(0, sectionSize(i) - Gap),
                                   height);
}

bool ChoiceHeader::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn) {
        if (const auto box = std::ranges::find(m_boxes, watched); box != m_boxes.end())
            Q_EMIT boxFocused(int(box - m_boxes.begin()));
    }
    return QHeaderView::eventFilter(watched, event);
}

} // namespace linnet::gui
