// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/crawl/readyview.h"

#include "table/linkschema.h"
#include "table/pageschema.h"

#include <QCoreApplication>

namespace linnet::models {

using namespace Qt::Literals::StringLiterals;
using table::Condition;
using table::FilterOp;
using table::Value;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(linnet::models::ReadyView)
};

Condition is(QLatin1StringView column, const Value &value)
{
    return {column, FilterOp::Equals, {value}, false};
}

Condition oneOf(QLatin1StringView column, const QList<Value> &values)
{
    return {column, FilterOp::OneOf, values, false};
}

Condition empty(QLatin1StringView column, bool negated = false)
{
    return {column, FilterOp::Empty, {}, negated};
}

/// A page of the site that was read: other files and other sites have no title to miss.
QList<Condition> readPages(const Condition &more)
{
    return {is("state"_L1, u"fetched"_s),
            is("internal"_L1, true),
            {u"type"_s, FilterOp::Contains, {u"html"_s}, false},
            more};
}

ReadyView pages(const QString &id, const QString &title, const QString &hint, const QList<Condition> &filter,
                const QStringList &columns = {}, const table::Sort &sort = {})
{
    return {id, title, hint, &table::pageSchema(), {filter}, sort, columns, true};
}

ReadyView links(const QString &id, const QString &title, const QString &hint, const QList<Condition> &filter,
                const QStringList &columns = {}, const table::Sort &sort = {})
{
    return {id, title, hint, &table::linkSchema(), {filter}, sort, columns, true};
}

ReadyView twins(const QString &id, const QString &title, const QString &hint, const QString &count,
                const QString &text)
{
    return pages(id, title, hint, {{count, FilterOp::Greater, {qint64(0)}, false}}, {text, count},
                 {{text, false}});
}

ReadyView calm(ReadyView view)
{
    view.isDefect = false;
    return view;
}

} // namespace

