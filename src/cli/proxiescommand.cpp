// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/proxiescommand.h"

#include "proxies/list/proxyfetch.h"
#include "session/runparams.h"
#include "table/proxyschema.h"

namespace linnet::cli {

using namespace Qt::Literals::StringLiterals;

ProxiesCommand::ProxiesCommand(QObject *parent)
    : RunCommand(table::proxySchema(), parent)
{
}

QString ProxiesCommand::summary() const
{
    return tr("Test proxies (check), or read lists of them (fetch).");
}

void ProxiesCommand::start(const QStringList &args)
{
    const QString what = args.value(0);
    if (what == u"check") {
        check(args.sliced(1));
    } else if (what == u"fetch") {
        fetch(args.sliced(1));
    } else if (what == u"--help" || what == u"-h") {
        console().out(tr("Usage: linnet-cli proxies check | fetch [options]; --help with each"));
        end(Done);
    } else {
        endWith(BadUsage, {Reason::BadValue, 0, u"proxies %1: check, fetch"_s.arg(what)});
    }
}

void ProxiesCommand::check(const QStringList &args)
{
    Options options(tr("Tests proxies: which are alive, what servers see, how quick they are."));
    options.addPositional(u"proxy"_s, tr("A proxy without a password; may be repeated."), u"[PROXY…]"_s);
    options.add({u"file"_s}, tr("A list of proxies; - is standard input; may be repeated."), u"FILE"_s);
    options.add(
        {u"judge"_s},
        tr("The page that tells what it saw, as httpbin.org/get or azenv do; one with http, one with https."),
        u"URL"_s);
    OutputOptions::addTo(options);
    RequestOptions::addTo(options);
    if (endedByParsing(options, args))
        return;
    const auto output = OutputOptions::read(options, table::proxySchema());
    const auto requests = RequestOptions::read(options);
    const auto spec = readCheck(options);
    if (endedByErrors(output, requests, spec))
        return;
    QList<FileRole> inputs;
    for (const QString &path : options.texts(u"file"_s))
        inputs.append({u"--file"_s, path, FileRole::Use::Read});
    if (!prepare(*output, *requests, inputs))
        return;
    QList<proxies::Proxy> list;
    for (const proxies::TestSpec::Item &item : spec->items)
        list.append(item.proxy);
    session().network().addProxies(list);
    follow(session().start(session::RunParams::of(*spec, requests->spec)));
}

Result<proxies::TestSpec> ProxiesCommand::readCheck(const Options &options)
{
    proxies::TestSpec spec;
    proxies::ProxyList named;
    for (const QString &text : options.positional()) {
        const proxies::LineReading reading = proxies::readProxyLine(text, proxies::ProxyScheme::Http);
        if (reading.fault != proxies::LineFault::None || reading.proxies.isEmpty())
            return fail(Reason::BadValue, u"PROXY: "_s + proxies::faultText(reading.fault));
        if (!reading.proxies.first().password.isEmpty())
            return fail(Reason::BadValue,
                        u"PROXY %1: passwords only in --file"_s.arg(reading.proxies.first().address()));
        named.addReading(reading, 0, text);
    }
    for (const proxies::ProxyList::Entry &entry : std::as_const(named.entries))
        spec.items.append({entry.proxy.key(), entry.proxy, {}});
    QString nothing; ///< why the first file has no proxy
    for (const QString &path : options.texts(u"file"_s)) {
        auto file = readProxyFile(path);
        if (!file)
            return fail(Reason::BadValue, u"--file "_s + file.error().detail);
        if (nothing.isEmpty() && file->list.entries.isEmpty())
            nothing = u"--file "_s + file->nothingInIt();
        spec.add(file->list, file->name);
        for (InputFailure &failure : file->failures)
            addInputFailure(std::move(failure));
    }
    if (spec.items.isEmpty())
        return fail(Reason::BadValue, nothing.isEmpty() ? u"--file: no proxy to test"_s : nothing);
    for (const QString &judge : options.texts(u"judge"_s))
        spec.judges.append(QUrl(judge, QUrl::StrictMode));
    if (spec.judges.isEmpty())
        spec.judges = proxies::TestSpec::defaultJudges();
    if (const auto valid = spec.validate(); !valid)
        return std::unexpected(valid.error());
    return spec;
}

void ProxiesCommand::fetch(const QStringList &args)
{
    Options options(
        tr("Reads lists of proxies from web addresses: text, JSON, CSV and the tables of pages."));
    options.addPositional(u"url"_s, tr("Address of a list; may be repeated."), u"URL…"_s);
    options.add({u"kind"_s}, tr("Kind of proxies that name none: http, socks5 or socks4."), u"KIND"_s,
                u"http"_s);
    options.offer(u"kind"_s, {u"http"_s, u"socks5"_s, u"socks4"_s});
    OutputOptions::addTo(options);
    RequestOptions::addTo(options);
    if (endedByParsing(options, args))
        return;
    const auto output = OutputOptions::read(options, table::proxySchema());
    const auto requests = RequestOptions::read(options);
    if (endedByErrors(output, requests))
        return;
    proxies::FetchSpec spec;
    for (const QString &url : options.positional())
        spec.urls.append(QUrl(url, QUrl::StrictMode));
    const auto kind = proxies::schemeByName(options.text(u"kind"_s));
    const auto valid =
        kind ? spec.validate() : fail(Reason::BadValue, u"--kind "_s + options.text(u"kind"_s));
    if (!valid) {
        endWith(BadUsage, valid.error());
        return;
    }
    spec.fallback = *kind;
    if (prepare(*output, *requests))
        follow(session().start(session::RunParams::of(spec, requests->spec)));
}

} // namespace linnet::cli
