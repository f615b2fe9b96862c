// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/crawl/crawlpresenter.h"

#include "base/errortext.h"
#include "net/engine/engine.h"

#include <QLocale>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;
using jobs::AddressInput;
using links::CrawlSpec;
using links::UrlPatterns;

namespace {

const QByteArray Basic = "Authorization: Basic ";
const QByteArray Cookie = "Cookie: ";
constexpr int AnyDepth = 1000; // the most that a crawl takes; no site is that deep without being endless

QStringList words(const QString &typed)
{
    static const QRegularExpression blanks(u"\\s+"_s);
    return typed.split(blanks, Qt::SkipEmptyParts);
}

QString shortened(const QString &text)
{
    constexpr qsizetype Most = 60;
    return text.size() <= Most ? text : text.first(Most) + u'…';
}

QString hostOf(const QString &url)
{
    return QUrl(url).host();
}

/// What people would call the addresses: the host of the first, and how many more there are.
QString nameOf(const QUrl &first, int more)
{
    const bool whole = first.path().size() <= 1 && !first.hasQuery();
    const QString name = whole ? first.host() : shortened(first.host() + first.path());
    return more == 0 ? name : CrawlPresenter::tr("%1 and %Ln more", nullptr, more).arg(name);
}

QString titleOf(const QUrl &first, int more, int depth, qint64 maxPages)
{
    QStringList parts{nameOf(first, more)};
    if (depth == 0)
        parts << CrawlPresenter::tr("only their links");
    else if (depth < AnyDepth)
        parts << CrawlPresenter::tr("%Ln click(s) deep", nullptr, depth);
    if (maxPages > 0)
        parts << CrawlPresenter::tr("at most %Ln address(es)", nullptr,
                                    int(std::min<qint64>(maxPages, 2'000'000'000)));
    return parts.join(u" · "_s);
}

int depthOf(const CrawlValues &values)
{
    if (!values.wholeSite)
        return 0;
    return values.depth == 0 ? AnyDepth : values.depth;
}

struct Header
{
    QByteArray name;
    QByteArray value;
};

/// Null for a line that is no header, or one that is the program's own business.
std::optional<Header> headerOf(const QString &line)
{
    static const QRegularExpression form(
        u"^\\s*([!#$%&'*+.^_`|~0-9A-Za-z-]+)\\s*:\\s*([^\\x00-\\x08\\x0a-\\x1f\\x7f]*)$"_s);
    static const QStringList own{
        u"host"_s,       u"content-length"_s,  u"connection"_s, u"transfer-encoding"_s,
        u"user-agent"_s, u"accept-encoding"_s, u"upgrade"_s,    u"te"_s};
    const auto match = form.match(line);
    if (!match.hasMatch() || own.contains(match.captured(1).toLower()))
        return std::nullopt;
    return Header{match.captured(1).toLatin1(), match.captured(2).trimmed().toUtf8()};
}

bool isPrintable(const QString &text)
{
    return std::ranges::none_of(text, [](QChar c) { return c.unicode() < 0x20 || c.unicode() == 0x7f; });
}

} // namespace

const AddressInput &CrawlPresenter::read(const QString &addresses) const
{
    if (m_list.text != addresses)
        m_list = readList(addresses);
    return m_list.input;
}

CrawlPresenter::List CrawlPresenter::readList(const QString &text)
{
    return {text, AddressInput::fromText(text, AddressInput::NoScheme::TakeAsWeb)};
}

CrawlPresenter::List CrawlPresenter::readList(const QString &text, const List &known)
{
    return known.text == text ? known : readList(text);
}

QList<CrawlProblem> CrawlPresenter::problems(const CrawlValues &values) const
{
    QList<CrawlProblem> result;
    if (read(values.addresses).addresses.isEmpty()) {
        const QString refused = leftOut(values);
        result.append({CrawlField::Addresses, refused.isEmpty()
                                                  ? tr("Type the address of a site or page to begin with.")
                                                  : refused});
    }
    const auto check = [&result](CrawlField field, const QString &typed) {
        for (const QString &pattern : words(typed)) {
            const UrlPatterns::Fault fault = UrlPatterns::fault(pattern);
            if (fault.position > 0)
                result.append({field, tr("The pattern “%1” cannot be read at character %2: %3.")
                                          .arg(shortened(pattern))
                                          .arg(fault.position)
                                          .arg(fault.why)});
        }
    };
    check(CrawlField::Include, values.include);
    check(CrawlField::Exclude, values.exclude);
    if (std::ranges::any_of(values.userAgent, [](QChar c) { return c.unicode() > 0x7e; }) ||
        !isPrintable(values.userAgent))
        result.append({CrawlField::UserAgent,
                       tr("Under Introduce as only Latin letters, digits and signs can be sent.")});
    if (const QString problem = values.proxy.problem(); !problem.isEmpty())
        result.append({CrawlField::Proxy, problem});
    if (values.user.contains(u':') || !isPrintable(values.user) || !isPrintable(values.password))
        result.append(
            {CrawlField::Login, tr("The login has signs that cannot be sent; it must not have a colon.")});
    if (!values.password.isEmpty() && values.user.isEmpty())
        result.append({CrawlField::Login, tr("There is a password, but no login.")});
    if (!isPrintable(values.cookies))
        result.append({CrawlField::Cookies, tr("The cookies have signs that cannot be sent.")});
    for (const QString &line : values.headers.split(u'\n', Qt::SkipEmptyParts)) {
        if (!line.trimmed().isEmpty() && !headerOf(line))
            result.append(
                {CrawlField::Headers,
                 tr("“%1” cannot be sent as an extra header. Write a name, a colon and a value, as in "
                    "“X-Key: abc”; some headers, like Host, are made by Linnet alone.")
                     .arg(shortened(line.trimmed()))});
    }
    return result;
}

QString CrawlPresenter::leftOut(const CrawlValues &values) const
{
    const AddressInput &input = read(values.addresses);
    if (input.refused.isEmpty())
        return {};
    const AddressInput::Refused &first = input.refused.first();
    const QString why = ErrorText::sentence(first.error);
    const int count = int(input.refused.size());
    if (count == 1)
        return tr("Line %1, “%2”, is left out: %3").arg(first.line).arg(shortened(first.text), why);
    return tr("%Ln line(s) are left out. The first is line %1, “%2”: %3", nullptr, count)
        .arg(first.line)
        .arg(shortened(first.text), why);
}

CrawlPresenter::Prepared CrawlPresenter::prepare(const CrawlValues &values, const List &known)
{
    CrawlPresenter presenter;
    presenter.keep(readList(values.addresses, known));
    Prepared result{presenter.list(), presenter.problems(values), {}};
    if (!result.problems.isEmpty())
        return result;
    const CrawlSpec spec = presenter.spec(values);
    result.params = session::RunParams::of(spec, requests(values));
    return result;
}

CrawlSpec CrawlPresenter::spec(const CrawlValues &values) const
{
    CrawlSpec spec;
    for (const AddressInput::Address &address : read(values.addresses).addresses)
        spec.start << address.url;
    spec.depth = depthOf(values);
    spec.maxPages = values.maxPages;
    spec.scope = values.scope;
    spec.include = words(values.include);
    spec.exclude = words(values.exclude);
    spec.ignoreRobots = values.ignoreRobots;
    spec.sitemap = values.sitemap && values.wholeSite;
    spec.external = values.external;
    spec.externalPlaces = values.externalPlaces;
    if (hasSecrets(values))
        spec.secretHosts = {secretHostKey(values)};
    return spec;
}

jobs::RequestSpec CrawlPresenter::requests(const CrawlValues &values)
{
    jobs::RequestSpec requests;
    requests.pace.delay = values.delay;
    requests.timeout = std::chrono::seconds(values.timeout);
    requests.userAgent = values.userAgent.trimmed().toUtf8();
    values.proxy.applyTo(requests);
    return requests;
}

bool CrawlPresenter::hasSecrets(const CrawlValues &values)
{
    return !values.user.isEmpty() || !values.cookies.trimmed().isEmpty() ||
           !values.headers.trimmed().isEmpty();
}

QString CrawlPresenter::secretHost(const CrawlValues &values) const
{
    const AddressInput &input = read(values.addresses);
    return input.addresses.isEmpty() ? QString() : hostOf(input.addresses.first().url);
}

QString CrawlPresenter::secretHostKey(const CrawlValues &values) const
{
    const AddressInput &input = read(values.addresses);
    return input.addresses.isEmpty() ? QString() : net::HostKey(QUrl(input.addresses.first().url)).toString();
}

QByteArray CrawlPresenter::secrets(const CrawlValues &values)
{
    QByteArray lines;
    if (!values.user.isEmpty())
        lines += Basic + QString(values.user + u':' + values.password).toUtf8().toBase64() + '\n';
    if (const QString cookies = values.cookies.trimmed(); !cookies.isEmpty())
        lines += Cookie + cookies.toUtf8() + '\n';
    for (const QString &line : values.headers.split(u'\n', Qt::SkipEmptyParts)) {
        if (const auto header = headerOf(line))
            lines += header->name + ": " + header->value + '\n';
    }
    return lines;
}

CrawlValues CrawlPresenter::withSecrets(CrawlValues values, const QByteArray &lines)
{
    QStringList headers;
    values.user.clear();
    values.password.clear();
    values.cookies.clear();
    for (const QByteArray &line : lines.split('\n')) {
        if (line.startsWith(Basic)) {
            const QString login = QString::fromUtf8(QByteArray::fromBase64(line.sliced(Basic.size())));
            values.user = login.section(u':', 0, 0);
            values.password = login.section(u':', 1);
        } else if (line.startsWith(Cookie)) {
            values.cookies = QString::fromUtf8(line.sliced(Cookie.size()));
        } else if (!line.isEmpty()) {
            headers << QString::fromUtf8(line);
        }
    }
    values.headers = headers.join(u'\n');
    return values;
}

CrawlValues CrawlPresenter::values(const CrawlSpec &spec, const jobs::RequestSpec &requests)
{
    CrawlValues values;
    values.wholeSite = spec.depth > 0;
    values.depth = spec.depth >= AnyDepth ? 0 : spec.depth;
    values.maxPages = int(std::min<qint64>(spec.maxPages, 10'000'000));
    values.scope = spec.scope;
    values.include = spec.include.join(u' ');
    values.exclude = spec.exclude.join(u' ');
    values.ignoreRobots = spec.ignoreRobots;
    values.sitemap = spec.sitemap || !values.wholeSite;
    values.external = spec.external;
    values.externalPlaces = spec.externalPlaces;
    values.delay = std::chrono::duration_cast<std::chrono::milliseconds>(requests.pace.delay);
    values.userAgent = QString::fromUtf8(requests.userAgent);
    values.proxy = ProxyUse::of(requests);
    values.timeout = int(std::chrono::duration_cast<std::chrono::seconds>(requests.timeout).count());
    return values;
}

QString CrawlPresenter::summary(const CrawlValues &values) const
{
    const AddressInput &input = read(values.addresses);
    if (input.addresses.isEmpty())
        return tr("no address yet");
    return titleOf(QUrl(input.addresses.first().url), int(input.addresses.size()) - 1, depthOf(values),
                   values.maxPages);
}

QString CrawlPresenter::title(const CrawlSpec &spec)
{
    return titleOf(QUrl(spec.first), int(spec.starts) - 1, spec.depth, spec.maxPages);
}

int CrawlPresenter::moreChoices(const CrawlValues &values)
{
    const CrawlValues fresh;
    return int(!values.include.trimmed().isEmpty()) + int(!values.exclude.trimmed().isEmpty()) +
           int(values.maxPages != fresh.maxPages) + int(values.timeout != fresh.timeout) +
           int(!values.userAgent.isEmpty()) + int(!values.user.isEmpty()) +
           int(!values.cookies.trimmed().isEmpty()) + int(!values.headers.trimmed().isEmpty()) +
           int(values.sitemap != fresh.sitemap) + int(values.external != fresh.external);
}

CrawlPresenter::Trial CrawlPresenter::tryOn(const CrawlValues &values, const QString &address)
{
    if (address.trimmed().isEmpty())
        return {};
    const Result<QString> url = AddressInput::address(address, AddressInput::NoScheme::TakeAsWeb);
    if (!url)
        return {false, false, ErrorText::sentence(url.error())};
    const auto patterns = UrlPatterns::compile(words(values.include), words(values.exclude));
    if (!patterns)
        return {false, false, tr("A pattern cannot be read.")};
    const UrlPatterns::Verdict verdict = patterns->explain(url->toUtf8());
    const QString found = shortened(verdict.subject.mid(verdict.start, verdict.length));
    switch (verdict.cause) {
    case UrlPatterns::Cause::NoPattern:
        return {true, true, tr("Would be asked: nothing leaves it out.")};
    case UrlPatterns::Cause::Included:
        return {true, true, tr("Would be asked: “%1” finds “%2”.").arg(verdict.pattern, found)};
    case UrlPatterns::Cause::Excluded:
        return {true, false, tr("Left out: “%1” finds “%2”.").arg(verdict.pattern, found)};
    case UrlPatterns::Cause::NotIncluded:
        return {true, false, tr("Left out: none of the patterns under Only finds anything.")};
    case UrlPatterns::Cause::GaveUp:
        return {true, false, tr("Left out: “%1” needs too long for this address.").arg(verdict.pattern)};
    }
    return {};
}

} // namespace linnet::gui