QList<ReadyView> crawlViews()
{
    const Condition asked{u"state"_s, FilterOp::OneOf, {u"skipped"_s}, true};
    return {
        calm(pages(u"site"_s, Texts::tr("Addresses of the site"),
                   Texts::tr("Pages and files of the site that were asked, in the order in which they were "
                             "found: the first is the start page"),
                   {asked, is("internal"_L1, true)})),
        calm(pages(
            u"asked"_s, Texts::tr("Addresses asked"),
            Texts::tr("Every address that was asked, whatever came of it. Those that were only found stand "
                      "under Is it complete?"),
            {asked})),
        calm(pages(u"named"_s, Texts::tr("Everything named"),
                   Texts::tr("Also addresses that were only found in links and not asked, with the reason"),
                   {}, {u"why_not_fetched"_s})),
        pages(
            u"broken"_s, Texts::tr("Broken addresses"),
            Texts::tr("Addresses that answered with an error or not at all. The places that name the chosen "
                      "one stand below, under Links in."),
            {is("verdict"_L1, u"broken"_s)}, {u"verdict"_s, u"inlinks"_s}, {{u"inlinks"_s, true}}),
        links(u"broken_links"_s, Texts::tr("Broken links"),
              Texts::tr("Every single place that names a broken address, or one that redirects to it or in a "
                        "circle, with the page and the text of the link: the list to repair from"),
              {is("target_verdict"_L1, u"broken"_s)},
              {u"target_status"_s, u"target_reason"_s, u"anchor"_s, u"line"_s}, {{u"parsed_url"_s, false}}),
        pages(u"refused"_s, Texts::tr("Refused or slowed down"),
              Texts::tr(
                  "The server would not answer a program, or asked for fewer requests. In a browser these "
                  "may well work."),
              {oneOf("verdict"_L1, {u"refused"_s, u"rate_limited"_s})}, {u"verdict"_s}),
        calm(pages(u"redirects"_s, Texts::tr("Redirects"),
                   Texts::tr("Addresses that lead elsewhere, with the next hop and the end of the chain"),
                   {is("state"_L1, u"redirect"_s)}, {u"redirect_to"_s, u"final_url"_s})),
        links(u"fragments"_s, Texts::tr("Missing places"),
              Texts::tr("Links to a place within a page (after #) that the page does not have"),
              {is("fragment_found"_L1, false)}, {u"fragment"_s, u"line"_s}),
        twins(u"same_title"_s, Texts::tr("Same title"), Texts::tr("Pages that share their title with others"),
              u"same_title"_s, u"title"_s),
        twins(u"same_description"_s, Texts::tr("Same description"),
              Texts::tr("Pages that share their description with others"), u"same_description"_s,
              u"meta_description"_s),
        twins(u"same_content"_s, Texts::tr("Same content"),
              Texts::tr("Addresses with exactly the same body as others"), u"same_content"_s, u"hash"_s),
        pages(u"no_title"_s, Texts::tr("No title"), Texts::tr("Pages of the site without a title"),
              readPages(empty("title"_L1)), {u"h1"_s}),
        pages(u"no_description"_s, Texts::tr("No description"),
              Texts::tr("Pages of the site without a description for search engines"),
              readPages(empty("meta_description"_L1)), {u"title"_s}),
        pages(u"orphans"_s, Texts::tr("Orphans"),
              Texts::tr("In the sitemap, but no page links to them; known only when the sitemap was read"),
              {is("orphan"_L1, true)}, {u"in_sitemap"_s}),
        pages(u"encoding"_s, Texts::tr("Wrong encoding"),
              Texts::tr("Pages with bytes that the encoding they claim does not have: some letters cannot be "
                        "read"),
              readPages(empty("detail"_L1, true)), {u"charset"_s, u"detail"_s}),
        calm(pages(u"slow"_s, Texts::tr("Slow"), Texts::tr("Addresses that took a second or more to answer"),
                   {{u"seconds"_s, FilterOp::AtLeast, {1.0}, false}}, {u"seconds"_s},
                   {{u"seconds"_s, true}})),
        calm(pages(
            u"traps"_s, Texts::tr("Endless spaces"),
            Texts::tr("Not asked because addresses of their kind would never end: calendars, paths that "
                      "grow, visitor numbers. How they are reached stands in Found on."),
            {is("why_not_fetched"_L1, u"trap"_s)}, {u"detail"_s, u"found_on"_s})),
        calm(pages(u"robots"_s, Texts::tr("Blocked by robots.txt"),
                   Texts::tr("Not asked because robots.txt forbids it, with the line that says so"),
                   {is("why_not_fetched"_L1, u"robots"_s)}, {u"robots_line"_s, u"found_on"_s})),
        calm(pages(u"not_indexable"_s, Texts::tr("Not for search engines"),
                   Texts::tr("Pages marked noindex, or that name another address as the real one"),
                   readPages(is("indexable"_L1, false)), {u"robots"_s, u"canonical"_s})),
        calm(pages(
            u"script_built"_s, Texts::tr("Built by JavaScript"),
            Texts::tr("Hardly any text, but scripts: a browser shows more of these pages than Linnet sees"),
            {is("script_built"_L1, true)}, {u"words"_s})),
        calm(links(u"external"_s, Texts::tr("Links to other sites"),
                   Texts::tr("Links that leave the crawl, with what became of them when they were asked"),
                   {is("internal"_L1, false)}, {u"target_status"_s, u"anchor"_s})),
        calm(links(u"nofollow"_s, Texts::tr("Marked nofollow"),
                   Texts::tr("Links that search engines are asked not to follow, by themselves or by their "
                             "page"),
                   {is("nofollow"_L1, true)}, {u"rel"_s, u"anchor"_s})),
        pages(u"certificates"_s, Texts::tr("Certificate problems"),
              Texts::tr("Answered, but a browser would warn of the server's certificate"),
              {empty("certificate"_L1, true)}, {u"certificate"_s}),
    };
}

} // namespace linnet::models
