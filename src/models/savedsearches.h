// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/projectmemory.h"
#include "session/saved/savedsearch.h"

namespace linnet::models {

/// The saved searches of the open project, by what they ask for.
class SavedSearches : public QObject
{
    Q_OBJECT

public:
    /// memory outlives this object.
    explicit SavedSearches(ProjectMemory &memory, QObject *parent = nullptr);

    const std::vector<session::SavedSearch> &all() const { return m_all; } ///< by number
    /// Null: nobody has said anything about what this run asked for.
    const session::SavedSearch *of(const store::RunInfo &run) const;
    const session::SavedSearch *byNumber(int number) const;
    /// That of the run, or a new one with a number, of which nothing is said yet.
    session::SavedSearch ofOrNew(const store::RunInfo &run) const;
    /// What people call what the run asked for; "" = as it calls itself.
    QString name(const store::RunInfo &run) const;
    int nextNumber() const { return session::nextNumber(m_all); }

    /// One of which nothing is said any more is forgotten.
    void set(const session::SavedSearch &search);
    void remove(const session::SavedSearch &search);

Q_SIGNALS:
    void changed();

private:
    void read();

    ProjectMemory &m_memory;
    std::vector<session::SavedSearch> m_all;
};

} // namespace linnet::models
