// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/proxy/switchselector.h"

namespace linnet::net {

SwitchSelector::SwitchSelector(std::unique_ptr<ProxySelector> first, QObject *parent)
    : ProxySelector(parent)
{
    use(std::move(first));
}

SwitchSelector::~SwitchSelector() = default;

void SwitchSelector::use(std::unique_ptr<ProxySelector> next)
{
    m_current = std::move(next);
    connect(m_current.get(), &ProxySelector::changed, this, &ProxySelector::changed);
    Q_EMIT changed();
}

void SwitchSelector::useForRun(qint64 run, std::unique_ptr<ProxySelector> selector)
{
    connect(selector.get(), &ProxySelector::changed, this, &ProxySelector::changed);
    m_byRun[run] = std::move(selector);
    Q_EMIT changed();
}

void SwitchSelector::dropRun(qint64 run)
{
    m_byRun.erase(run);
}

ProxySelector &SwitchSelector::forRun(qint64 run)
{
    const auto found = m_byRun.find(run);
    return found == m_byRun.end() ? *m_current : *found->second;
}

ProxySelector::Choice SwitchSelector::choose(const QUrl &url, const Readiness &readiness, Moment now)
{
    return m_current->choose(url, readiness, now);
}

void SwitchSelector::committed(const QUrl &url, const ProxyKey &proxy)
{
    m_current->committed(url, proxy);
}

bool SwitchSelector::attemptEnded(const QUrl &url, const ProxyKey &proxy, const Error &outcome,
                                  std::chrono::nanoseconds took)
{
    return m_current->attemptEnded(url, proxy, outcome, took);
}

bool SwitchSelector::originFailed(const QUrl &url, const ProxyKey &proxy)
{
    return m_current->originFailed(url, proxy);
}

bool SwitchSelector::denied(const QUrl &url, const ProxyKey &proxy)
{
    return m_current->denied(url, proxy);
}

} // namespace linnet::net
