// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/pacebox.h"

#include "gui/choose.h"
#include "gui/formpresenter.h"

namespace linnet::gui {

PaceBox::PaceBox(QWidget *parent)
    : QComboBox(parent)
{
    for (const std::chrono::milliseconds delay : FormPresenter::paces())
        addItem(FormPresenter::paceText(delay), int(delay.count()));
    connect(this, &QComboBox::activated, this, [this] { Q_EMIT chosen(delay()); });
}

std::chrono::milliseconds PaceBox::delay() const
{
    return std::chrono::milliseconds(currentData().toInt());
}

void PaceBox::setDelay(std::chrono::milliseconds delay)
{
    choose(this, int(delay.count()), FormPresenter::paceText(delay));
}

} // namespace linnet::gui
