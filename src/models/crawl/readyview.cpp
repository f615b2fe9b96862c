// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/crawl/readyview.h"

#include "table/linkschema.h"
#include "table/pageschema.h"

#include <QCoreApplication>

namespace linnet::models {

using namespace Qt::Literals::StringLiterals;
using table::Condition;
using table::FilterOp;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(linnet::models::ReadyView)
};

Condition isInternal(bool internal)
{
    return {u"internal"_s, FilterOp::Equals, {internal}, false};
}

ReadyView view(const QString &id, const QString &title, const QString &hint, const table::Schema &schema,
               const QList<Condition> &filter, const QStringList &columns = {})
{
    return {id, title, hint, &schema, {filter}, {}, columns};
}

} // namespace

QList<ReadyView> crawlViews()
{
    const table::Schema &pages = table::pageSchema();
    const Condition asked{u"state"_s, FilterOp::OneOf, {u"skipped"_s}, true};
    const Condition isRedirect{u"state"_s, FilterOp::Equals, {u"redirect"_s}, false};
    return {
        view(u"site"_s, Texts::tr("Addresses of the site"),
             Texts::tr("Pages and files of the site that were asked, in the order in which they were "
                       "found: the first is the start page"),
             pages, {asked, isInternal(true)}),
        view(u"asked"_s, Texts::tr("Addresses asked"),
             Texts::tr("Every address that was asked, whatever came of it. Those that were only found stand "
                       "under Is it complete?"),
             pages, {asked}),
        view(u"named"_s, Texts::tr("Everything named"),
             Texts::tr("Also addresses that were only found in links and not asked, with the reason"), pages,
             {}, {u"why_not_fetched"_s}),
        view(u"redirects"_s, Texts::tr("Redirects"),
             Texts::tr("Addresses that lead elsewhere, with the next hop and the end of the chain"), pages,
             {isRedirect}, {u"redirect_to"_s, u"final_url"_s}),
        view(u"external"_s, Texts::tr("Links to other sites"),
             Texts::tr("Links that leave the crawl, with what became of them when they were asked"),
             table::linkSchema(), {isInternal(false)}, {u"target_status"_s, u"anchor"_s}),
    };
}

} // namespace linnet::models
