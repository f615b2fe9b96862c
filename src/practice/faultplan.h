// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/fault.h"

#include <QByteArray>
#include <QHash>

namespace linnet::practice {

/// What is done to one answer.
enum class Mishap : quint8
{
    None,
    TooMany,
    TooManyBare,
    Unavailable,
    Hang,
    RedirectToFile,
    BadJson,
    Cut,
    BadGzip
};

/// Decides which request meets which fault, from the order of requests alone. All mishaps together hit one
/// address twice at most, a hang once, so that a third attempt always gets through.
class FaultPlan
{
public:
    explicit FaultPlan(const QList<Fault> &faults);

    bool has(QLatin1StringView name) const { return m_numbers.contains(QString(name)); }
    /// 0 when the fault is off.
    int number(QLatin1StringView name) const { return m_numbers.value(QString(name)); }

    /// For each request that was let in, in order of arrival; `address` is path and query.
    Mishap next(const QByteArray &address, bool detail);
    /// True when the vacancy with this running number is gone for good (fault 404).
    bool isGone(int vacancyNumber) const;

    /// Counts a request against the captcha; true when it must be passed first.
    bool wantsCaptcha();
    void captchaPassed() { m_sinceCaptcha = 0; }

private:
    struct Hits
    {
        int all = 0;
        int hangs = 0;
    };

    QHash<QString, int> m_numbers;
    QHash<QByteArray, Hits> m_hits;
    qint64 m_requests = 0;
    int m_sinceCaptcha = 0;
};

} // namespace linnet::practice
