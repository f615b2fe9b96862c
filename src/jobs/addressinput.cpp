// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/addressinput.h"

#include "encoding/filetext.h"
#include "url/urlresolver.h"
#include "url/withoutlogin.h"

#include <QHash>
#include <QUrl>

#include <algorithm>

namespace linnet::jobs {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype ShownLength = 200;

bool startsWithWebScheme(QStringView text)
{
    return text.startsWith(u"http://", Qt::CaseInsensitive) ||
           text.startsWith(u"https://", Qt::CaseInsensitive);
}

bool isWhite(QChar c)
{
    return c.isSpace() || c == QChar(0xFEFF) || c == QChar(0x200B);
}

QStringView trimmed(QStringView text)
{
    while (!text.isEmpty() && isWhite(text.front()))
        text = text.mid(1);
    while (!text.isEmpty() && isWhite(text.back()))
        text.chop(1);
    return text;
}

/// Without what lists, mails and spreadsheets put around an address.
QStringView bare(QStringView text)
{
    text = trimmed(text);
    while (!text.isEmpty() && (text.back() == u',' || text.back() == u';'))
        text = trimmed(text.chopped(1));
    constexpr std::pair<char16_t, char16_t> pairs[]{{u'"', u'"'}, {u'\'', u'\''}, {u'<', u'>'}, {u'«', u'»'}};
    for (const auto &[open, close] : pairs) {
        if (text.size() >= 2 && text.front() == open && text.back() == close)
            return trimmed(text.mid(1, text.size() - 2));
    }
    return text;
}

bool isColumnName(QStringView text)
{
    static constexpr QStringView names[]{u"url",    u"urls",       u"address", u"addresses", u"link",
                                         u"links",  u"parsed_url", u"website", u"адрес",     u"адреса",
                                         u"ссылка", u"ссылки",     u"сайт"};
    return std::any_of(std::begin(names), std::end(names),
                       [text](QStringView name) { return text.compare(name, Qt::CaseInsensitive) == 0; });
}

bool isControl(QChar c)
{
    return c.unicode() < 0x20 || c.unicode() == 0x7F || c == QChar::ReplacementCharacter;
}

/// The scheme before the first colon in lower case, empty when there is none (RFC 3986, 3.1).
QString schemeOf(QStringView text)
{
    const qsizetype colon = text.indexOf(u':');
    if (colon <= 0 || text.front().unicode() > 127 || !text.front().isLetter())
        return {};
    const QStringView scheme = text.left(colon);
    const bool valid = std::all_of(scheme.begin(), scheme.end(), [](QChar c) {
        return c.unicode() < 128 && (c.isLetterOrNumber() || c == u'+' || c == u'-' || c == u'.');
    });
    return valid ? scheme.toString().toLower() : QString();
}

bool isPort(QStringView text)
{
    const qsizetype end =
        std::find_if(text.begin(), text.end(), [](QChar c) { return c == u'/' || c == u'?' || c == u'#'; }) -
        text.begin();
    const QStringView digits = text.left(end);
    return !digits.isEmpty() && digits.size() <= 5 &&
           std::all_of(digits.begin(), digits.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// What a browser's address bar would take for a host: a name with a dot in it, an IPv4 address or localhost.
bool looksLikeHost(QStringView text)
{
    const qsizetype end =
        std::find_if(text.begin(), text.end(),
                     [](QChar c) { return c == u'/' || c == u'?' || c == u'#' || c == u':'; }) -
        text.begin();
    QStringView host = text.left(end);
    if (host.endsWith(u'.'))
        host.chop(1);
    if (host.compare(u"localhost", Qt::CaseInsensitive) == 0)
        return true;
    if (!host.contains(u'.') || host.startsWith(u'.') || host.contains(u".."))
        return false;
    const bool letters = std::all_of(host.begin(), host.end(), [](QChar c) {
        return c.isLetterOrNumber() || c == u'-' || c == u'.' || c.isMark();
    });
    const QStringView last = host.mid(host.lastIndexOf(u'.') + 1);
    const bool number = std::all_of(last.begin(), last.end(), [](QChar c) { return c.isDigit(); });
    return letters && (number ? host.count(u'.') == 3 : last.size() >= 2);
}

/// The scheme to put before a host that has none.
QString missingScheme(QStringView hostAndMore, AddressInput::NoScheme noScheme)
{
    if (noScheme != AddressInput::NoScheme::TakeAsWeb)
        return u"https"_s;
    const QUrl url(u"https://"_s + hostAndMore.toString(), QUrl::TolerantMode);
    const QString host = url.host();
    const bool isNumber = !host.isEmpty() && host.back().isDigit();
    const bool isPlain = host == "localhost"_L1 || isNumber || url.port(443) != 443;
    return isPlain ? u"http"_s : u"https"_s;
}

Result<QString> checked(const QString &text)
{
    if (std::any_of(text.begin(), text.end(), isControl))
        return fail(Reason::BadUrl);
    QString address = text;
    address.replace(u' ', "%20"_L1);
    const QUrl url(address, QUrl::TolerantMode);
    if (!url.isValid())
        return fail(Reason::BadUrl, url.errorString().section(u';', 0, 0));
    if (url.host().isEmpty() || url.port() == 0)
        return fail(Reason::BadUrl);
    return address;
}

/// What makes two addresses the same request.
QByteArray requestKey(const QString &address)
{
    const url::ResolvedUrl url = url::parseUrl(address.toStdString());
    if (url.kind != url::UrlKind::Http)
        return QUrl(address).toEncoded(QUrl::RemoveFragment);
    return QByteArray::fromStdString(url.href);
}

/// The addresses of a line; several only where each begins with http:// or https:// after a separator.
QList<QStringView> partsOf(QStringView line)
{
    QList<QStringView> parts;
    qsizetype from = 0;
    for (qsizetype i = 1; i < line.size(); ++i) {
        const QChar before = line[i - 1];
        if ((isWhite(before) || before == u',' || before == u';') && (line[i] == u'h' || line[i] == u'H') &&
            startsWithWebScheme(line.mid(i)) && startsWithWebScheme(bare(line.mid(from)))) {
            parts.append(line.mid(from, i - from));
            from = i;
        }
    }
    parts.append(line.mid(from));
    return parts;
}

/// Collects lines into the three lists.
class Collector
{
public:
    Collector(AddressInput &input, AddressInput::NoScheme noScheme)
        : m_input(input)
        , m_noScheme(noScheme)
    {
    }

    void add(QStringView text, int line)
    {
        const Result<QString> address = AddressInput::address(text, m_noScheme);
        if (!address) {
            m_input.refused.append({line, trimmed(text).left(ShownLength).toString(), address.error()});
            return;
        }
        const auto [first, isNew] = firstLine(requestKey(*address), line);
        if (isNew)
            m_input.addresses.append({line, *address});
        else
            m_input.repeated.append({line, first});
    }

private:
    std::pair<int, bool> firstLine(const QByteArray &key, int line)
    {
        const auto found = m_first.constFind(key);
        if (found != m_first.constEnd())
            return {*found, false};
        m_first.insert(key, line);
        return {line, true};
    }

    AddressInput &m_input;
    AddressInput::NoScheme m_noScheme;
    QHash<QByteArray, int> m_first;
};

} // namespace

AddressInput::Refused AddressInput::Refused::withoutLogin() const
{
    const auto without = [](const QString &address) {
        return QString::fromStdString(url::withoutLogin(address.toStdString()));
    };
    Refused result{line, without(text), error};
    result.error.detail = without(error.detail);
    const QString web = u"http://"_s;
    if (!text.contains("//"_L1) && !text.startsWith("mailto:"_L1))
        result.text = without(web + text).sliced(web.size());
    return result;
}

Result<QString> AddressInput::address(QStringView raw, NoScheme noScheme)
{
    const QStringView text = bare(raw);
    if (text.size() > MaxLength)
        return fail(Reason::BadLine);
    if (startsWithWebScheme(text))
        return checked(text.toString());
    const QString scheme = schemeOf(text);
    const bool hostAndPort = scheme.contains(u'.') || scheme == "localhost"_L1;
    if (text.startsWith(u"//") && looksLikeHost(text.mid(2))) {
        const QString whole = missingScheme(text.mid(2), noScheme) + u':' + text.toString();
        return noScheme == NoScheme::Refuse ? fail(Reason::NoScheme, whole) : checked(whole);
    }
    if ((scheme.isEmpty() || (hostAndPort && isPort(text.mid(scheme.size() + 1)))) && looksLikeHost(text)) {
        const Result<QString> completed = checked(missingScheme(text, noScheme) + u"://"_s + text.toString());
        return completed && noScheme == NoScheme::Refuse ? fail(Reason::NoScheme, *completed) : completed;
    }
    // One letter is a drive of Windows.
    if (scheme.size() == 1 || text.startsWith(u'/') || text.startsWith(u"\\\\") || text.startsWith(u"~/"))
        return fail(Reason::OtherScheme, u"file"_s);
    if (!scheme.isEmpty() && scheme != "http"_L1 && scheme != "https"_L1)
        return fail(Reason::OtherScheme, scheme);
    return fail(Reason::BadUrl);
}

AddressInput AddressInput::fromText(QStringView text, NoScheme noScheme)
{
    AddressInput input;
    Collector collector(input, noScheme);
    int number = 0;
    for (qsizetype from = 0; from <= text.size();) {
        qsizetype end = from;
        while (end < text.size() && text[end] != u'\n' && text[end] != u'\r')
            ++end;
        const QStringView line = trimmed(text.mid(from, end - from));
        const bool crLf = end + 1 < text.size() && text[end] == u'\r' && text[end + 1] == u'\n';
        from = end + (crLf ? 2 : 1);
        ++number;
        if (line.isEmpty() || line.startsWith(u'#') || (number == 1 && isColumnName(bare(line))))
            continue;
        for (const QStringView part : partsOf(line))
            collector.add(part, number);
    }
    return input;
}

AddressInput AddressInput::fromBytes(const QByteArray &bytes, NoScheme noScheme)
{
    return fromText(encoding::fileText(bytes, encoding::OtherBytes::Guess), noScheme);
}

AddressInput AddressInput::fromList(const QStringList &texts, int firstLine, NoScheme noScheme)
{
    AddressInput input;
    Collector collector(input, noScheme);
    for (qsizetype i = 0; i < texts.size(); ++i)
        collector.add(texts[i], firstLine + int(i));
    return input;
}

} // namespace linnet::jobs
