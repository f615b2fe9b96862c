// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/enginerig.h"

#include <QEventLoop>
#include <QTest>
#include <QTimer>

namespace linnet::test {

net::Request requestFor(const QUrl &url, int retries)
{
    net::Request request;
    request.url = url;
    request.retries = retries;
    return request;
}

EngineRig::EngineRig()
    : engine(clock, direct)
{
    collect();
}

EngineRig::EngineRig(net::ProxySelector &selector)
    : engine(clock, selector)
{
    collect();
}

void EngineRig::collect()
{
    engine.setPace({std::chrono::nanoseconds(0), 6, 64});
    QObject::connect(&engine, &net::Engine::attempts, &owner,
                     [this](const QList<net::Attempt> &batch) { m_attempts += batch; });
}

int EngineRig::get(const net::Request &request)
{
    const int place = int(m_results.size());
    m_results.push_back(fail(Reason::None, QStringLiteral("not answered")));
    QObject::connect(engine.get(request, &owner), &net::Fetch::done, &owner,
                     [this, place](const Result<net::Response> &result) {
                         m_results.at(size_t(place)) = result;
                         if (++m_answered == asked() && m_waiting)
                             m_waiting->quit();
                     });
    return place;
}

bool EngineRig::wait(int ms)
{
    // qWaitFor() polls every 10 ms, which would be all the pace there is.
    if (m_answered < asked()) {
        QEventLoop loop;
        m_waiting = &loop;
        QTimer::singleShot(ms, &loop, &QEventLoop::quit);
        loop.exec();
        m_waiting = nullptr;
    }
    return m_answered == asked();
}

Result<net::Response> EngineRig::fetch(const net::Request &request, int ms)
{
    const int place = get(request);
    if (!wait(ms))
        return fail(Reason::None, QStringLiteral("no answer in time"));
    return result(place);
}

bool EngineRig::waitAttempts(int count)
{
    return QTest::qWaitFor([this, count] { return m_attempts.size() >= count; }, 5000);
}

} // namespace linnet::test
