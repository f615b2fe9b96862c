// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table/filter.h"
#include "table/schema.h"

#include <QString>

namespace linnet::gui {

/// A condition with a button of its own beside the table.
struct FilterShortcut
{
    table::Condition condition; ///< of an empty column: there is none
    QString text;
    QString hint;
    QString counted; ///< said while it alone holds: %1 rows pass, each stands for %2
};

/// A table of results and what is said around it.
struct ResultsTable
{
    const table::Schema *schema = nullptr;
    QString title;             ///< on its tab
    QString nothing;           ///< in place of rows when a run brought none, and what to try
    QString textTitle;         ///< what the readable text of a row is called; "" = there is none
    QString openText;          ///< the button that opens the page of a row
    bool onlyWithRows = false; ///< its tab is hidden until setCount() says that it has some
    FilterShortcut shortcut = {};
    FilterShortcut news =
        {};             ///< the same for what a comparison says, while there is something to compare with
    bool facets = true; ///< values are shown beside the table until the user chooses otherwise
};

} // namespace linnet::gui
