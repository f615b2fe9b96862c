// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/requestspec.h"
#include "links/crawl/crawlspec.h"
#include "session/session.h"
#include "support/crawlrows.h"

namespace linnet::test {

/// A small site as a crawl leaves it in a project: two broken links to one address, a redirect, twins, a page
/// without title, a missing place, an orphan, what robots.txt forbids, and another site.
class CrawlSite
{
public:
    static QString root() { return QStringLiteral("http://site.example/"); }

    static QJsonObject params(const QString &start = root())
    {
        links::CrawlSpec spec;
        spec.first = start;
        spec.starts = 1;
        spec.depth = 1000;
        spec.sitemap = true;
        return {{QStringLiteral("crawl"), spec.toJson()},
                {QStringLiteral("requests"), jobs::RequestSpec().toJson()}};
    }

    /// Adds a finished crawl of the site to the session's project.
    static store::RunId add(session::Session &session)
    {
        store::Writer &writer = session.project().writer();
        const store::RunId run = writer.postRun(QStringLiteral("crawl"), params());
        store::Unit unit = rows(run);
        unit.state = store::RunState::Finished;
        writer.post(std::move(unit));
        return run;
    }

private:
    enum Number : qint64
    {
        Home = 1,
        News,
        Moved,
        Missing,
        Twin,
        Orphan,
        Private,
        Foreign,
        Untitled,
    };

    static store::Unit rows(store::RunId run)
    {
        using P = table::PageColumn;
        using L = table::LinkColumn;
        using namespace Qt::Literals::StringLiterals;
        CrawlRows rows(run);
        rows.address(Home, "http://site.example/");
        rows.address(News, "http://site.example/Новости");
        rows.address(Moved, "http://site.example/moved");
        rows.address(Missing, "http://site.example/missing");
        rows.address(Twin, "http://site.example/twin");
        rows.address(Orphan, "http://site.example/orphan", true);
        rows.address(Private, "http://site.example/private/");
        rows.address(Foreign, "http://other.example/");
        rows.address(Untitled, "http://site.example/untitled");
        const table::Value html = u"text/html"_s;
        const auto page = [&](Number number, const QString &title, const QString &hash) {
            rows.page(number, 200,
                      {{P::Title, title.isEmpty() ? table::Value() : table::Value(title)},
                       {P::MetaDescription, u"About "_s + title},
                       {P::Hash, hash},
                       {P::Type, html},
                       {P::Words, qint64(300)},
                       {P::Internal, true},
                       {P::Indexable, true}});
        };
        page(Home, u"Start"_s, u"aa"_s);
        page(News, u"News"_s, u"bb"_s);
        page(Twin, u"News"_s, u"bb"_s);
        page(Orphan, u"Alone"_s, u"cc"_s);
        page(Untitled, {}, u"dd"_s);
        rows.page(Moved, 301,
                  {{P::State, u"redirect"_s},
                   {P::RedirectTo, qint64(News)},
                   {P::WhyNot, u"redirect"_s},
                   {P::Internal, true}});
        rows.page(Missing, 404,
                  {{P::State, u"failed"_s},
                   {P::Reason, u"http_status"_s},
                   {P::Verdict, u"broken"_s},
                   {P::WhyNot, u"error"_s},
                   {P::Internal, true}});
        rows.page(Private, 0,
                  {{P::State, u"skipped"_s},
                   {P::WhyNot, u"robots"_s},
                   {P::WhyNotFetched, u"robots"_s},
                   {P::RobotsLine, u"2: Disallow: /private/"_s},
                   {P::Internal, true}});
        rows.page(Foreign, 0, {{P::State, u"skipped"_s}, {P::WhyNotFetched, u"out_of_scope"_s}});
        rows.link(Home, News, "a"_L1,
                  {{L::Internal, true}, {L::Anchor, u"news"_s}, {L::Fragment, u"there"_s}});
        rows.link(Home, News, "a"_L1,
                  {{L::Internal, true}, {L::Anchor, u"gone place"_s}, {L::Fragment, u"nowhere"_s}});
        rows.link(Home, Moved, "a"_L1, {{L::Internal, true}, {L::Anchor, u"moved"_s}});
        rows.link(Home, Missing, "a"_L1, {{L::Internal, true}, {L::Anchor, u"one"_s}, {L::Line, qint64(12)}});
        rows.link(News, Missing, "a"_L1, {{L::Internal, true}, {L::Anchor, u"two"_s}, {L::Line, qint64(7)}});
        rows.link(News, Foreign, "a"_L1, {{L::Anchor, u"elsewhere"_s}});
        rows.link(News, Twin, "a"_L1, {{L::Internal, true}, {L::Anchor, u"twin"_s}});
        rows.link(Home, Private, "a"_L1, {{L::Internal, true}, {L::Anchor, u"private"_s}});
        rows.link(Home, Untitled, "a"_L1, {{L::Internal, true}, {L::Anchor, u"untitled"_s}});
        rows.places(News, {"there", "other"});
        return rows.take();
    }
};

} // namespace linnet::test
