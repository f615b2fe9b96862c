// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/write/indexedtexts.h"

#include <QElapsedTimer>
#include <QObject>

class QTimer;

namespace linnet::store {

class ProjectConnection;

/// Lets the index of words grow while the writer has nothing else to do: turn after turn, with the events of
/// the thread in between. What is posted meanwhile waits for one turn at most.
class IdleIndexing : public QObject
{
    Q_OBJECT

public:
    /// The connection is open whenever this is started, and until it is stopped.
    explicit IdleIndexing(ProjectConnection &connection, QObject *parent = nullptr);

    void start();
    void stop();

Q_SIGNALS:
    void progressed(const linnet::store::IndexedTexts &texts);

private:
    void turn();
    void tell(const IndexedTexts &texts);

    ProjectConnection &m_connection;
    QTimer *m_next;
    QElapsedTimer m_told;
    IndexedTexts m_last;
};

} // namespace linnet::store
