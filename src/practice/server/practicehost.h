// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/server/practiceserver.h"

#include <QHash>

namespace linnet::practice {

/// The practice server of the window: started when somebody wants to try, there until the program ends.
class PracticeHost : public QObject
{
    Q_OBJECT

public:
    /// paths: under which path of the server the API of each source answers, by the source's id.
    explicit PracticeHost(QHash<QString, QString> paths, QObject *parent = nullptr);

    /// Starts the server if it does not run yet; Reason::Io when it cannot.
    Result<void> start();
    bool isRunning() const { return m_root.isValid(); }
    const QUrl &root() const { return m_root; } ///< empty while it does not run
    /// The address to ask instead of each source's own, by source id; empty while it does not run.
    QHash<QString, QString> addresses() const;
    /// The site to crawl; "" while it does not run.
    QString site() const;

private:
    QHash<QString, QString> m_paths;
    PracticeServer m_server;
    QUrl m_root;
};

} // namespace linnet::practice
