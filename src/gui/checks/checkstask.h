// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/run/taskkind.h"
#include "gui/table/resultstable.h"

#include <QCoreApplication>

namespace linnet::gui {

/// Checks of addresses as the window offers them.
class ChecksTask
{
    Q_DECLARE_TR_FUNCTIONS(linnet::gui::ChecksTask)

public:
    static TaskKind kind();
    static RunWords words();
    static QList<ResultsTable> tables();

private:
    static QString failures(const jobs::Progress &progress);
};

} // namespace linnet::gui
