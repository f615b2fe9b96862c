// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/engine/nextstep.h"
#include "net/engine/requests.h"
#include "net/engine/verdict.h"
#include "net/queue/admission.h"

namespace linnet {
class Clock;
}

namespace linnet::net {

/// Decides from an attempt's outcome what its request does next. On the way hosts, proxies and the limiter
/// learn from it, and the attempt is charged to its request or not.
class Endings
{
public:
    Endings(const Clock &clock, ProxySelector &selector, Admission &admission, const Requests &requests);

    /// The exchange is over. Task::endAttempt() was called.
    NextStep afterAttempt(Task &task, const Transfer &transfer, Ending ending);
    /// It was cancelled.
    void afterCancelled(const Task &task, const Transfer &transfer);
    /// The answer was read, and what was read is bad.
    NextStep afterReading(Task &task, const Error &fault);
    /// Whoever read the answer says that the host turns this proxy away.
    void proxyRefused(const Task &task);

private:
    void learn(Task &task, const Transfer &transfer, Ending &ending);
    void chargeByHealth(Task &task, const ProxyKey &proxy, const Ending &ending);
    std::optional<NextStep> leaveToDigest(Task &task, const Transfer &transfer, const Ending &ending);
    std::optional<NextStep> waitForLogin(Task &task, const Transfer &transfer, const Ending &ending);
    NextStep afterFault(Task &task, Ending ending);
    NextStep afterAnswer(Task &task, Ending ending);
    void heedAdvice(const Task &task);
    NextStep stepOf(Task &task, const Verdict &verdict);
    NextStep respond(Task &task);
    /// It was asked by HEAD, whose failure says little: GET tells.
    static bool isQuestion(const Task &task);
    static NextStep askWithGet(Task &task);
    Verdict::Standing standing(const Task &task) const;
    static double chance();

    const Clock &m_clock;
    ProxySelector &m_selector;
    Admission &m_admission;
    const Requests &m_requests;
};

} // namespace linnet::net
