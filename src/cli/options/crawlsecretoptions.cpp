// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options/crawlsecretoptions.h"

#include "links/addresskeys.h"
#include "links/crawl/crawlcookies.h"
#include "links/crawl/crawlsecrets.h"
#include "net/headerfields.h"
#include "url/urlresolver.h"

#include <QFile>

#include <algorithm>

namespace linnet::cli {

using namespace Qt::Literals::StringLiterals;
using links::CrawlSecrets;

namespace {

constexpr qint64 LargestSecretsFile = 4 * 1024 * 1024;

Result<QByteArray> contentsOf(const QString &option, const QString &name)
{
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Reason::BadValue, u"--%1 %2: %3"_s.arg(option, name, file.errorString()));
    const QByteArray bytes = file.read(LargestSecretsFile + 1);
    if (bytes.size() > LargestSecretsFile)
        return fail(Reason::BadValue, u"--%1 %2: 4 MB"_s.arg(option, name));
    return bytes;
}

/// What stands on a line is a secret: only its number is told.
std::unexpected<Error> badLine(const QString &option, qsizetype line)
{
    return std::unexpected(Error{Reason::BadValue, 0, u"--%1: line %2"_s.arg(option).arg(line)});
}

QList<QByteArray> linesOf(const QByteArray &bytes)
{
    QList<QByteArray> lines = bytes.split('\n');
    for (QByteArray &line : lines)
        line = line.trimmed();
    return lines;
}

bool isToken(QByteArrayView text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](char c) {
        return c > ' ' && c < 0x7F && !QByteArrayView("()<>@,;:\\\"/[]?={}").contains(c);
    });
}

bool isFieldValue(QByteArrayView text)
{
    return std::ranges::none_of(text, [](char c) { return (c >= 0 && c < ' ' && c != '\t') || c == 0x7F; });
}

bool isOneOf(QByteArrayView name, std::initializer_list<QByteArrayView> list)
{
    return std::ranges::any_of(
        list, [name](QByteArrayView one) { return one.compare(name, Qt::CaseInsensitive) == 0; });
}

/// As it is given, not percent-encoded.
QByteArray basicOf(const QByteArray &login)
{
    return "Basic " + login.toBase64();
}

/// "https://user:password@example.org", "https://example.org user:password", "example.org user password".
struct Login
{
    QString place;
    QByteArray value;
};
std::optional<Login> loginOf(const QByteArray &line)
{
    const auto isBlank = [](char c) { return c == ' ' || c == '\t'; };
    const qsizetype blank = std::ranges::find_if(line, isBlank) - line.begin();
    const QByteArray first = line.first(blank);
    const QByteArray rest = line.sliced(blank).trimmed();
    const bool hasScheme = first.startsWith("http://") || first.startsWith("https://");
    if (!hasScheme && first.contains("://"))
        return std::nullopt;
    if (rest.isEmpty() && !hasScheme)
        return first.contains(':') ? std::optional(Login{CrawlSecrets::Starts, basicOf(first)})
                                   : std::nullopt;
    const url::ResolvedUrl address = url::parseUrl(((hasScheme ? "" : "http://") + first).toStdString());
    if (address.kind != url::UrlKind::Http)
        return std::nullopt;
    const QString place =
        hasScheme ? links::originOf(address.href).toString() : links::hostOf(address.href).toString();
    if (rest.isEmpty())
        return address.login.empty()
                   ? std::nullopt
                   : std::optional(Login{place, net::basicLogin(QByteArray::fromStdString(address.login))});
    // "user password" is parted by white space, "user:password" by its first colon.
    QByteArray login = rest;
    if (!login.contains(':')) {
        login = login.simplified();
        const qsizetype between = login.indexOf(' ');
        if (between < 0)
            return std::nullopt;
        login[between] = ':';
    }
    return Login{place, basicOf(login)};
}

} // namespace

