// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace linnet::url {

enum class UrlKind : std::uint8_t
{
    Http,    ///< http or https: what the program can ask
    Foreign, ///< another scheme: mailto, javascript, data, ftp, …
    Invalid  ///< a browser would not follow it either
};

/// What a reference on a page means.
struct ResolvedUrl
{
    UrlKind kind = UrlKind::Invalid;
    /// Http: the absolute address as the URL Standard writes it, without fragment. It is what is fetched and
    /// what tells two addresses apart; no slash, letter case or order of arguments is changed beyond the
    /// standard. Foreign: scheme in lower case, the rest as it came. Invalid: empty. Never with a login.
    std::string href;
    /// Http: "user:password" of the address, percent-encoded; empty when it has none. A secret: only for the
    /// request that it is meant for.
    std::string login = {};
    std::string fragment; ///< percent-encoded, without "#"
    bool hasFragment = false;
};

/// Resolves references against one base as browsers do (URL Standard §4.4, for http and https), on UTF-8
/// bytes. Linear in the reference. Pure; may be used from any thread.
class UrlResolver
{
public:
    /// `base` is absolute; `queryEncoding` is the encoding of the page (a name of the Encoding Standard), in
    /// which browsers write the letters of queries.
    explicit UrlResolver(std::string_view base, std::string_view queryEncoding = "UTF-8");

    /// False when references without scheme cannot be resolved.
    bool hasBase() const { return m_baseKind == UrlKind::Http; }
    /// As serialised, without fragment; empty without base.
    const std::string &base() const { return m_base; }

    ResolvedUrl resolve(std::string_view reference) const;
    /// Has a scheme that is not one of the web's: "#" means nothing in it.
    static bool isForeign(std::string_view reference);
    /// What stands after "#" in a reference, as ResolvedUrl::fragment.
    static std::string fragment(std::string_view text);

private:
    ResolvedUrl resolveClean(std::string_view reference) const;
    ResolvedUrl resolveRelative(std::string_view reference, bool https) const;
    ResolvedUrl resolveAuthority(std::string_view rest, bool https) const;
    bool baseIsHttps() const { return m_base.starts_with("https:"); }

    std::string m_base;
    std::string m_queryEncoding; ///< empty = UTF-8
    UrlKind m_baseKind = UrlKind::Invalid;
    std::size_t m_pathBegin = 0;
    std::size_t m_pathEnd = 0; ///< where "?" stands, or the end
};

/// An address that stands on its own, as typed or from a list.
ResolvedUrl parseUrl(std::string_view text);

} // namespace linnet::url
