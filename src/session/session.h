// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "session/adgrouping.h"
#include "session/networkcontrol.h"
#include "session/projectslot.h"
#include "session/runhandle.h"

#include <QObject>
#include <QUrl>

#include <functional>
#include <memory>

namespace linnet::jobs {
struct MovedServer;
struct RequestSpec;
} // namespace linnet::jobs

namespace linnet::vacancies {
struct SearchSpec;
}

namespace linnet::session {

struct RunParams;

/// The composition root: the network thread with engine and jobs, the place of the open project, the runs.
/// gui and cli talk to this only. Lives in the main thread; there is one in a program.
class Session : public QObject
{
    Q_OBJECT

public:
    /// dataFolder: of the application, for projects that are not saved yet; made when it is needed.
    explicit Session(const QString &dataFolder, QObject *parent = nullptr);
    /// Stops jobs, drains the engine (under a second), flushes and closes the project, joins the threads.
    ~Session() override;

    ProjectSlot &projectSlot() const;
    NetworkControl &network() const;
    AdGrouping &adGrouping() const;
    /// Short for those of projectSlot().
    bool hasProject() const { return projectSlot().isOpen(); }
    store::Project &project() const { return projectSlot().project(); }

    /// Starts a run of any kind in the open project, which can be written; RunParams::of() makes its
    /// parameters.
    RunHandle *start(RunParams params);
    /// Starts a search in the open project. Tokens are given apart, by source id, and never stored.
    RunHandle *startVacancies(const vacancies::SearchSpec &spec, const jobs::RequestSpec &requests);
    /// Goes on with an unfinished run of the open project; nothing is asked twice that is stored. Of a
    /// project that is only read: ProjectSlot::whyReadOnly().
    Result<RunHandle *> resume(store::RunId run);
    /// Asks again for units of a run that failed (store::WorkFailure::id), in the same run, which must be
    /// over.
    void retry(store::RunId run, const std::vector<qint64> &failed,
               std::function<void(const Result<RunHandle *> &)> then);
    /// The last run that was interrupted or stopped with work left; 0 = none.
    Result<store::RunId> lastUnfinished() const;
    RunHandle *handle(store::RunId run) const; ///< null when it is not under way or was not in this session
    QList<RunHandle *> runsUnderWay() const;

    void setToken(const QString &sourceId, const QByteArray &token); ///< for runs that start from now on
    bool hasToken(const QString &sourceId) const;

    /// How runs that asked the practice server go on when it stands elsewhere, or not at all.
    struct Practice
    {
        std::function<QUrl()> address;       ///< empty while it does not run
        std::function<Result<QUrl>()> start; ///< gives its address, also when it runs already
    };
    void setPractice(Practice practice);

    /// Whether the computer is kept from falling asleep while something runs; true by default.
    void setKeepsAwake(bool keeps);
    bool isKeptAwake() const; ///< just now

Q_SIGNALS:
    void runStarted(linnet::session::RunHandle *run);
    /// Of the open project's writer; what another one may have written after ProjectSlot::readAgain().
    void committed(const linnet::store::Committed &change);
    void stalled(const linnet::Error &error);
    void recovered();
    void indexed(const linnet::store::IndexedTexts &texts); ///< the index of words grows
    void keptAwakeChanged(bool kept);

private:
    void startThread();
    void connectProject();
    RunHandle *begin(store::RunId run, const RunParams &params, const jobs::MovedServer &moved);
    void keepAwake();

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace linnet::session
