// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <QSignalBlocker>

#include <algorithm>
#include <utility>

namespace linnet::gui {

/// Chooses the entry of a list that stands for `data`. Where there is none, one is added that is called
/// `otherwise`; without such a name the first entry is chosen.
inline void choose(QComboBox *box, const QVariant &data, const QString &otherwise = {})
{
    if (box->findData(data) < 0 && !otherwise.isEmpty())
        box->addItem(otherwise, data);
    box->setCurrentIndex(std::max(0, box->findData(data)));
}

/// Fills a list anew, as in another language: what was chosen stays chosen and no signal comes. `otherwise`
/// is the name of the chosen entry when it is not among the new ones.
inline void refill(QComboBox *box, const QList<std::pair<QString, QVariant>> &entries,
                   const QString &otherwise = {})
{
    const QSignalBlocker quiet(box);
    const QVariant chosen = box->currentData();
    box->clear();
    for (const auto &[text, data] : entries)
        box->addItem(text, data);
    if (chosen.isValid())
        choose(box, chosen, otherwise);
    box->updateGeometry();
}

} // namespace linnet::gui
