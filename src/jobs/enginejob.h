// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/hostfailures.h"
#include "jobs/workjob.h"

#include <any>

namespace linnet::net {
class Fetch;
}

namespace linnet::jobs {

/// A job whose items are requests: hands them to the engine, each answer to the kind of job that asked. A
/// kind of job says how an item is asked, how an answer is read and which unit it becomes. Pauses by itself
/// when requests to one host keep failing.
class EngineJob : public WorkJob
{
    Q_OBJECT

protected:
    struct Answer
    {
        const store::WorkItem &item;
        const net::Response &response;
        std::any content; ///< what the request's `read` made of it; empty when it had none
    };

    EngineJob(JobContext context, RequestSpec requests, const table::Schema &rows, QObject *parent);
    ~EngineJob() override;

    /// Asked before each item: Begun::Yes lets it be asked.
    virtual Begun mayAsk(const store::WorkItem &item);
    /// With its `read`, which parses the answer in the pool. What RequestSpec holds is set by EngineJob.
    virtual net::Request request(const store::WorkItem &item) const = 0;
    /// An HTTP error status is an answer too. Ends with one post() of endOf() or failureOf(), or with
    /// putBack().
    virtual void onAnswer(Answer answer) = 0;
    /// There was no usable answer; posts failureOf() unless overridden.
    virtual void onFailure(const store::WorkItem &item, int attempts, const Error &error);

    /// That the server showed whose answer, or lack of one, is being dealt with.
    const net::Certificate &certificate() const { return m_certificate; }

    /// A unit with the end of what was asked, for its rows and the work that follows from it.
    store::Unit endOf(const Answer &answer) const;
    void cancelOutstanding(); ///< what is under way goes back to the work list
    /// While true, the next request goes out only when the one before is answered.
    void setOneAtATime(bool one) { m_oneAtATime = one; }

    /// Asks the engine; a kind of job may do work of other kinds in its own way.
    Begun beginItem(const store::WorkItem &item) override;
    void cancelUnderWay() final { cancelOutstanding(); }
    void setHeld(bool held) final;
    void posting(const store::Unit &unit) final;
    void ticked() final;
    void measure(Progress &progress) final;
    int room() const final;
    int roomPerHost() const final;

private:
    void onDone(net::Fetch *fetch, const Result<net::Response> &result);
    void measureHold(Progress &progress);

    QHash<net::Fetch *, store::WorkItem> m_outstanding;
    const store::WorkItem *m_answered = nullptr; ///< whose answer is being dealt with
    net::Certificate m_certificate;
    HostFailures m_failures;
    bool m_oneAtATime = false;
    QString m_overloaded;        ///< a host, when all that the run waits for are held back as overloaded
    bool m_mayPauseEarly = true; ///< something could be asked since the last such pause
};

} // namespace linnet::jobs
