// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/readertask.h"
#include "session/session.h"

#include <QHash>
#include <QObject>

namespace linnet::models {

/// What the program remembers with the open project, by key: read when it is opened, and again when another
/// program may have written (ProjectSlot::readAgain()); written as it changes.
class ProjectMemory : public QObject
{
    Q_OBJECT

public:
    /// session outlives the memory.
    explicit ProjectMemory(session::Session &session, QObject *parent = nullptr);

    QString text(const QString &key) const; ///< "" = nothing is remembered, or it is not read yet
    const QHash<QString, QString> &texts() const { return m_texts; }
    /// An empty text forgets the key. Only while a project is open.
    void set(const QString &key, const QString &text);

Q_SIGNALS:
    void emptied(); ///< the project goes
    void loaded();  ///< of a project that was opened
    void changed(); ///< loaded, by set(), or read again

private:
    void read();

    session::Session &m_session;
    QHash<QString, QString> m_texts;
    QHash<QString, QString> m_own; ///< set since it was opened; read or not, they count
    bool m_isLoaded = false;
    ReaderTask<QHash<QString, QString>> m_task;
};

} // namespace linnet::models
