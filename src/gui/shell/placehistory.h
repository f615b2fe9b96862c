// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/unit.h"

#include <QList>

#include <optional>

class QWidget;

namespace linnet::gui {

/// Where the window was, to go back to.
class PlaceHistory
{
public:
    struct Place
    {
        QWidget *page = nullptr;
        store::RunId run = 0; ///< of task pages
        bool operator==(const Place &) const = default;
    };
    static constexpr qsizetype Most = 50;

    /// The window is there now.
    void note(const Place &now);
    bool isEmpty() const { return m_before.isEmpty(); }
    /// The place before, which the window then goes to.
    Place takeBack();
    void clear();

private:
    QList<Place> m_before; ///< the newest last
    std::optional<Place> m_now;
};

} // namespace linnet::gui
