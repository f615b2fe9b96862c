// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/proxies/poolwords.h"

#include "table/codetitle.h"
#include "table/proxyschema.h"

#include <QLocale>

#include <algorithm>

namespace linnet::models {

using namespace Qt::Literals::StringLiterals;
using proxies::Forecast;
using proxies::MemberState;
using proxies::Rotation;

QString PoolWords::seconds(double seconds)
{
    return seconds > 0 ? QLocale().toString(seconds, 'f', seconds < 0.1 ? 3 : 2) : QString();
}

QString PoolWords::left(qint64 ms)
{
    const qint64 seconds = std::max<qint64>(1, (ms + 999) / 1000);
    return seconds < 100 ? tr("%L1 s").arg(seconds) : tr("%L1 min").arg((seconds + 59) / 60);
}

QString PoolWords::rotation(Rotation rotation, int every)
{
    switch (rotation) {
    case Rotation::RoundRobin:
        return tr("in turn");
    case Rotation::Random:
        return tr("by chance");
    case Rotation::Fastest:
        return tr("the quick ones first");
    case Rotation::Sticky:
        return tr("one for each site");
    case Rotation::EveryN:
        return tr("another after %n request(s)", nullptr, every);
    case Rotation::Pinned:
        return tr("only the first");
    }
    return {};
}

QString PoolWords::state(const proxies::KeptProxy &proxy, const proxies::MemberView *view)
{
    if (!proxy.proxy.isSupported())
        return tr("not supported");
    if (!proxy.enabled)
        return tr("switched off");
    if (proxy.lacksLogin())
        return tr("its login is not known");
    if (!view)
        return tr("not used yet");
    QStringList parts;
    switch (view->state) {
    case MemberState::Untried:
        parts << tr("not used yet");
        break;
    case MemberState::Good:
        parts << tr("good");
        break;
    case MemberState::Slow:
        parts << tr("slow");
        break;
    case MemberState::Cooling:
        parts << (view->waitMs > 0 ? tr("rests for %1").arg(left(view->waitMs)) : tr("is tried again"));
        break;
    case MemberState::Dead:
        parts << (view->waitMs > 0 ? tr("dead; tried again in %1").arg(left(view->waitMs)) : tr("dead"));
        break;
    case MemberState::Off:
        parts << tr("switched off");
        break;
    }
    for (const proxies::MemberView::Ban &ban : view->bans)
        parts << tr("not wanted at %1 for %2").arg(ban.host, left(ban.leftMs));
    return parts.join(u"; "_s);
}

QString PoolWords::verdict(const proxies::TestVerdict &verdict)
{
    const auto title = [](table::ProxyColumn column, const QString &code) {
        return table::codeTitle(table::proxySchema().columns[size_t(column)], code);
    };
    if (verdict.status.isEmpty())
        return {};
    if (verdict.status != "alive"_L1)
        return verdict.reason.isEmpty()
                   ? tr("failed")
                   : tr("failed: %1").arg(title(table::ProxyColumn::Reason, verdict.reason));
    QStringList parts{tr("works")};
    if (verdict.latency > 0)
        parts << tr("%1 s", "seconds").arg(seconds(verdict.latency));
    if (!verdict.anonymity.isEmpty())
        parts << title(table::ProxyColumn::Anonymity, verdict.anonymity);
    return parts.join(u", "_s);
}

QString PoolWords::others(const Forecast &forecast)
{
    QStringList parts;
    const auto add = [&parts](int count, const QString &text) {
        if (count > 0)
            parts << text;
    };
    add(forecast.cooling, tr("%n resting", nullptr, forecast.cooling));
    add(forecast.banned, tr("%n not wanted there", nullptr, forecast.banned));
    add(forecast.dead, tr("%n dead", nullptr, forecast.dead));
    add(forecast.off, tr("%n switched off", nullptr, forecast.off));
    add(forecast.unsupported, tr("%n not supported", nullptr, forecast.unsupported));
    return parts.isEmpty() ? QString() : u' ' + tr("Of the others: %1.").arg(parts.join(u", "_s));
}

/// What does not go through the proxies.
QString PoolWords::pastProxies(const Forecast &forecast)
{
    constexpr qsizetype MostNamed = 5;
    QString text;
    if (!forecast.bypass.isEmpty()) {
        QStringList named = forecast.bypass.mid(0, MostNamed);
        if (forecast.bypass.size() > MostNamed)
            named << u"…"_s;
        text += u' ' + tr("Asked directly, past the proxies: %1.").arg(named.join(u", "_s));
    }
    if (forecast.allowDirect && forecast.way != Forecast::Way::Direct)
        text += u' ' + tr("When no proxy works, requests go directly and show your own address.");
    return text;
}

QString PoolWords::way(const Forecast &forecast)
{
    const QString order = rotation(forecast.rotation, forecast.every);
    const QString &host = forecast.host;
    const QString proxy = forecast.proxy.section("://"_L1, -1);
    switch (forecast.way) {
    case Forecast::Way::Through:
        return host.isEmpty() ? tr("The next request goes through %1 (%2).").arg(proxy, order)
                              : tr("The next request to %1 goes through %2 (%3).").arg(host, proxy, order);
    case Forecast::Way::AnyOf:
        return host.isEmpty()
                   ? tr("The next request goes through one of %n proxy(s) (%1).", nullptr, forecast.usable)
                         .arg(order)
                   : tr("The next request to %1 goes through one of %n proxy(s) (%2).", nullptr,
                        forecast.usable)
                         .arg(host, order);
    case Forecast::Way::Direct:
        return tr("No proxy can be used just now: requests go directly and show your own address, as was "
                  "allowed.");
    case Forecast::Way::Wait:
        return tr("No proxy can be used just now: the next request waits for %1 and never goes directly.")
            .arg(left(forecast.waitMs));
    case Forecast::Way::Nothing:
        break;
    }
    return tr("No proxy can be used: requests fail and never go directly.");
}

QString PoolWords::next(const Forecast &forecast)
{
    using Way = Forecast::Way;
    const bool held = forecast.way == Way::Through || forecast.way == Way::AnyOf;
    QString text = way(forecast);
    // The common pace of some starts a second is no wait that anybody sees.
    if (held && forecast.waitMs >= 1000)
        text += u' ' + tr("The site is asked again in %1.").arg(left(forecast.waitMs));
    return text + others(forecast) + pastProxies(forecast);
}

QString PoolWords::summary(const proxies::KeptList &list)
{
    int off = 0;
    int logins = 0;
    int own = 0;
    for (const proxies::KeptProxy &kept : list.proxies) {
        off += kept.enabled ? 0 : 1;
        logins += kept.key.contains(u'#') ? 1 : 0;
        own += kept.proxy.mine ? 1 : 0;
    }
    QStringList parts{tr("%n proxy(s)", nullptr, int(list.proxies.size()))};
    if (off > 0)
        parts << tr("%n switched off", nullptr, off);
    if (logins > 0)
        parts << tr("%n with a login", nullptr, logins);
    if (own > 0)
        parts << tr("%n your own", nullptr, own);
    return parts.join(u" · "_s);
}

QString PoolWords::source(const proxies::KeptList &list, const proxies::ListSource &source)
{
    QStringList parts{tr("%n proxy(s)", nullptr, list.countOf(source.id))};
    if (source.unreadable > 0)
        parts << tr("%n line(s) cannot be read", nullptr, source.unreadable);
    if (source.readAt.isValid())
        parts << QLocale().toString(source.readAt.toLocalTime(), QLocale::ShortFormat);
    const QString name =
        source.kind == proxies::ListSource::Kind::Typed ? tr("typed or pasted") : source.name;
    return tr("%1: %2", "where proxies are from: how many").arg(name, parts.join(u", "_s));
}

} // namespace linnet::models
