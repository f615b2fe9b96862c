// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options/proxyoptions.h"

#include "base/boundedfile.h"
#include "net/proxy/noproxylist.h"
#include "proxies/list/proxylistparser.h"
#include "proxies/pool/proxypool.h"

#include <QFileInfo>

namespace linnet::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 LargestProxyFile = 64'000'000; // bytes

/// For people: summaries name the reason only.
Error told(const proxies::ProxyList::Problem &problem)
{
    const QString text = proxies::faultText(problem.fault);
    return {Reason::BadLine, 0, problem.detail.isEmpty() ? text : u"%1: %2"_s.arg(text, problem.detail)};
}

/// One proxy by address; the error never repeats a password.
Result<proxies::Proxy> readOne(const QString &address, const QString &option)
{
    const proxies::LineReading reading = proxies::readProxyLine(address, proxies::ProxyScheme::Http);
    if (reading.fault != proxies::LineFault::None || reading.proxies.size() != 1)
        return fail(Reason::BadValue, option + u": "_s + QString(proxies::faultCode(reading.fault)));
    proxies::Proxy proxy = reading.proxies.first();
    if (!proxy.isSupported())
        return fail(Reason::BadValue,
                    u"%1 %2: socks4 and https proxies are not supported"_s.arg(option, proxy.address()));
    // Named one by one it is the user's own; lists are not.
    proxy.mine = true;
    return proxy;
}

Result<QList<proxies::Proxy>> readNamed(const QStringList &addresses)
{
    QList<proxies::Proxy> list;
    for (const QString &address : addresses) {
        const auto proxy = readOne(address, u"--proxy"_s);
        if (!proxy)
            return std::unexpected(proxy.error());
        if (!proxy->password.isEmpty())
            return fail(
                Reason::BadValue,
                u"--proxy %1: others can see passwords on the command line; use --proxies FILE or LINNET_PROXY"_s
                    .arg(proxy->address()));
        list.append(*proxy);
    }
    return list;
}

} // namespace

Result<ProxyFile> readProxyFile(const QString &path)
{
    const auto bytes = readBounded(path, LargestProxyFile);
    if (!bytes && bytes.error().reason == Reason::TooLarge)
        return fail(Reason::BadValue, u"%1: more than %2 MB"_s.arg(path).arg(LargestProxyFile / 1'000'000));
    if (!bytes)
        return fail(Reason::BadValue, bytes.error().detail);
    ProxyFile result;
    result.name = path == u"-" ? u"-"_s : QFileInfo(path).fileName();
    const auto scheme =
        proxies::ProxyListParser::schemeOfName(result.name).value_or(proxies::ProxyScheme::Http);
    result.list = proxies::ProxyListParser::parse(*bytes, scheme);
    for (const proxies::ProxyList::Problem &problem : result.list.problems) {
        const QString place = result.name + u':' + QString::number(problem.place);
        result.failures.push_back(
            {problem.text.isEmpty() ? place : problem.text, problem.place, told(problem)});
    }
    return result;
}

QString ProxyFile::nothingInIt() const
{
    QString text = name + u": "_s + ProxyOptions::tr("no proxy in it");
    if (!failures.empty()) {
        const InputFailure &first = failures.front();
        text += u"; "_s + ProxyOptions::tr("line %1: %2").arg(first.line).arg(first.error.detail);
    }
    return text;
}

void ProxyOptions::addTo(Options &options)
{
    options.add(
        {u"proxy"_s},
        tr("system: as the computer is set up; none: always directly; or a proxy's address, http:// or "
           "socks5://, which may be repeated. With a password only in LINNET_PROXY or a file."),
        u"system|none|URL"_s, u"system"_s);
    options.add({u"proxies"_s}, tr("Go through the proxies of this list and nothing else."), u"FILE"_s);
    options.add({u"rotate"_s}, tr("Which proxy is next: round-robin, random, fastest or sticky."), u"HOW"_s,
                u"round-robin"_s);
    options.offer(u"rotate"_s, {u"round-robin"_s, u"random"_s, u"fastest"_s, u"sticky"_s});
    options.add({u"scale-rate"_s},
                tr("Each proxy has the whole rate for itself; not at servers that have refused a request."));
    options.add({u"allow-direct"_s},
                tr("Go directly when no proxy can be used, which shows your own address to the servers; "
                   "without it the request fails."));
    options.add(
        {u"bypass"_s},
        tr("Ask these hosts directly, past the proxies; none by default. Names with their subdomains, "
           "addresses, networks as 10.0.0.0/8; separated by commas."),
        u"HOSTS"_s);
}

Result<ProxyOptions> ProxyOptions::read(const Options &options)
{
    ProxyOptions result;
    const QStringList named = options.texts(u"proxy"_s);
    const bool isWord = named == QStringList{u"system"_s} || named == QStringList{u"none"_s};
    const bool isGiven = options.isSet(u"proxy"_s);
    if (!isWord) {
        if (named.contains(u"system"_s) || named.contains(u"none"_s))
            return fail(Reason::BadValue, u"--proxy: system, none, or addresses"_s);
        auto list = readNamed(named);
        if (!list)
            return std::unexpected(list.error());
        result.list = *std::move(list);
    }
    if (options.isSet(u"proxies"_s)) {
        if (isGiven && isWord)
            return fail(Reason::BadValue, u"--proxies and --proxy %1"_s.arg(named.front()));
        auto file = readProxyFile(options.text(u"proxies"_s));
        if (!file)
            return fail(Reason::BadValue, u"--proxies "_s + file.error().detail);
        for (const proxies::ProxyList::Entry &entry : std::as_const(file->list.entries))
            result.list.append(entry.proxy);
        const QString nothing = file->nothingInIt();
        result.failures = std::move(file->failures);
        if (result.list.isEmpty())
            return fail(Reason::BadValue, u"--proxies "_s + nothing);
    } else if (!isGiven && qEnvironmentVariableIsSet("LINNET_PROXY")) {
        const auto proxy = readOne(qEnvironmentVariable("LINNET_PROXY"), u"LINNET_PROXY"_s);
        if (!proxy)
            return std::unexpected(proxy.error());
        result.list.append(*proxy);
    }
    using Mode = jobs::ProxyChoice::Mode;
    result.choice.mode = !result.list.isEmpty()                ? Mode::List
                         : isGiven && named.front() == u"none" ? Mode::None
                                                               : Mode::System;
    for (const proxies::Proxy &proxy : std::as_const(result.list))
        result.choice.keys.append(proxy.key());
    result.choice.rotation = options.text(u"rotate"_s);
    const QStringList rotations{u"round-robin"_s, u"random"_s, u"fastest"_s, u"sticky"_s};
    if (!rotations.contains(result.choice.rotation))
        return fail(Reason::BadValue,
                    u"--rotate %1: %2"_s.arg(result.choice.rotation, rotations.join(u", ")));
    result.choice.allowDirect = options.isSet(u"allow-direct"_s);
    result.choice.bypass = options.texts(u"bypass"_s).join(u',');
    if (const QStringList bad = net::NoProxyList(result.choice.bypass).problems(); !bad.isEmpty())
        return fail(Reason::BadValue, u"--bypass "_s + bad.join(u"; "_s));
    result.scaleRate = options.isSet(u"scale-rate"_s);
    const bool needsProxies = result.scaleRate || result.choice.allowDirect || options.isSet(u"bypass"_s);
    if (result.choice.mode != Mode::List && needsProxies)
        return fail(Reason::BadValue,
                    u"--scale-rate, --allow-direct and --bypass: only with --proxy URL or --proxies"_s);
    return result;
}

} // namespace linnet::cli
