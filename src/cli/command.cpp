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

std::vector<ProgramFacts> Command::facts()
{
    std::vector<ProgramFacts> told;
    m_told = &told;
    const QStringList kinds = this->kinds();
    for (const QString &kind : kinds)
        start({kind});
    if (kinds.isEmpty())
        start({});
    m_told = nullptr;
    for (qsizetype i = 0; i < kinds.size(); ++i)
        told[size_t(i)].name += u' ' + kinds[i];
    return told;
}

bool Command::endedByParsing(Options &options, const QStringList &args)
{
    if (m_told) {
        m_told->push_back(options.facts(name()));
        return true;
    }
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
