// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/pacebox.h"

#include "gui/widgets/choose.h"
#include "gui/widgets/pacetext.h"

#include <QEvent>

namespace linnet::gui {

PaceBox::PaceBox(QWidget *parent)
    : QComboBox(parent)
{
    for (const std::chrono::milliseconds delay : PaceText::offered())
        addItem(PaceText::of(delay), int(delay.count()));
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

void PaceBox::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        for (int i = 0; i < count(); ++i)
            setItemText(i, PaceText::of(std::chrono::milliseconds(itemData(i).toInt())));
    }
    QComboBox::changeEvent(event);
}

} // namespace linnet::gui
