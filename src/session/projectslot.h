// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "store/project/project.h"

#include <QObject>

#include <functional>
#include <memory>

namespace linnet::session {

/// The one open project of a program: open, close, save elsewhere; and the projects not saved yet, which live
/// in a folder of the application's data and are offered again after a crash. In another one of these live
/// copies of the sample project, which are made anew each time. Lives in the main thread.
class ProjectSlot : public QObject
{
    Q_OBJECT

public:
    /// dataFolder: the application's. isInUse: whether runs of the open project are under way.
    ProjectSlot(const QString &dataFolder, std::function<bool()> isInUse, QObject *parent = nullptr);
    /// The project must be closed.
    ~ProjectSlot() override;

    /// Opens (or creates) a project, then closes the one before. Runs under way are stopped; they stay
    /// resumable. A file that cannot be opened changes nothing.
    Result<void> open(const QString &path);
    /// The same for a project that cannot be written: see store::Project::openToRead(). why: Reason::Locked,
    /// another program has it open; else what opening it to write has failed with.
    Result<void> openToRead(const QString &path, Reason why = Reason::Locked);
    /// A project that is not saved yet.
    Result<void> openNew();
    /// For whoever is about to write: makes a project that is not saved yet when none is open; whyReadOnly()
    /// for one that is only read.
    Result<void> ensureWritable();
    Result<void> close();
    /// Moves the open project to path (a copy, then the runs go on there); Reason::Locked while something
    /// runs.
    Result<void> saveAs(const QString &path);

    bool isOpen() const { return m_project != nullptr; }
    bool isUnsaved() const; ///< lives in the data folder
    /// One that the next copy takes the place of; isUnsaved(), too.
    bool isSample() const;
    const QString &sampleFolder() const { return m_samples; }
    bool isReadOnly() const { return m_project && m_project->isReadOnly(); }
    /// None for a project that can be written.
    Reason whyReadOnly() const { return isReadOnly() ? m_whyReadOnly : Reason::None; }
    /// What another program has written to the open project by now is to be shown.
    void readAgain();
    const store::UnsavedProjects &unsaved() const { return m_unsaved; }
    /// Only while isOpen().
    store::Project &project() const;
    /// Tables of the user's in the open project, without their rows.
    const std::vector<store::JoinedTable> &joinedTables() const { return m_joined; }
    /// The schema of the same rows with the columns that these tables give them.
    const table::Schema &withJoined(const table::Schema &rows) const
    {
        return store::withTables(rows, m_joined);
    }

Q_SIGNALS:
    void opened();
    void aboutToClose();    ///< readers of the project must be gone when this returns
    void closed();          ///< its writer has not ended yet
    void readAgainWanted(); ///< by readAgain(), while a project is open
    void joinedChanged();   ///< the open project has other tables of the user's

private:
    Result<void> replace(std::unique_ptr<store::Project> project);
    bool readJoined(); ///< true when they are others now

    store::UnsavedProjects m_unsaved;
    QString m_samples; ///< folder
    std::function<bool()> m_isInUse;
    std::unique_ptr<store::Project> m_project;
    std::vector<store::JoinedTable> m_joined;
    Reason m_whyReadOnly = Reason::None;
};

} // namespace linnet::session
