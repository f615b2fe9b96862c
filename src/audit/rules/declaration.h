// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/auditrule.h"

#include <QLatin1StringView>
#include <QStringView>

#include <span>

namespace linnet::audit {

using Qt::Literals::StringLiterals::operator""_L1; // for the declarations of rules

/// A built-in rule, see AuditRule. Texts are source texts of the context "linnet::audit::AuditRule".
struct Declaration
{
    QLatin1StringView id;
    QLatin1StringView group;
    BaseSet set;
    Level level;
    QStringView condition;     ///< may have letters of other alphabets
    QLatin1StringView columns; ///< parted by blanks
    const char *what;
    const char *why;
    const char *fix;
    double threshold = -1; ///< below 0: none
    Needs needs = Needs::Nothing;
    bool isOn = true;
};

// By subject, in the order in which they are listed.
std::span<const Declaration> reachRules();    ///< search engines, broken, redirects
std::span<const Declaration> headRules();     ///< canonical address, titles, descriptions
std::span<const Declaration> siteRules();     ///< sitemap, headings, links
std::span<const Declaration> languageRules(); ///< versions in other languages
std::span<const Declaration> contentRules();  ///< content, pictures, addresses
std::span<const Declaration> deliveryRules(); ///< safety, sharing, speed
std::span<const Declaration> detailRules();   ///< of several groups: details that a page alone can say

} // namespace linnet::audit
