// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/progress.h"

#include <QLatin1StringView>
#include <QString>

#include <functional>

namespace linnet::gui {

/// What a kind of task calls its runs and their rows. All texts are translated; they are made anew when the
/// language changes.
struct RunWords
{
    QString start;                       ///< the verb on the main button: "Search"
    QString startHint;                   ///< its tooltip
    QLatin1StringView startIcon;         ///< its icon
    std::function<QString(qint64)> rows; ///< "1,840 vacancies"
    std::function<QString(int)> runs;    ///< "3 searches"
    QString beginning;                   ///< beside the bar before anything was read
    QString asked;                       ///< "asked: %1 of %2", for Reading::Units
    QString captcha;                     ///< what to do when the source wants to see a person
    QString interrupted;    ///< "%1" = rows: a run that nobody works on and that is not at its end
    QString cannotBegin;    ///< title of the message when a run cannot be started
    QString nothingFound;   ///< a run that ended well and empty, and what to try
    QString nothingRead;    ///< title in place of rows when every request failed; "" = the rows say it
    QString nothingYet;     ///< title in place of rows before the first run
    QString nothingYetHint; ///< and what to do
    /// What should be said beside the number of rows at the end, failures excepted; may be empty.
    std::function<QString(const jobs::Progress &)> remarks;
    /// An address that does not answer well is what was looked for, and no fault of the run.
    bool failuresAreResults = false;
    /// How many requests failed, when a kind of task counts other things as failed, too; may be empty.
    std::function<QString(const jobs::Progress &)> failures;
};

} // namespace linnet::gui
