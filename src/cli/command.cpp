// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"

#include "cli/options/options.h"

namespace linnet::cli {

void Command::end(int status)
{
    m_ended = true;
    if (m_console.lost() && (status == Done || status == DoneWithFailures || status == LevelReached)) {
        m_console.complain(*m_console.lost());
        status = NotStored;
    }
    Q_EMIT finished(status);
}

void Command::endWith(int status, const Error &error)
{
    m_console.complain(error);
    end(status);
}

ExitStatus Command::statusOfUnreadable(const Error &error)
{
    const bool isOfFile = error.reason == Reason::Locked || error.reason == Reason::Io ||
                          error.reason == Reason::DiskFull || error.reason == Reason::Storage;
    return isOfFile ? NotStored : BadUsage;
}

bool Command::endedByParsing(Options &options, const QStringList &args)
{
    const auto parsed = options.parse(name(), args);
    if (!parsed) {
        endWith(BadUsage, parsed.error());
    } else if (options.helpWanted()) {
        m_console.out(options.helpText());
        end(Done);
    }
    return m_ended;
}

} // namespace linnet::cli
