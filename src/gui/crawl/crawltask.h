// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/run/taskkind.h"
#include "gui/table/resultstable.h"

#include <QCoreApplication>

namespace linnet::gui {

/// Crawls of sites as the window offers them.
class CrawlTask
{
    Q_DECLARE_TR_FUNCTIONS(linnet::gui::CrawlTask)

public:
    static TaskKind kind();
    static RunWords words();
    static QList<ResultsTable> tables(); ///< pages, links
};

} // namespace linnet::gui
