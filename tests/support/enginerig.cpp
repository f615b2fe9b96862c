// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/enginerig.h"

#include <QTest>

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
                         ++m_answered;
                     });
    return place;
}

bool EngineRig::wait(int ms)
{
    return QTest::qWaitFor([this] { return m_answered == asked(); }, ms);
}

Result<net::Response> EngineRig::fetch(const net::Request &request, int ms)
{
    const int place = get(request);
    if (!QTest::qWaitFor([this] { return m_answered == asked(); }, ms))
        return fail(Reason::None, QStringLiteral("no answer in time"));
    return result(place);
}

bool EngineRig::waitAttempts(int count)
{
    return QTest::qWaitFor([this, count] { return m_attempts.size() >= count; }, 5000);
}

} // namespace linnet::test
