// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/search/captchawatch.h"

namespace linnet::vacancies {

namespace {
constexpr int IntervalMs = 10'000;
constexpr int Tries = 30;
} // namespace

CaptchaWatch::CaptchaWatch(QObject *parent)
    : QObject(parent)
{
    m_timer.setInterval(IntervalMs);
    connect(&m_timer, &QTimer::timeout, this, &CaptchaWatch::onTimeout);
}

void CaptchaWatch::begin(const QString &url)
{
    m_url = url;
    if (isActive())
        return;
    m_triesLeft = Tries;
    m_timer.start();
}

void CaptchaWatch::end()
{
    m_timer.stop();
    m_triesLeft = 0;
    m_url.clear();
}

void CaptchaWatch::tryNow()
{
    if (!isActive())
        return;
    m_timer.start();
    Q_EMIT tryDue();
}

void CaptchaWatch::onTimeout()
{
    --m_triesLeft;
    if (m_triesLeft > 0) {
        Q_EMIT tryDue();
        return;
    }
    m_timer.stop();
    Q_EMIT gaveUp();
}

} // namespace linnet::vacancies
