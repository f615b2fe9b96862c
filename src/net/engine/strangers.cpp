// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/engine/strangers.h"

#include "net/probe/proxyprobe.h"

namespace linnet::net {

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Who speaks another language often says so unasked; who waits to be asked loses no more than this.
constexpr auto Listening = 300ms;
constexpr qsizetype Many = 10'000;

} // namespace

bool Strangers::isOne(const Transfer &transfer, Ending &ending)
{
    const Transfer::Order &order = transfer.order();
    if (!order.use.key.isDirect())
        return false;
    if (transfer.times().headers > 0) {
        set(order.origin, Kind::Http);
        return false;
    }
    if (ending.reason != Reason::Reset || transfer.times().sent == 0)
        return false;
    const Kind kind = m_kinds.value(order.origin);
    if (kind == Kind::Other) {
        ending.reason = Reason::BadAnswer;
        ending.detail = u"no HTTP"_s;
    }
    return kind == Kind::Unknown;
}

void Strangers::identify(Transfer &transfer, const QByteArray &userAgent, std::chrono::milliseconds timeout)
{
    ProbeOrder order;
    order.proxy = QNetworkProxy(QNetworkProxy::NoProxy);
    order.url = transfer.order().request.url();
    order.headers = {{"User-Agent", userAgent}, {"Accept", "*/*"}};
    order.timeout = timeout;
    order.gated = true;
    auto *probe = new ProxyProbe(m_clock, std::move(order), &transfer);
    QObject::connect(probe, &ProxyProbe::connected, &transfer, [probe, &transfer] {
        QTimer::singleShot(Listening, probe, [probe, &transfer] {
            if (!probe->isWaiting())
                return;
            transfer.noteSent();
            probe->proceed();
        });
    });
    QObject::connect(probe, &ProxyProbe::done, &transfer, [this, &transfer](const ProbeAnswer &answer) {
        learn(transfer, transfer.order().origin, answer.fault, answer.status);
    });
    probe->start();
}

void Strangers::learn(Transfer &transfer, const Origin &origin, ProxyFault fault, int status)
{
    if (fault == ProxyFault::Garbage && status == 0) {
        set(origin, Kind::Other);
        transfer.abort(Reason::BadAnswer, u"no HTTP"_s);
    } else if (fault == ProxyFault::Reset && status == 0) {
        set(origin, Kind::Mute);
        transfer.abort(Reason::Reset);
    } else {
        if (status > 0)
            set(origin, Kind::Http);
        transfer.start();
    }
}

void Strangers::set(const Origin &origin, Kind kind)
{
    if (m_kinds.size() > Many)
        m_kinds.clear();
    m_kinds.insert(origin, kind);
}

} // namespace linnet::net
