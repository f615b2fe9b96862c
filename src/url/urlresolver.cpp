// SPDX-License-Identifier: GPL-3.0-or-later
#include "url/urlresolver.h"

#include "html/ascii.h"
#include "url/percent.h"
#include "url/queryencoder.h"
#include "url/urlhost.h"
#include "url/withoutlogin.h"

#include <algorithm>

namespace linnet::url {

namespace {

bool isSlash(char c)
{
    return c == '/' || c == '\\';
}

bool isSlashAt(std::string_view text, std::size_t position)
{
    return position < text.size() && isSlash(text[position]);
}

std::string_view trimmed(std::string_view text)
{
    const auto isControl = [](char c) { return std::uint8_t(c) <= 0x20; };
    while (!text.empty() && isControl(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isControl(text.back()))
        text.remove_suffix(1);
    return text;
}

bool isStripped(char c)
{
    return c == '\t' || c == '\n' || c == '\r';
}

/// Length of "scheme" before its colon; 0 when the text begins with none.
std::size_t schemeLength(std::string_view text)
{
    if (text.empty() || !html::isAlpha(text.front()))
        return 0;
    for (std::size_t i = 1; i < text.size(); ++i) {
        const char c = text[i];
        if (c == ':')
            return i;
        if (!html::isAlphaNumeric(c) && c != '+' && c != '-' && c != '.')
            return 0;
    }
    return 0;
}

/// 1 for ".", 2 for "..", also with "%2e"; else 0.
int dotCount(std::string_view segment)
{
    if (segment.empty() || segment.size() > 6 || (segment[0] != '.' && segment[0] != '%'))
        return 0;
    int dots = 0;
    while (!segment.empty()) {
        if (segment[0] == '.')
            segment.remove_prefix(1);
        else if (html::startsWithNoCase(segment, "%2e"))
            segment.remove_prefix(3);
        else
            return 0;
        ++dots;
    }
    return dots <= 2 ? dots : 0;
}

/// Appends the segments of a path, of which `to` from `root` on is the beginning and ends with "/".
void appendPath(std::string &to, std::size_t root, std::string_view path)
{
    for (std::size_t begin = 0;;) {
        std::size_t end = begin;
        while (end < path.size() && !isSlash(path[end]))
            ++end;
        const std::string_view segment = path.substr(begin, end - begin);
        const bool last = end == path.size();
        const int dots = dotCount(segment);
        if (dots == 2 && to.size() > root + 1)
            to.resize(to.rfind('/', to.size() - 2) + 1);
        if (dots == 0) {
            appendEncoded(to, segment, EncodeSet::Path);
            if (!last)
                to += '/';
        }
        if (last)
            return;
        begin = end + 1;
    }
}

struct Split
{
    std::string_view path;
    std::string_view query; ///< with "?"; empty = none
};

Split splitQuery(std::string_view text)
{
    const std::size_t mark = std::min(text.find('?'), text.size());
    return {text.substr(0, mark), text.substr(mark)};
}

bool appendPort(std::string &to, std::string_view port, bool https)
{
    unsigned number = 0;
    for (const char c : port) {
        if (!html::isDigit(c))
            return false;
        number = number * 10 + unsigned(c - '0');
        if (number > 65535)
            return false;
    }
    if (!port.empty() && number != (https ? 443U : 80U))
        to += ':' + std::to_string(number);
    return true;
}

void appendCredentials(std::string &to, std::string_view credentials)
{
    const std::size_t colon = std::min(credentials.find(':'), credentials.size());
    const std::string_view user = credentials.substr(0, colon);
    const std::string_view password = credentials.substr(std::min(colon + 1, credentials.size()));
    if (user.empty() && password.empty())
        return;
    appendEncoded(to, user, EncodeSet::UserInfo);
    if (!password.empty()) {
        to += ':';
        appendEncoded(to, password, EncodeSet::UserInfo);
    }
}

bool appendAuthority(ResolvedUrl &result, std::string_view authority, bool https)
{
    std::string &to = result.href;
    if (const std::size_t at = authority.rfind('@'); at != std::string_view::npos) {
        appendCredentials(result.login, authority.substr(0, at));
        authority.remove_prefix(at + 1);
    }
    const std::size_t bracket = authority.rfind(']');
    const std::size_t colon = authority.find(':', bracket == std::string_view::npos ? 0 : bracket);
    const bool hasPort = colon != std::string_view::npos;
    const std::string_view host = authority.substr(0, colon);
    return !host.empty() && appendHost(to, host) &&
           (!hasPort || appendPort(to, authority.substr(colon + 1), https));
}

} // namespace

UrlResolver::UrlResolver(std::string_view base, std::string_view queryEncoding)
    : m_queryEncoding(queryEncoding == "UTF-8" || queryEncoding.starts_with("UTF-16") ? std::string_view()
                                                                                      : queryEncoding)
{
    ResolvedUrl resolved = resolve(base);
    if (resolved.kind != UrlKind::Http)
        return;
    m_base = std::move(resolved.href);
    m_pathBegin = m_base.find('/', m_base.find("//") + 2);
    m_pathEnd = std::min(m_base.find('?', m_pathBegin), m_base.size());
    m_baseKind = UrlKind::Http;
}

ResolvedUrl UrlResolver::resolve(std::string_view reference) const
{
    reference = trimmed(reference);
    if (std::none_of(reference.begin(), reference.end(), isStripped))
        return resolveClean(reference);
    std::string clean(reference);
    std::erase_if(clean, isStripped);
    return resolveClean(clean);
}

bool UrlResolver::isForeign(std::string_view reference)
{
    const std::size_t end = reference.find_first_of(":/?#");
    if (end == std::string_view::npos || reference[end] != ':')
        return false;
    std::string scheme(reference.substr(0, end + 1));
    std::erase_if(scheme, isStripped);
    std::transform(scheme.begin(), scheme.end(), scheme.begin(), html::toLower);
    return schemeLength(scheme) > 0 && scheme != "http:" && scheme != "https:";
}

std::string UrlResolver::fragment(std::string_view text)
{
    while (!text.empty() && std::uint8_t(text.back()) <= 0x20)
        text.remove_suffix(1);
    std::string result;
    if (std::none_of(text.begin(), text.end(), isStripped)) {
        appendEncoded(result, text, EncodeSet::Fragment);
        return result;
    }
    std::string clean(text);
    std::erase_if(clean, isStripped);
    appendEncoded(result, clean, EncodeSet::Fragment);
    return result;
}

ResolvedUrl UrlResolver::resolveClean(std::string_view reference) const
{
    const std::size_t length = schemeLength(reference);
    const std::string_view scheme = reference.substr(0, length);
    const bool https = html::startsWithNoCase(scheme, "https") && length == 5;
    if (length > 0 && !https && !(length == 4 && html::startsWithNoCase(scheme, "http"))) {
        ResolvedUrl foreign{.kind = UrlKind::Foreign, .href = withoutLogin(reference), .fragment = {}};
        std::transform(scheme.begin(), scheme.end(), foreign.href.begin(), html::toLower);
        return foreign;
    }
    ResolvedUrl result;
    const std::size_t hash = reference.find('#');
    std::string_view rest = reference.substr(0, hash);
    if (length > 0)
        rest.remove_prefix(length + 1);
    const bool sameScheme = length == 0 || (hasBase() && https == baseIsHttps());
    // "http:path" under an http base is relative; this is how browsers read what people forgot.
    const bool relative = sameScheme && (length == 0 || !rest.starts_with("//"));
    if (relative)
        result = hasBase() ? resolveRelative(rest, baseIsHttps()) : ResolvedUrl();
    else
        result = resolveAuthority(rest, https);
    if (result.kind == UrlKind::Http && hash != std::string_view::npos) {
        result.hasFragment = true;
        result.fragment = fragment(reference.substr(hash + 1));
    }
    return result;
}

ResolvedUrl UrlResolver::resolveRelative(std::string_view reference, bool https) const
{
    if (isSlashAt(reference, 0) && isSlashAt(reference, 1))
        return resolveAuthority(reference, https);
    ResolvedUrl result{.kind = UrlKind::Http, .href = {}, .fragment = {}};
    if (reference.empty()) {
        result.href = m_base;
        return result;
    }
    const auto [path, query] = splitQuery(reference);
    std::string &href = result.href;
    href.reserve(m_pathEnd + reference.size() + 8);
    if (path.empty()) {
        href.assign(m_base, 0, m_pathEnd);
    } else if (isSlash(path.front())) {
        href.assign(m_base, 0, m_pathBegin + 1);
        appendPath(href, m_pathBegin, path.substr(1));
    } else {
        href.assign(m_base, 0, m_base.rfind('/', m_pathEnd - 1) + 1);
        appendPath(href, m_pathBegin, path);
    }
    appendQuery(href, query, m_queryEncoding);
    return result;
}

ResolvedUrl UrlResolver::resolveAuthority(std::string_view rest, bool https) const
{
    while (!rest.empty() && isSlash(rest.front()))
        rest.remove_prefix(1);
    const std::size_t end = std::min(rest.find_first_of("/\\?"), rest.size());
    ResolvedUrl result{.kind = UrlKind::Http, .href = https ? "https://" : "http://", .fragment = {}};
    std::string &href = result.href;
    href.reserve(rest.size() + 10);
    if (!appendAuthority(result, rest.substr(0, end), https))
        return {};
    auto [path, query] = splitQuery(rest.substr(end));
    const std::size_t root = href.size();
    href += '/';
    if (!path.empty())
        appendPath(href, root, path.substr(1));
    appendQuery(href, query, m_queryEncoding);
    return result;
}

ResolvedUrl parseUrl(std::string_view text)
{
    return UrlResolver({}).resolve(text);
}

} // namespace linnet::url
