// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "jobs/proxychoice.h"
#include "net/engine/engine.h"

#include <QJsonObject>

namespace linnet::jobs {

/// How the requests of a run are made. Holds no secrets: it is stored with the run.
struct RequestSpec
{
    net::Pace pace;
    std::chrono::milliseconds timeout{30'000}; ///< per attempt, 1 s to 10 min
    int retries = 2;                           ///< after the first attempt, 0 to 10
    ProxyChoice proxy;
    QByteArray userAgent; ///< empty = Linnet/<version>
    /// A run pauses by itself after so many requests to one host failed in a row (no answer, refusal or a
    /// server's error), or when the engine holds back all that is left because its servers are overloaded;
    /// 0 = never.
    int pauseAfter = 0;

    bool operator==(const RequestSpec &) const = default;

    /// Reason::BadValue with the option's name when a value is out of range.
    Result<void> validate() const;
    /// Sets what a job's own request leaves open.
    void applyTo(net::Request &request, net::RunId run) const;
    QJsonObject toJson() const;
    static Result<RequestSpec> fromJson(const QJsonObject &json);
};

} // namespace linnet::jobs
