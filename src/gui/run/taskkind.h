// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/run/runwords.h"
#include "gui/services.h"
#include "store/read/rowreader.h"

#include <QKeySequence>
#include <QList>

class QWidget;

namespace linnet::gui {

class RunPage;
class TaskLists;

/// A kind of task that the window offers: all that navigator, menus, start page and workspace know of it.
struct TaskKind
{
    QString id;                            ///< kind of its runs as stored: "vacancies"
    QLatin1StringView icon;                ///< of its runs and its card
    QString title;                         ///< heading in the navigator
    QString newText;                       ///< "New search"
    QKeySequence newKey;                   ///< may be empty
    QString cardTitle;                     ///< on the start page
    QString cardText;                      ///< what can be had, in one sentence
    const table::Schema *schema = nullptr; ///< whose rows a run's number of rows counts
    RunWords words;
    /// What people call a run, from its stored parameters.
    std::function<QString(const store::RunInfo &)> runTitle;
    std::function<RunPage *(const Services &, QWidget *parent)> makePage;
    /// Fills the page, which makePage() made, for the practice server, which runs; empty = it cannot be
    /// practised.
    std::function<void(RunPage &)> practise;
    /// What its tasks work with; page is that of makePage(). Empty = there is nothing of the kind.
    std::function<TaskLists *(const Services &, RunPage &page, QWidget *parent)> makeLists;
    QString listsText;     ///< in the menu: "&Proxies"
    QKeySequence listsKey; ///< may be empty
};

} // namespace linnet::gui