void CrawlSecretOptions::addTo(Options &options)
{
    options.add({u"header"_s},
                tr("Send this header to the addresses of the site; may be repeated. Logins and cookies go "
                   "into files."),
                u"NAME: VALUE"_s);
    options.add({u"headers-file"_s}, tr("Send the headers that stand in FILE, one a line."), u"FILE"_s);
    options.add({u"cookies"_s}, tr("Send the cookies of FILE: cookies.txt, or lines NAME=VALUE."), u"FILE"_s);
    options.add({u"cookie-jar"_s}, tr("Keep the cookies that the site sets, for this run."));
    addLoginTo(options);
}

void CrawlSecretOptions::addLoginTo(Options &options)
{
    options.add({u"login-file"_s},
                tr("Logins of a crawl, one a line: USER:PASSWORD for where it begins, "
                   "https://USER:PASSWORD@HOST, HOST USER PASSWORD, or a .netrc."),
                u"FILE"_s);
}

QList<FileRole> CrawlSecretOptions::files(const Options &options)
{
    QList<FileRole> files;
    for (const QString &option : {u"headers-file"_s, u"cookies"_s, u"login-file"_s}) {
        if (options.isSet(option))
            files.append({u"--"_s + option, options.text(option), FileRole::Use::Read});
    }
    return files;
}

Result<CrawlSecretOptions> CrawlSecretOptions::readLogin(const Options &options)
{
    CrawlSecretOptions secrets;
    const QString file = options.text(u"login-file"_s);
    const Result<void> result = file.isEmpty() ? Result<void>() : secrets.readLogins(file);
    return result ? Result<CrawlSecretOptions>(secrets) : std::unexpected(result.error());
}

Result<CrawlSecretOptions> CrawlSecretOptions::read(const Options &options)
{
    Result<CrawlSecretOptions> logins = readLogin(options);
    if (!logins)
        return logins;
    CrawlSecretOptions &secrets = *logins;
    Result<void> result;
    if (result && options.isSet(u"headers-file"_s)) {
        const auto bytes = contentsOf(u"headers-file"_s, options.text(u"headers-file"_s));
        result =
            bytes ? secrets.readHeaders(u"headers-file"_s, *bytes, true) : std::unexpected(bytes.error());
    }
    const QStringList headers = options.texts(u"header"_s);
    if (result && !headers.isEmpty())
        result = secrets.readHeaders(u"header"_s, headers.join(u'\n').toUtf8(), false);
    if (result && options.isSet(u"cookies"_s))
        result = secrets.readCookies(options.text(u"cookies"_s));
    return result ? Result<CrawlSecretOptions>(secrets) : std::unexpected(result.error());
}

void CrawlSecretOptions::add(const QString &place, const QByteArray &name, const QByteArray &value)
{
    QByteArray &lines = tokens[u"crawl:"_s + place];
    lines += (lines.isEmpty() ? "" : "\n") + name + ": " + value;
}

Result<void> CrawlSecretOptions::readLogins(const QString &file)
{
    const auto bytes = contentsOf(u"login-file"_s, file);
    if (!bytes)
        return std::unexpected(bytes.error());
    if (bytes->trimmed().startsWith("machine ") || bytes->contains("\nmachine "))
        return readNetrc(*bytes);
    const QList<QByteArray> lines = linesOf(*bytes);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines[i].isEmpty() || lines[i].startsWith('#'))
            continue;
        const std::optional<Login> login = loginOf(lines[i]);
        if (!login || !isFieldValue(lines[i]))
            return badLine(u"login-file"_s, i + 1);
        add(login->place, "Authorization", login->value);
    }
    return tokens.isEmpty() ? std::unexpected(Error{Reason::BadValue, 0, u"--login-file "_s + file})
                            : Result<void>();
}

Result<void> CrawlSecretOptions::readNetrc(const QByteArray &text)
{
    const QList<QByteArray> words = text.simplified().split(' ');
    QByteArray machine;
    QByteArray user;
    const auto keep = [&](const QByteArray &password) {
        if (!machine.isEmpty() && !user.isEmpty())
            add(QString::fromUtf8(machine).toLower(), "Authorization", basicOf(user + ':' + password));
    };
    for (qsizetype i = 0; i + 1 < words.size(); ++i) {
        if (words[i] == "machine") {
            machine = words[++i];
            user.clear();
        } else if (words[i] == "default") {
            machine.clear(); // a login for everybody is none
        } else if (words[i] == "login") {
            user = words[++i];
        } else if (words[i] == "password") {
            keep(words[++i]);
        }
    }
    return tokens.isEmpty() ? std::unexpected(Error{Reason::BadValue, 0, u"--login-file: machine"_s})
                            : Result<void>();
}

