// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/pacebox.h"

#include "gui/widgets/choose.h"
#include "gui/widgets/pacetext.h"

#include <QAbstractItemView>
#include <QEvent>

#include <algorithm>

namespace linnet::gui {

PaceBox::PaceBox(QWidget *parent)
    : QComboBox(parent)
{
    for (const std::chrono::milliseconds delay : PaceText::offered())
        addItem(PaceText::of(delay), int(delay.count()));
    view()->setTextElideMode(Qt::ElideNone);
    connect(this, &QComboBox::currentTextChanged, this, &PaceBox::updateGeometry);
    connect(this, &QComboBox::activated, this, [this] { Q_EMIT chosen(delay()); });
}

std::chrono::milliseconds PaceBox::delay() const
{
    return std::chrono::milliseconds(currentData().toInt());
}

void PaceBox::setDelay(std::chrono::milliseconds delay)
{
    choose(this, int(delay.count()), PaceText::of(delay));
}

// As wide as what is chosen: the longest choice is rare, and rows of the form are full.
QSize PaceBox::sizeHint() const
{
    int widest = 0;
    for (int i = 0; i < count(); ++i)
        widest = std::max(widest, fontMetrics().horizontalAdvance(itemText(i)));
    const QSize whole = QComboBox::sizeHint();
    return {whole.width() - widest + fontMetrics().horizontalAdvance(currentText()), whole.height()};
}

void PaceBox::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        for (int i = 0; i < count(); ++i)
            setItemText(i, PaceText::of(std::chrono::milliseconds(itemData(i).toInt())));
    }
    QComboBox::changeEvent(event);
}

} // namespace linnet::gui
