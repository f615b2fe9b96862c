// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/saved/savedsearch.h"

namespace linnet::session {

/// What to paste so that the system's scheduler runs a saved search: absolute paths, quoted as each of them
/// wants it, the search by its number. What a scheduler cannot count itself (every 5 hours, every 3 days) it
/// asks for more often, and `--if-due` decides. The system shows no keychain then: a token stands in a file
/// that only its owner may read. Pure; any thread.
struct ScheduleLines
{
    QString program; ///< linnet-cli, absolute
    QString project; ///< absolute
    int number = 0;
    Schedule schedule;
    QString files{};      ///< SavedSearch::files
    bool onlyNew = false; ///< SavedSearch::onlyNew
    QString tokenFile{};  ///< "" = none is needed

    /// One line for crontab(5); a percent sign would end it, so it is escaped.
    QString cron() const;
    struct Unit
    {
        QString fileName;
        QString text;
    };
    /// A service and its timer for systemd.unit(5), to be put into ~/.config/systemd/user.
    QList<Unit> systemd() const;
    /// One command for schtasks.exe of Windows.
    QString windows() const;

private:
    QStringList arguments() const;
    bool isExact() const;
};

} // namespace linnet::session
