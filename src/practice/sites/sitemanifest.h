// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace linnet::practice {

/// What is wrong, or worth a remark, at one place of the practice server's small site.
enum class SeedKind : quint8
{
    Broken,          ///< the target answers with 404, 410 or 500
    Unreachable,     ///< nobody listens there
    Redirect,        ///< the target answers with a redirect
    RedirectLoop,    ///< and gets nowhere
    BlockedByRobots, ///< the target may not be asked
    MissingFragment, ///< the page is there, the place in it is not
    Refused,         ///< 403 by the server's defences
    RateLimited,     ///< 429
    Login,           ///< 401
    Trap,            ///< the target is the start of an endless space
    External,        ///< the target is another host
    NoFollow,        ///< the link says so
    MissingTitle,    ///< of here on the page itself: there is no target
    MissingDescription,
    DuplicateTitle,
    DuplicateDescription,
    DuplicateContent,
    Orphan, ///< only in the sitemap
    NoIndex,
    CanonicalElsewhere,
    ScriptBuilt,
    Mislabelled, ///< bytes in windows-1251, header says UTF-8
    Slow,        ///< 1.5 s
    Flaky,       ///< of three answers to it two are 503
};

/// One seed. Paths begin at the server's root; a target on another host is whole, with "@PORT@" for the
/// server's port.
struct Seed
{
    SeedKind kind;
    QString page;   ///< that holds the link, or that is meant
    QString target; ///< of the link; empty for a remark on the page itself
    QString anchor; ///< the link's text, or an image's alternative text
    int status = 0; ///< what the target answers, where that is the point
};

/// All that is seeded in the small site (start at /site/). Links of pages that are blocked, behind a login or
/// in a trap are not listed, nor is what only the sitemap names.
QList<Seed> siteSeeds();

} // namespace linnet::practice
