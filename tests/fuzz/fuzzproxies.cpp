// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz/fuzzproxies.h"

#include "encoding/filetext.h"
#include "fuzz/fuzzinput.h"
#include "proxies/list/keptlist.h"
#include "proxies/list/proxylistparser.h"

#include <QSet>

#include <algorithm>

namespace linnet::fuzz {

namespace {

using namespace Qt::Literals::StringLiterals;
using proxies::KeptList;
using proxies::KeptProxy;
using proxies::LineFault;
using proxies::Proxy;
using proxies::ProxyList;
using proxies::ProxyListParser;
using proxies::ProxyScheme;

void checkList(const ProxyList &list)
{
    QSet<QString> keys;
    for (const ProxyList::Entry &entry : list.entries) {
        const Proxy &proxy = entry.proxy;
        require(entry.key == proxy.key() && !keys.contains(entry.key), "each proxy stands once");
        keys.insert(entry.key);
        require(!proxy.host.isEmpty() && proxy.port != 0 && proxy.host == proxy.host.toLower(),
                "a proxy has host and port");
        require(entry.place >= 1, "a proxy has its place");
    }
    for (const ProxyList::Problem &problem : list.problems) {
        require(problem.fault != LineFault::None && problem.place >= 1, "a problem has fault and place");
        require((problem.fault == LineFault::Ambiguous) == (problem.readings.size() > 1),
                "what is ambiguous has its readings");
        const bool isBare = !problem.text.contains(u'@') && !problem.detail.contains(u'@');
        require(isBare && problem.text.size() <= 80, "what is shown has no room for a login");
        require(!proxies::faultText(problem.fault).isEmpty(), "a fault has its words");
    }
}

/// What lists of lines say, line for line.
void checkLines(const ProxyList &list, const QString &text, ProxyScheme fallback)
{
    qsizetype found = 0;
    qsizetype faults = 0;
    qsizetype places = 0;
    QString plain = text;
    plain.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
    for (const QStringView line : QStringView(plain).split(u'\n')) {
        if (line.trimmed().isEmpty())
            continue;
        ++places;
        const bool isText = !line.contains(QChar::ReplacementCharacter) && !line.contains(QChar::Null);
        const proxies::LineReading reading = isText ? proxies::readProxyLine(line, fallback)
                                                    : proxies::LineReading{{}, LineFault::NotText, {}, {}};
        fallback = reading.header.value_or(fallback);
        if (reading.fault != LineFault::None) {
            ++faults;
            continue;
        }
        const auto isBroken = [](const Proxy &proxy) { // by a percent code, within a line that is text
            const QString login = proxy.user + proxy.password;
            return login.contains(QChar::ReplacementCharacter) || login.contains(QChar::Null);
        };
        const qsizetype broken = std::ranges::count_if(reading.proxies, isBroken);
        faults += broken;
        found += reading.proxies.size() - broken;
    }
    require(places == list.places && faults == list.problems.size(), "every line that is no proxy is named");
    require(found == list.entries.size() + list.duplicates, "every proxy of a line is in the list");
}

bool canBeWritten(const Proxy &proxy)
{
    const auto isWhole = [](const QString &text) {
        return QString::fromUtf8(text.toUtf8()) == text && !text.contains(QChar::Null) && text.size() < 200;
    };
    return isWhole(proxy.user) && isWhole(proxy.password);
}

KeptList keptOf(const ProxyList &list)
{
    KeptList kept;
    kept.id = u"id"_s;
    kept.sources.resize(1);
    kept.sources.first().id = 1;
    for (const ProxyList::Entry &entry : list.entries) {
        if (canBeWritten(entry.proxy))
            kept.proxies.append({entry.key, entry.proxy, true, {1}, {}});
    }
    return kept;
}

void checkKept(const KeptList &kept)
{
    const ProxyList again = ProxyListParser::parse(kept.lines(true), ProxyScheme::Http);
    require(again.problems.isEmpty() && again.entries.size() == kept.proxies.size(),
            "lines that were written are read again");
    for (qsizetype i = 0; i < kept.proxies.size(); ++i) {
        Proxy proxy = kept.proxies[i].proxy;
        proxy.mine = false;
        require(again.entries[i].proxy == proxy, "a proxy that was written is the same");
    }
    Result<KeptList> stored = KeptList::fromJson(kept.toJson());
    require(stored.has_value(), "a list that was stored is read again");
    stored->setLogins(kept.logins());
    require(stored->proxies == kept.proxies, "a list that was stored is the same, with its logins");
}

} // namespace

int fuzzProxies(const std::uint8_t *data, std::size_t size)
{
    FuzzInput input(data, size);
    const auto fallback = input.choice(3) == 0 ? ProxyScheme::Socks5 : ProxyScheme::Http;
    const ProxyList list = ProxyListParser::parse(input.bytes(), fallback);
    checkList(list);
    const QString text = encoding::fileText(input.bytes(), encoding::OtherBytes::Fault);
    const bool isOneForm = !text.contains(u'{') && !text.contains(u'[') && !text.contains(u'<');
    if (list.form == proxies::ListForm::Lines && isOneForm && !text.contains(QChar::ByteOrderMark))
        checkLines(list, text, fallback);
    if (!list.entries.isEmpty())
        checkKept(keptOf(list));
    return 0;
}

} // namespace linnet::fuzz
