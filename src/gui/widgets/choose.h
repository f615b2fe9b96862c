// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>

#include <algorithm>

namespace linnet::gui {

/// Chooses the entry of a list that stands for `data`. Where there is none, one is added that is called
/// `otherwise`; without such a name the first entry is chosen.
inline void choose(QComboBox *box, const QVariant &data, const QString &otherwise = {})
{
    if (box->findData(data) < 0 && !otherwise.isEmpty())
        box->addItem(otherwise, data);
    box->setCurrentIndex(std::max(0, box->findData(data)));
}

} // namespace linnet::gui
