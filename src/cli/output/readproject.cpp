// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output/readproject.h"

#include "cli/output/console.h"
#include "store/project/project.h"
#include "store/project/projectcopy.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace linnet::cli {

Result<ReadProject> ReadProject::open(const QString &path, Console &console)
{
    ReadProject result;
    result.m_path = path;
    auto reader = store::RowReader::open(path);
    const auto outdated = reader ? (*reader)->isOutdated() : std::unexpected(reader.error());
    if (!outdated)
        return std::unexpected(outdated.error());
    if (*outdated) {
        reader->reset();
        const auto project = store::Project::open(path);
        const Reason why = project ? Reason::None : project.error().reason;
        if (why != Reason::None && why != Reason::Locked && why != Reason::Io)
            return std::unexpected(project.error());
        if (project) {
            tellCopy(**project, console);
        } else {
            console.say(
                why == Reason::Locked
                    ? QCoreApplication::translate(
                          "linnet::cli", "The project was made by an earlier version and is open in another "
                                         "program; a copy that is brought up to date is read.")
                    : QCoreApplication::translate(
                          "linnet::cli", "The project was made by an earlier version and cannot be changed "
                                         "where it is; a copy that is brought up to date is read."));
            if (const auto copied = result.copy(path); !copied)
                return std::unexpected(copied.error());
        }
        reader = store::RowReader::open(result.m_path);
        if (!reader)
            return std::unexpected(reader.error());
    }
    result.m_reader = std::move(*reader);
    return result;
}

Result<void> ReadProject::copy(const QString &project)
{
    m_copy = std::make_unique<QTemporaryDir>();
    if (!m_copy->isValid())
        return fail(Reason::Io, m_copy->errorString());
    m_path = m_copy->filePath(QFileInfo(project).fileName());
    return store::copyUpToDate(project, m_path);
}

void tellCopy(const store::Project &project, Console &console)
{
    if (const QString copy = project.copyOfBefore(); !copy.isEmpty())
        console.say(QCoreApplication::translate(
                        "linnet::cli", "The project was brought up to date; as it was, it is kept as %1.")
                        .arg(copy));
}

} // namespace linnet::cli
