// SPDX-License-Identifier: GPL-3.0-or-later
#include "proxies/list/proxyline.h"

#include "proxies/list/lineremark.h"
#include "proxies/list/pastedline.h"
#include "proxies/list/proxyhost.h"
#include "proxies/list/telegramlink.h"

#include <QUrl>

#include <algorithm>
#include <utility>

namespace linnet::proxies {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype LongestLine = 2048;

/// One way to read a text; the more telling the host, the likelier.
struct Reading
{
    Proxy proxy;
    HostShape shape = HostShape::None;
    LineFault fault = LineFault::NotAProxy;
    QString detail;

    bool fits() const { return fault == LineFault::None; }
};

struct Login
{
    QString user;
    QString password;
};

/// Splits at colons; a bracketed IPv6 address at the start of a part stays whole.
QList<QStringView> colonParts(QStringView text)
{
    QList<QStringView> parts;
    qsizetype begin = 0;
    while (begin <= text.size()) {
        qsizetype from = begin;
        if (from < text.size() && text[from] == u'[') {
            const qsizetype close = text.indexOf(u']', from);
            if (close > 0 && (close + 1 == text.size() || text[close + 1] == u':'))
                from = close;
        }
        const qsizetype colon = text.indexOf(u':', from);
        const qsizetype end = colon < 0 ? text.size() : colon;
        parts.append(text.sliced(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

QStringView joined(const QList<QStringView> &parts, qsizetype from, qsizetype to)
{
    const QStringView first = parts[from];
    const QStringView last = parts[to];
    return {first.begin(), last.end()};
}

bool isNumber(QStringView text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// What may be told of a part at fault.
QString withoutLogin(QStringView part)
{
    return part.contains(u'@') ? QString() : part.toString();
}

Reading endpoint(QStringView host, QStringView port, const Login &login, ProxyScheme scheme)
{
    Reading reading;
    const ProxyHost known = readHost(host);
    reading.shape = known.shape;
    if (known.shape == HostShape::None || !isNumber(port)) {
        reading.fault = known.shape == HostShape::None && isNumber(port) && !host.isEmpty()
                            ? LineFault::BadHost
                            : LineFault::NotAProxy;
        reading.detail = reading.fault == LineFault::BadHost ? withoutLogin(host) : QString();
        return reading;
    }
    const uint number = port.size() > 5 ? 0 : port.toUInt();
    if (number < 1 || number > 65535) {
        reading.fault = LineFault::BadPort;
        reading.detail = port.left(20).toString();
        return reading;
    }
    reading.fault = LineFault::None;
    reading.proxy = {scheme, known.name, quint16(number), login.user, login.password, false};
    return reading;
}

Reading endpoint(QStringView text, const Login &login, ProxyScheme scheme)
{
    const QList<QStringView> parts = colonParts(text);
    return parts.size() == 2 ? endpoint(parts[0], parts[1], login, scheme) : Reading();
}

/// %41 as in addresses; a per cent sign that means itself stays.
QString decoded(QStringView text)
{
    const auto isHex = [](QChar c) {
        return QChar(c).isDigit() || (c.toLower() >= u'a' && c.toLower() <= u'f');
    };
    for (qsizetype at = text.indexOf(u'%'); at >= 0; at = text.indexOf(u'%', at + 1)) {
        if (at + 2 >= text.size() || !isHex(text[at + 1]) || !isHex(text[at + 2]))
            return text.toString();
    }
    return QUrl::fromPercentEncoding(text.toUtf8());
}

Login loginOf(QStringView text, bool encoded)
{
    const qsizetype colon = text.indexOf(u':');
    const QStringView user = colon < 0 ? text : text.first(colon);
    const QStringView password = colon < 0 ? QStringView() : text.sliced(colon + 1);
    return encoded ? Login{decoded(user), decoded(password)} : Login{user.toString(), password.toString()};
}

LineReading taken(const Reading &reading)
{
    if (reading.fits())
        return {{reading.proxy}, LineFault::None, {}, {}};
    return {{}, reading.fault, reading.detail, {}};
}

/// The reading that fits, or the one whose host tells more; two that are equally good are both given.
LineReading better(const Reading &first, const Reading &second)
{
    if (first.fits() && second.fits()) {
        if (first.shape != second.shape &&
            (first.shape == HostShape::Word || second.shape == HostShape::Word))
            return taken(first.shape == HostShape::Word ? second : first);
        return {{first.proxy, second.proxy}, LineFault::Ambiguous, {}, {}};
    }
    if (first.fits() || second.fits())
        return taken(first.fits() ? first : second);
    // What would be at fault in one order may be the password in the other.
    return {{}, first.fault == LineFault::NotAProxy ? second.fault : first.fault, {}, {}};
}

LineReading withColons(QStringView text, ProxyScheme scheme)
{
    const QList<QStringView> parts = colonParts(text);
    if (parts.size() == 1) {
        const ProxyHost host = readHost(text);
        const bool known = host.shape != HostShape::None && host.shape != HostShape::Word;
        return {{}, known ? LineFault::NoPort : LineFault::NotAProxy, {}, {}};
    }
    if (parts.size() == 2) {
        if (parts[1].isEmpty() && readHost(parts[0]).shape != HostShape::None)
            return {{}, LineFault::NoPort, {}, {}};
        return taken(endpoint(parts[0], parts[1], {}, scheme));
    }
    if (isBareIpv6(text))
        return {{}, LineFault::NeedsBrackets, {}, {}};
    if (parts.size() == 3) {
        if (const auto named = schemeByName(parts[2]))
            return taken(endpoint(parts[0], parts[1], {}, *named));
        return {{}, LineFault::ThreeParts, {}, {}};
    }
    const qsizetype n = parts.size();
    const Login behind{parts[2].toString(), joined(parts, 3, n - 1).toString()};
    const Login before{parts[0].toString(), joined(parts, 1, n - 3).toString()};
    return better(endpoint(parts[0], parts[1], behind, scheme),
                  endpoint(parts[n - 2], parts[n - 1], before, scheme));
}

LineReading withAt(QStringView text, ProxyScheme scheme, bool isUrl)
{
    const qsizetype last = text.lastIndexOf(u'@');
    const qsizetype first = text.indexOf(u'@');
    const Reading behind = endpoint(text.sliced(last + 1), loginOf(text.first(last), true), scheme);
    const Reading before = endpoint(text.first(first), loginOf(text.sliced(first + 1), false), scheme);
    // In an address only one order is right.
    if (isUrl && behind.fits())
        return taken(behind);
    const LineReading byAt = better(behind, before);
    const LineReading byColons = withColons(text, scheme);
    const bool isUnread = byAt.fault != LineFault::None && byAt.fault != LineFault::Ambiguous;
    if (byColons.fault != LineFault::None)
        return isUrl && isUnread ? taken(behind) : byAt;
    if (isUnread)
        return byColons;
    return {byAt.proxies + byColons.proxies, LineFault::Ambiguous, {}, {}};
}

/// Several proxies, or one with its login, parted by something that no host holds: ## , ; |
LineReading withSeparator(QStringView text, QStringView separator, ProxyScheme scheme)
{
    QList<QStringView> parts = text.split(separator);
    for (QStringView &part : parts)
        part = part.trimmed();
    LineReading all;
    for (const QStringView part : std::as_const(parts)) {
        const Reading one = endpoint(part, {}, scheme);
        if (one.fits() && one.shape != HostShape::Word)
            all.proxies.append(one.proxy);
    }
    if (all.proxies.size() == parts.size())
        return all;
    const qsizetype n = parts.size();
    // A country behind host and port is no user.
    const qsizetype before = parts[0].contains(u':') ? 1 : 2;
    if (n > before && isRemark(parts[before])) {
        const QList<QStringView> remarks = parts.sliced(before);
        const ProxyScheme named = schemeOfRemarks(remarks, scheme);
        return taken(before == 1 ? endpoint(parts[0], {}, named) : endpoint(parts[0], parts[1], {}, named));
    }
    if (before == 2) {
        if (n != 2 && n != 4)
            return {{}, LineFault::ExtraText, {}, {}};
        const Login login = n == 4 ? Login{parts[2].toString(), parts[3].toString()} : Login();
        return taken(endpoint(parts[0], parts[1], login, scheme));
    }
    Reading one = endpoint(parts[0], {}, scheme);
    if (!one.fits() || n > 3)
        return {{}, one.fits() ? LineFault::ExtraText : one.fault, one.detail, {}};
    const Login login = n == 2 ? loginOf(parts[1], false) : Login{parts[1].toString(), parts[2].toString()};
    one.proxy.user = login.user;
    one.proxy.password = login.password;
    return taken(one);
}

LineReading readWord(QStringView word, ProxyScheme fallback)
{
    ProxyScheme scheme = fallback;
    const qsizetype mark = word.indexOf("://"_L1);
    const bool isUrl = mark > 0 && mark < 12 && isSchemeWord(word.first(mark));
    if (isUrl) {
        const auto named = schemeByName(word.first(mark));
        if (!named)
            return {{}, LineFault::UnknownScheme, word.first(mark).toString(), {}};
        scheme = *named;
        word = word.sliced(mark + 3);
        const qsizetype at = word.lastIndexOf(u'@');
        const qsizetype slash = word.indexOf(u'/', at + 1);
        if (slash >= 0) {
            if (slash + 1 < word.size())
                return {{}, LineFault::WebPage, {}, {}};
            word = word.first(slash);
        }
    }
    if (word.indexOf("##"_L1) > 0) {
        const LineReading reading = withSeparator(word, u"##", scheme);
        if (reading.fault != LineFault::NotAProxy)
            return reading;
    }
    const qsizetype at = word.lastIndexOf(u'@');
    if (const auto named = at > 0 && !isUrl ? schemeByName(word.sliced(at + 1)) : std::nullopt)
        return withColons(word.first(at), *named);
    if (at >= 0)
        return withAt(word, scheme, isUrl);
    for (const QStringView separator : {QStringView(u","), QStringView(u";"), QStringView(u"|")}) {
        const qsizetype place = word.indexOf(separator);
        // Behind host:port: and user: it belongs to a password.
        if (place > 0 && word.first(place).count(u':') <= 1)
            return withSeparator(word, separator, scheme);
    }
    return withColons(word, scheme);
}

/// "AR-N-S! +" of clarketm/proxy-list: country, anonymity, https, exit address differs, Google.
bool isClarketm(const QList<QStringView> &words)
{
    if (words.size() > 3 || words[1].size() < 4 || words[1].size() > 8)
        return false;
    const QStringView code = words[1];
    const bool country = code[0].isUpper() && code[1].isUpper() && code[2] == u'-';
    const bool level = code[3] == u'N' || code[3] == u'A' || code[3] == u'H';
    const bool rest =
        std::ranges::all_of(code.sliced(4), [](QChar c) { return c == u'-' || c == u'S' || c == u'!'; });
    return country && level && rest && (words.size() == 2 || words[2] == u"+" || words[2] == u"-");
}

/// host port [user password] or [remarks], with or without a scheme in front, as tables are pasted and
/// proxychains writes.
LineReading readColumns(QList<QStringView> words, ProxyScheme fallback)
{
    ProxyScheme scheme = fallback;
    if (const auto named = schemeByName(words[0])) {
        scheme = *named;
        words.removeFirst();
    }
    if (words.size() == 1)
        return readWord(words[0], scheme);
    if (words.size() > 2 && isRemark(words[2])) {
        const Reading noted = endpoint(words[0], words[1], {}, schemeOfRemarks(words.sliced(2), scheme));
        return noted.shape == HostShape::Word ? LineReading{{}, LineFault::NotAProxy, {}, {}} : taken(noted);
    }
    const bool login = words.size() == 4;
    if (words.size() != 2 && !login)
        return {{}, LineFault::ExtraText, {}, {}};
    const Reading reading = endpoint(
        words[0], words[1], login ? Login{words[2].toString(), words[3].toString()} : Login(), scheme);
    // "Page 12" is no proxy.
    return reading.shape == HostShape::Word ? LineReading{{}, LineFault::NotAProxy, {}, {}} : taken(reading);
}

LineReading readWords(const QList<QStringView> &words, ProxyScheme fallback)
{
    const bool columns = isNumber(words[1]) || schemeByName(words[0]);
    if (columns)
        return readColumns(words, fallback);
    const LineReading first = readWord(words[0], fallback);
    if (first.fault != LineFault::None || isClarketm(words))
        return first;
    if (std::all_of(words.begin() + 1, words.end(), isRemark)) {
        LineReading noted = first;
        for (Proxy &proxy : noted.proxies)
            proxy.scheme = schemeOfRemarks(words.sliced(1), proxy.scheme);
        return noted;
    }
    if (words[1].startsWith(u'#')) {
        // "# mine": the user's own, tokens may go through it.
        LineReading own = first;
        const bool mine = words[1] == u"#mine" || (words[1] == u"#" && words.value(2) == u"mine");
        for (Proxy &proxy : own.proxies)
            proxy.mine = mine;
        return own;
    }
    // Several on one line, or host:port and a login.
    LineReading all;
    for (const QStringView word : words) {
        const LineReading one = readWord(word, fallback);
        if (one.fault != LineFault::None) {
            all.fault = LineFault::ExtraText;
            break;
        }
        all.proxies += one.proxies;
    }
    if (all.fault == LineFault::None)
        return all;
    const bool login = words.size() == 2 && words[1].contains(u':') && !first.proxies.first().hasLogin();
    if (!login)
        return {{}, LineFault::ExtraText, {}, {}};
    LineReading withLogin = first;
    const Login found = loginOf(words[1], false);
    withLogin.proxies.first().user = found.user;
    withLogin.proxies.first().password = found.password;
    return withLogin;
}

/// "socks5", "SOCKS5:", "type = socks5", "[http]": the protocol of what follows.
std::optional<ProxyScheme> headerScheme(QStringView line)
{
    if (line.size() > 30)
        return std::nullopt;
    if (line.startsWith(u'[') && line.endsWith(u']'))
        line = line.sliced(1, line.size() - 2);
    for (const QLatin1StringView key : {"type"_L1, "protocol"_L1, "scheme"_L1}) {
        if (!line.startsWith(key, Qt::CaseInsensitive))
            continue;
        line = line.sliced(key.size()).trimmed();
        if (line.isEmpty() || (line[0] != u':' && line[0] != u'='))
            return std::nullopt;
        line = line.sliced(1).trimmed();
        break;
    }
    while (line.endsWith(u':') || line.endsWith(u'/'))
        line.chop(1);
    return schemeByName(line);
}

} // namespace

LineReading readEndpoint(QStringView host, QStringView port, ProxyScheme scheme)
{
    const QStringView name = host.trimmed();
    const QStringView number = port.trimmed();
    if (number.isEmpty())
        return {{}, LineFault::NoPort, {}, {}};
    if (!isNumber(number))
        return {{}, LineFault::BadPort, withoutLogin(number).left(20), {}};
    return taken(endpoint(name, number, {}, scheme));
}

LineReading readProxyLine(QStringView pasted, ProxyScheme fallback)
{
    if (pasted.trimmed().size() > LongestLine)
        return {{}, LineFault::TooLong, {}, {}};
    const QString meant = asMeant(pasted);
    const QStringView line = meant;
    if (line.isEmpty() || line.startsWith(u'#') || line.startsWith("//"_L1) || line.startsWith(u';'))
        return {};
    if (const auto header = headerScheme(line))
        return {{}, LineFault::None, {}, header};
    if (const auto linked = readTelegramLink(line))
        return *linked;
    // The comma of a list in code; a login may end with one.
    if (line.endsWith(u',') || line.endsWith(u';')) {
        LineReading bare = readProxyLine(line.chopped(1), fallback);
        if (bare.proxies.size() == 1 && !bare.proxies.first().hasLogin())
            return bare;
    }
    QList<QStringView> words;
    qsizetype begin = 0;
    for (qsizetype i = 0; i <= line.size(); ++i) {
        if (i < line.size() && !line[i].isSpace())
            continue;
        if (i > begin)
            words.append(line.sliced(begin, i - begin));
        begin = i + 1;
    }
    // "a, b, c, d": the blanks only part what the commas part already.
    if (words.size() > 1 && (words[0].endsWith(u',') || words[0].endsWith(u';'))) {
        const QString dense = line.toString().simplified().remove(u' ');
        return readWord(dense, fallback);
    }
    return words.size() == 1 ? readWord(words[0], fallback) : readWords(words, fallback);
}

} // namespace linnet::proxies
