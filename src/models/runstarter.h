// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backgroundtask.h"
#include "session/runparams.h"
#include "session/saved/savedsearch.h"
#include "session/session.h"
#include "store/read/rowreader.h"

#include <QObject>

#include <functional>

namespace linnet::models {

/// Starts a new run that asks what was asked before; reads in the background what it has to be asked from.
class RunStarter : public QObject
{
    Q_OBJECT

public:
    using Then = std::function<void(const Result<session::RunHandle *> &)>;

    /// practice: makes the practice server run and tells where. session outlives this object.
    RunStarter(session::Session &session, std::function<Result<QUrl>()> practice, QObject *parent = nullptr);

    /// Again what the run asked for. `then` is not called when the project goes meanwhile.
    void runAgain(const store::RunInfo &run, Then then);
    /// What a search asks for that has no run yet.
    void runFirst(const session::SavedSearch &search, Then then);

private:
    void prepare(const QString &kind, const QJsonObject &params,
                 std::function<Result<QStringList>()> addresses, Then then);
    void begin();

    session::Session &m_session;
    std::function<Result<QUrl>()> m_practice;
    struct Waiting
    {
        std::function<Result<session::RunParams>()> read;
        Then then;
    };
    std::vector<Waiting> m_waiting; ///< the first is being read
    BackgroundTask<Result<session::RunParams>> m_task;
};

} // namespace linnet::models
