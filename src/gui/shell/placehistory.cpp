// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/placehistory.h"

#include <utility>

namespace linnet::gui {

void PlaceHistory::note(const Place &now)
{
    const std::optional<Place> before = std::exchange(m_now, now);
    if (!before || *before == now)
        return;
    m_before.append(*before);
    if (m_before.size() > Most)
        m_before.removeFirst();
}

PlaceHistory::Place PlaceHistory::takeBack()
{
    m_now = m_before.takeLast();
    return *m_now;
}

void PlaceHistory::clear()
{
    m_before.clear();
    m_now.reset();
}

} // namespace linnet::gui
