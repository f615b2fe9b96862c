// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/projectslot.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace linnet::session {

using namespace Qt::Literals::StringLiterals;

ProjectSlot::ProjectSlot(const QString &dataFolder, std::function<bool()> isInUse, QObject *parent)
    : QObject(parent)
    , m_unsaved(QDir(dataFolder).filePath(u"unsaved"_s))
    , m_samples(QDir(dataFolder).filePath(u"sample"_s))
    , m_isInUse(std::move(isInUse))
{
}

ProjectSlot::~ProjectSlot()
{
    Q_ASSERT(!m_project);
}

Result<void> ProjectSlot::open(const QString &path)
{
    // The lock of the open project is ours: its own file can be opened only after it was closed.
    const QString before = m_project ? QFileInfo(m_project->path()).canonicalFilePath() : QString();
    if (m_project && !isReadOnly() && before == QFileInfo(path).canonicalFilePath()) {
        if (const auto closed = close(); !closed)
            return closed;
    }
    auto project = store::Project::open(path);
    return project ? replace(std::move(*project)) : std::unexpected(project.error());
}

Result<void> ProjectSlot::openToRead(const QString &path, Reason why)
{
    auto project = store::Project::openToRead(path);
    if (!project)
        return std::unexpected(project.error());
    m_whyReadOnly = why;
    return replace(std::move(*project));
}

void ProjectSlot::readAgain()
{
    if (!m_project)
        return;
    if (readJoined())
        Q_EMIT joinedChanged();
    Q_EMIT readAgainWanted();
}

Result<void> ProjectSlot::replace(std::unique_ptr<store::Project> project)
{
    if (const auto closed = close(); !closed)
        return closed;
    m_project = std::move(project);
    readJoined();
    connect(&m_project->writer(), &store::Writer::committed, this, [this](const store::Committed &change) {
        if (change.joined && readJoined())
            Q_EMIT joinedChanged();
    });
    Q_EMIT opened();
    return {};
}

// A few lines, whatever the tables hold. Where they cannot be read, nothing else can.
bool ProjectSlot::readJoined()
{
    const auto reader = m_project ? m_project->reader() : fail(Reason::Io);
    auto tables = reader ? (*reader)->joinedTables() : std::unexpected(reader.error());
    std::vector<store::JoinedTable> now = tables ? std::move(*tables) : std::vector<store::JoinedTable>();
    const auto columns = [](const store::JoinedTable &table) { return table.columns; };
    const bool isOther = !std::ranges::equal(m_joined, now, {}, columns, columns);
    m_joined = std::move(now);
    return isOther;
}

Result<void> ProjectSlot::openNew()
{
    return open(m_unsaved.newPath());
}

Result<void> ProjectSlot::ensureWritable()
{
    if (isReadOnly())
        return fail(m_whyReadOnly, m_project->path());
    return isOpen() ? Result<void>() : openNew();
}

Result<void> ProjectSlot::close()
{
    if (!m_project)
        return {};
    Q_EMIT aboutToClose();
    const std::unique_ptr<store::Project> project = std::move(m_project);
    m_joined.clear();
    Q_EMIT closed();
    return project->close();
}

Result<void> ProjectSlot::saveAs(const QString &path)
{
    Q_ASSERT(m_project);
    if (m_isInUse() && !isReadOnly())
        return fail(Reason::Locked, u"a run is under way"_s);
    const QString before = m_project->path();
    const bool wasUnsaved = isUnsaved() && !isReadOnly(); // else it belongs to another program
    if (const auto saved = m_project->saveCopy(path); !saved)
        return saved;
    if (const auto opened = open(path); !opened)
        return opened;
    if (wasUnsaved && !isUnsaved() && !QFile::remove(before))
        qWarning("The unsaved copy could not be removed: %s", qPrintable(before));
    return {};
}

bool ProjectSlot::isUnsaved() const
{
    return isSample() || (m_project && QFileInfo(m_project->path()).absolutePath() == m_unsaved.folder());
}

bool ProjectSlot::isSample() const
{
    return m_project && QFileInfo(m_project->path()).absolutePath() == m_samples;
}

store::Project &ProjectSlot::project() const
{
    Q_ASSERT(m_project);
    return *m_project;
}

} // namespace linnet::session