Result<void> CrawlSecretOptions::readHeaders(const QString &option, const QByteArray &text, bool mayBeSecret)
{
    const QList<QByteArray> lines = linesOf(text);
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines[i].isEmpty() || (mayBeSecret && lines[i].startsWith('#')))
            continue;
        const qsizetype colon = lines[i].indexOf(':');
        const QByteArray name = lines[i].first(std::max(qsizetype(0), colon)).trimmed();
        const QByteArray value = lines[i].sliced(colon + 1).trimmed();
        const bool isOurs = isOneOf(name, {"Host", "Connection", "Content-Length", "Transfer-Encoding", "TE",
                                           "Upgrade", "Trailer", "Accept-Encoding", "Proxy-Authorization",
                                           "Proxy-Connection", "Expect"});
        if (!isToken(name) || !isFieldValue(value) || isOurs)
            return badLine(option, i + 1);
        const bool isSecret = isOneOf(name, {"Authorization", "Cookie"});
        if (isSecret && !mayBeSecret)
            return fail(Reason::BadValue, u"--header %1: --login-file, --cookies, --headers-file"_s.arg(
                                              QString::fromLatin1(name)));
        add(isSecret ? CrawlSecrets::Starts : CrawlSecrets::Site, name, value);
    }
    return {};
}

Result<void> CrawlSecretOptions::readCookies(const QString &file)
{
    const auto bytes = contentsOf(u"cookies"_s, file);
    if (!bytes)
        return std::unexpected(bytes.error());
    QByteArray netscape;
    QByteArray plain;
    const QList<QByteArray> lines = bytes->split('\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        QByteArray line = lines[i].trimmed();
        if (line.isEmpty() || (line.startsWith('#') && !line.startsWith("#HttpOnly_")))
            continue;
        if (line.contains('\t')) {
            // A cookie without a value ends with a tab.
            netscape += (lines[i].endsWith('\r') ? lines[i].chopped(1) : lines[i]) + '\n';
            continue;
        }
        if (line.size() > 7 && line.first(7).compare("cookie:", Qt::CaseInsensitive) == 0)
            line = line.sliced(7).trimmed();
        if (line.indexOf('=') < 1 || !isFieldValue(line))
            return badLine(u"cookies"_s, i + 1);
        plain += (plain.isEmpty() ? "" : "; ") + line;
    }
    if (links::CrawlCookies().load(netscape) > 0 || (netscape.isEmpty() && plain.isEmpty()))
        return fail(Reason::BadValue, u"--cookies %1: cookies.txt"_s.arg(file));
    if (!plain.isEmpty())
        add(CrawlSecrets::Starts, "Cookie", plain);
    tokens.insert(u"crawl-cookies"_s, netscape);
    return {};
}

QStringList CrawlSecretOptions::loginOrigins(const QStringList &starts) const
{
    const auto hasLogin = [this](const QString &place) {
        return tokens.value(u"crawl:"_s + place).contains("Authorization: ");
    };
    QStringList origins;
    for (const QString &start : starts) {
        const net::Origin origin = links::originOf(url::parseUrl(start.toStdString()).href);
        const QString text = origin.toString();
        if (!origins.contains(text) &&
            (hasLogin(text) || hasLogin(origin.host().toString()) || hasLogin(CrawlSecrets::Starts)))
            origins.append(text);
    }
    for (auto token = tokens.cbegin(); token != tokens.cend(); ++token) {
        const QString place = token.key().mid(qsizetype(sizeof "crawl:") - 1);
        if (place.contains("://"_L1) && !origins.contains(place) && hasLogin(place))
            origins.append(place);
    }
    return origins;
}

} // namespace linnet::cli
