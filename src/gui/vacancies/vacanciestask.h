// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/run/taskkind.h"
#include "gui/table/resultstable.h"

#include <QCoreApplication>

namespace linnet::gui {

/// The search for vacancies as the window offers it.
class VacanciesTask
{
    Q_DECLARE_TR_FUNCTIONS(linnet::gui::VacanciesTask)

public:
    static TaskKind kind();
    static RunWords words();
    static QList<ResultsTable> tables();

private:
    static QString remarks(const jobs::Progress &progress);
};

} // namespace linnet::gui
