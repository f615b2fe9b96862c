// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/sites/sitemanifest.h"

namespace linnet::practice {

using namespace Qt::Literals::StringLiterals;

namespace {

QList<Seed> brokenLinks()
{
    const SeedKind broken = SeedKind::Broken;
    return {
        {broken, u"/site/"_s, u"/site/missing.html"_s, u"The old ferry"_s, 404},
        {broken, u"/site/guide/"_s, u"/site/missing.html"_s, u"Ferry times"_s, 404},
        {broken, u"/site/guide/start.html"_s, u"/site/missing.html"_s, u"ferry that no longer sails"_s, 404},
        {broken, u"/site/"_s, u"/site/removed.html"_s, u"The closed museum"_s, 410},
        {broken, u"/site/"_s, u"/site/failing.html"_s, u"The broken pump"_s, 500},
        {broken, u"/site/gallery.html"_s, u"/site/static/lost.png"_s, u"The lost picture"_s, 404},
        {SeedKind::Unreachable, u"/site/"_s, u"http://127.0.0.1:9/"_s, u"A harbour that is closed"_s, 0},
        {SeedKind::MissingFragment, u"/site/guide/"_s, u"/site/guide/start.html#nowhere"_s, u"Secret path"_s,
         200},
        {SeedKind::Refused, u"/site/"_s, u"/site/refused.html"_s, u"Guarded gate"_s, 403},
        {SeedKind::RateLimited, u"/site/"_s, u"/site/busy.html"_s, u"Busy office"_s, 429},
        {SeedKind::Login, u"/site/"_s, u"/site/members/"_s, u"Members"_s, 401},
    };
}

QList<Seed> otherLinks()
{
    const QString start = u"/site/"_s;
    return {
        {SeedKind::Redirect, start, u"/site/moved/1"_s, u"The moved harbour"_s, 301},
        {SeedKind::Redirect, start, u"/site/account/"_s, u"Account"_s, 302},
        {SeedKind::RedirectLoop, start, u"/site/loop/a"_s, u"The roundabout"_s, 302},
        {SeedKind::BlockedByRobots, start, u"/site/private/secret.html"_s, u"Keepers only"_s, 0},
        {SeedKind::BlockedByRobots, u"/site/private/open.html"_s, u"/site/private/secret.html"_s,
         u"The other door"_s, 0},
        {SeedKind::Trap, start, u"/site/calendar/2026/11"_s, u"Calendar"_s, 200},
        {SeedKind::Trap, start, u"/site/growing/"_s, u"Growing path"_s, 200},
        {SeedKind::Trap, start, u"/site/visit.html?sid=1"_s, u"Visitor counter"_s, 200},
        {SeedKind::External, start, u"http://localhost:@PORT@/site/guide/"_s,
         u"The same guide under another name"_s, 200},
        {SeedKind::External, start, u"http://127.0.0.1:9/"_s, u"A harbour that is closed"_s, 0},
        {SeedKind::NoFollow, start, u"/site/guide/"_s, u"Guide again"_s, 200},
    };
}

QList<Seed> pages()
{
    const auto of = [](SeedKind kind, const QString &page) {
        return Seed{kind, u"/site/"_s + page, {}, {}, 200};
    };
    return {
        of(SeedKind::MissingTitle, u"untitled.html"_s),
        of(SeedKind::MissingDescription, u"undescribed.html"_s),
        of(SeedKind::DuplicateTitle, u"twins/north.html"_s),
        of(SeedKind::DuplicateTitle, u"twins/south.html"_s),
        of(SeedKind::DuplicateTitle, u"twins/east.html"_s),
        of(SeedKind::DuplicateDescription, u"twins/north.html"_s),
        of(SeedKind::DuplicateDescription, u"twins/south.html"_s),
        of(SeedKind::DuplicateDescription, u"twins/west.html"_s),
        of(SeedKind::DuplicateContent, u"twins/north.html"_s),
        of(SeedKind::DuplicateContent, u"twins/south.html"_s),
        of(SeedKind::Orphan, u"orphan.html"_s),
        of(SeedKind::NoIndex, u"noindex.html"_s),
        of(SeedKind::NoIndex, u"quiet.html"_s),
        of(SeedKind::CanonicalElsewhere, u"guide/print.html"_s),
        of(SeedKind::ScriptBuilt, u"app.html"_s),
        of(SeedKind::Mislabelled, u"charset/mislabelled.html"_s),
        of(SeedKind::Slow, u"slow.html"_s),
        of(SeedKind::Flaky, u"flaky.html"_s),
    };
}

} // namespace

QList<Seed> siteSeeds()
{
    return brokenLinks() + otherLinks() + pages();
}

} // namespace linnet::practice
