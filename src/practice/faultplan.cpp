// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/faultplan.h"

#include <array>

namespace linnet::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Rule
{
    QLatin1StringView name;
    Mishap mishap;
};

/// Where several fall on one request, the first of them happens.
constexpr std::array rules{
    Rule{"429"_L1, Mishap::TooMany},
    Rule{"429x"_L1, Mishap::TooManyBare},
    Rule{"503"_L1, Mishap::Unavailable},
    Rule{"hang"_L1, Mishap::Hang},
    Rule{"redirfile"_L1, Mishap::RedirectToFile},
    Rule{"badjson"_L1, Mishap::BadJson},
    Rule{"cut"_L1, Mishap::Cut},
    Rule{"gz"_L1, Mishap::BadGzip},
};

constexpr int hitsPerAddress = 2;

} // namespace

FaultPlan::FaultPlan(const QList<Fault> &faults)
{
    for (const Fault &fault : faults)
        m_numbers.insert(fault.name, fault.number);
}

Mishap FaultPlan::next(const QByteArray &address, bool detail)
{
    ++m_requests;
    Hits hits = m_hits.value(address);
    if (hits.all >= hitsPerAddress)
        return Mishap::None;
    for (const Rule &rule : rules) {
        const int every = number(rule.name);
        if (every == 0 || m_requests % every != 0)
            continue;
        if (rule.mishap == Mishap::Hang && hits.hangs > 0)
            continue;
        // Nobody follows to a file, so a listing page would be lost with all its vacancies.
        if (rule.mishap == Mishap::RedirectToFile && !detail)
            continue;
        ++hits.all;
        hits.hangs += rule.mishap == Mishap::Hang ? 1 : 0;
        m_hits.insert(address, hits);
        return rule.mishap;
    }
    return Mishap::None;
}

bool FaultPlan::isGone(int vacancyNumber) const
{
    const int every = number("404"_L1);
    return every > 0 && vacancyNumber % every == 0;
}

bool FaultPlan::wantsCaptcha()
{
    const int after = number("captcha"_L1);
    if (after == 0)
        return false;
    if (m_sinceCaptcha >= after)
        return true;
    ++m_sinceCaptcha;
    return false;
}

} // namespace linnet::practice
