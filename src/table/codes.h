// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table/columnlist.h"

#include <QCoreApplication>

namespace linnet::table {

// Codes that columns of several tables have.
// clang-format off

/// linnet::Reason, as far as rows of results tell it.
inline constexpr std::array ReasonCodes{
    Code{"http_status"_L1, QT_TRANSLATE_NOOP("linnet::table", "error status")},
    Code{"dns"_L1, QT_TRANSLATE_NOOP("linnet::table", "host not found")},
    Code{"refused"_L1, QT_TRANSLATE_NOOP("linnet::table", "connection refused")},
    Code{"reset"_L1, QT_TRANSLATE_NOOP("linnet::table", "connection broken")},
    Code{"truncated"_L1, QT_TRANSLATE_NOOP("linnet::table", "answer cut off")},
    Code{"tls"_L1, QT_TRANSLATE_NOOP("linnet::table", "certificate problem")},
    Code{"inactivity"_L1, QT_TRANSLATE_NOOP("linnet::table", "stopped sending")},
    Code{"deadline"_L1, QT_TRANSLATE_NOOP("linnet::table", "too slow")},
    Code{"too_large"_L1, QT_TRANSLATE_NOOP("linnet::table", "too large")},
    Code{"header_flood"_L1, QT_TRANSLATE_NOOP("linnet::table", "too many headers")},
    Code{"bomb"_L1, QT_TRANSLATE_NOOP("linnet::table", "packed to harm")},
    Code{"undecodable"_L1, QT_TRANSLATE_NOOP("linnet::table", "cannot be unpacked")},
    Code{"bad_sitemap"_L1, QT_TRANSLATE_NOOP("linnet::table", "not a sitemap")},
    Code{"bad_body"_L1, QT_TRANSLATE_NOOP("linnet::table", "not what was asked for")},
    Code{"redirect_loop"_L1, QT_TRANSLATE_NOOP("linnet::table", "redirects in a circle")},
    Code{"redirect_limit"_L1, QT_TRANSLATE_NOOP("linnet::table", "too many redirects")},
    Code{"downgrade"_L1, QT_TRANSLATE_NOOP("linnet::table", "redirect to unsafe http")},
    Code{"foreign_scheme"_L1, QT_TRANSLATE_NOOP("linnet::table", "redirect off the web")},
    Code{"login_gone"_L1, QT_TRANSLATE_NOOP("linnet::table", "its login is not stored")},
    Code{"credentials_needed"_L1, QT_TRANSLATE_NOOP("linnet::table", "proxy wants a login")},
    Code{"proxy_failed"_L1, QT_TRANSLATE_NOOP("linnet::table", "proxy failed")},
    Code{"no_proxy"_L1, QT_TRANSLATE_NOOP("linnet::table", "no usable proxy")},
    Code{"network"_L1, QT_TRANSLATE_NOOP("linnet::table", "network trouble")},
    Code{"bad_answer"_L1, QT_TRANSLATE_NOOP("linnet::table", "no proper HTTP")},
    Code{"interim_answer"_L1, QT_TRANSLATE_NOOP("linnet::table", "only an interim answer")},
    Code{"cancelled"_L1, QT_TRANSLATE_NOOP("linnet::table", "cancelled")},
    Code{"shut_down"_L1, QT_TRANSLATE_NOOP("linnet::table", "program ended")},
};

/// Whether an address of a crawl was asked, and how that ended.
inline constexpr std::array PageStates{
    Code{"fetched"_L1, QT_TRANSLATE_NOOP("linnet::table", "read")},
    Code{"redirect"_L1, QT_TRANSLATE_NOOP("linnet::table", "leads elsewhere")},
    Code{"failed"_L1, QT_TRANSLATE_NOOP("linnet::table", "could not be read")},
    Code{"skipped"_L1, QT_TRANSLATE_NOOP("linnet::table", "not asked")},
};

/// What is wrong with an address that was asked.
inline constexpr std::array PageVerdicts{
    Code{"broken"_L1, QT_TRANSLATE_NOOP("linnet::table", "broken")},
    Code{"refused"_L1, QT_TRANSLATE_NOOP("linnet::table", "refused by the server")},
    Code{"rate_limited"_L1, QT_TRANSLATE_NOOP("linnet::table", "too many requests")},
};

/// Why an address of a crawl was not asked.
inline constexpr std::array SkipReasons{
    Code{"out_of_scope"_L1, QT_TRANSLATE_NOOP("linnet::table", "other site")},
    Code{"robots"_L1, QT_TRANSLATE_NOOP("linnet::table", "robots.txt forbids it")},
    Code{"depth"_L1, QT_TRANSLATE_NOOP("linnet::table", "deeper than asked")},
    Code{"page_limit"_L1, QT_TRANSLATE_NOOP("linnet::table", "limit of pages")},
    Code{"time_limit"_L1, QT_TRANSLATE_NOOP("linnet::table", "limit of time")},
    Code{"size_limit"_L1, QT_TRANSLATE_NOOP("linnet::table", "limit of size")},
    Code{"pattern"_L1, QT_TRANSLATE_NOOP("linnet::table", "left out by a pattern")},
    Code{"trap"_L1, QT_TRANSLATE_NOOP("linnet::table", "looks endless")},
    Code{"scheme"_L1, QT_TRANSLATE_NOOP("linnet::table", "not a web address")},
    Code{"nofollow"_L1, QT_TRANSLATE_NOOP("linnet::table", "nofollow")},
    Code{"reference"_L1, QT_TRANSLATE_NOOP("linnet::table", "not linked, only named")},
    Code{"bad_url"_L1, QT_TRANSLATE_NOOP("linnet::table", "not an address")},
};

/// Why search engines may not list an address of a crawl.
inline constexpr std::array NotIndexableReasons{
    Code{"noindex"_L1, QT_TRANSLATE_NOOP("linnet::table", "marked noindex")},
    Code{"canonical"_L1, QT_TRANSLATE_NOOP("linnet::table", "names another address")},
    Code{"robots"_L1, QT_TRANSLATE_NOOP("linnet::table", "robots.txt forbids it")},
    Code{"redirect"_L1, QT_TRANSLATE_NOOP("linnet::table", "leads elsewhere")},
    Code{"error"_L1, QT_TRANSLATE_NOOP("linnet::table", "error or no answer")},
};

/// From where the encoding of a page is known.
inline constexpr std::array CharsetSources{
    Code{"bom"_L1, QT_TRANSLATE_NOOP("linnet::table", "mark at the beginning")},
    Code{"http"_L1, QT_TRANSLATE_NOOP("linnet::table", "header")},
    Code{"meta"_L1, QT_TRANSLATE_NOOP("linnet::table", "page")},
    Code{"bytes"_L1, QT_TRANSLATE_NOOP("linnet::table", "not said, but sure")},
    Code{"guess"_L1, QT_TRANSLATE_NOOP("linnet::table", "guessed")},
    Code{"default"_L1, QT_TRANSLATE_NOOP("linnet::table", "not known")},
};

/// The part of a page in which something stands.
inline constexpr std::array PageAreas{
    Code{"nav"_L1, QT_TRANSLATE_NOOP("linnet::table", "navigation")},
    Code{"header"_L1, QT_TRANSLATE_NOOP("linnet::table", "header of the page")},
    Code{"main"_L1, QT_TRANSLATE_NOOP("linnet::table", "main part")},
    Code{"aside"_L1, QT_TRANSLATE_NOOP("linnet::table", "aside")},
    Code{"footer"_L1, QT_TRANSLATE_NOOP("linnet::table", "footer of the page")},
};

/// Where the address of a page in another language is said.
inline constexpr std::array HreflangSources{
    Code{"html"_L1, QT_TRANSLATE_NOOP("linnet::table", "page")},
    Code{"header"_L1, QT_TRANSLATE_NOOP("linnet::table", "header")},
    Code{"sitemap"_L1, QT_TRANSLATE_NOOP("linnet::table", "sitemap")},
};

/// What is wrong with a code of a language.
inline constexpr std::array LanguageFaults{
    Code{"form"_L1, QT_TRANSLATE_NOOP("linnet::table", "not written as language-region")},
    Code{"language"_L1, QT_TRANSLATE_NOOP("linnet::table", "no such language")},
    Code{"script"_L1, QT_TRANSLATE_NOOP("linnet::table", "no such script")},
    Code{"region"_L1, QT_TRANSLATE_NOOP("linnet::table", "no such region")},
};

// clang-format on

} // namespace linnet::table
