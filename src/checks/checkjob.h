// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checks/checkpast.h"
#include "checks/checkresult.h"
#include "checks/checkspec.h"
#include "checks/comparison.h"
#include "checks/roundmemory.h"
#include "jobs/enginejob.h"

namespace linnet::checks {

/// Checks addresses: each answer becomes one row. The addresses are the run's work, stored before the job
/// starts. Redirects are followed here, each hop as a request of its own. A comparison asks the list several
/// times, a watch again and again.
class CheckJob final : public jobs::EngineJob
{
    Q_OBJECT

public:
    using Logins = QHash<QString, QByteArray>;

    /// spec and requests must be valid; logins: see loginsOf().
    CheckJob(jobs::JobContext context, CheckSpec spec, jobs::RequestSpec requests, Logins logins,
             QObject *parent = nullptr);

    void start() override;
    void pause() override;
    void retryNow() override; ///< of a watch: the next round begins now

protected:
    std::vector<store::WorkAdd> firstWork() override { return {}; }
    void restore(const QJsonObject &counts) override;
    QStringList kindsAt(const QString &host) override;
    bool knows(const QString &kind) const override;
    bool isHostless(const QString &kind) const override;
    Begun mayAsk(const store::WorkItem &item) override;
    net::Request request(const store::WorkItem &item) const override;
    void onAnswer(Answer answer) override;
    void onFailure(const store::WorkItem &item, int attempts, const Error &error) override;
    void refresh(jobs::Progress &progress) override;
    QJsonObject counts() const override;

private:
    void refuse(const Result<std::vector<store::WorkItem>> &lines);
    void begin(Result<CheckPast> past);
    void beginPhase();
    void endPhase();
    void beginRound();
    Trail trailOf(const store::WorkItem &item) const;
    CheckResult resultOf(const store::WorkItem &item) const;
    bool followed(const Answer &answer);
    void storeResult(const store::WorkItem &item, int attempts, CheckResult result);

    CheckSpec m_spec;
    Logins m_logins;
    CheckPast m_past; ///< until restore() takes it
    std::vector<Phase> m_phases;
    size_t m_phase = 0;
    std::vector<qint64> m_left;    ///< addresses of each part that have no result yet
    QHash<qint64, Trail> m_trails; ///< of work that was led on, by its id
    qint64 m_phaseBegunNs = 0;
    PhaseTime m_time; ///< of this part
    std::vector<PhaseTime> m_times;
    RoundMemory m_memory; ///< of a watch
    QTimer m_nextRound;
    qint64 m_nextRoundUtcMs = 0;
};

} // namespace linnet::checks
