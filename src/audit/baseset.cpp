// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/baseset.h"

#include "table/hreflangschema.h"
#include "table/linkschema.h"
#include "table/pageschema.h"

#include <QCoreApplication>

namespace linnet::audit {

using namespace Qt::Literals::StringLiterals;
using table::FilterOp;

namespace {

struct SetWords
{
    Q_DECLARE_TR_FUNCTIONS(linnet::audit::BaseSet)
};

} // namespace

QString setCode(BaseSet set)
{
    switch (set) {
    case BaseSet::Named:
        return u"named"_s;
    case BaseSet::Asked:
        return u"asked"_s;
    case BaseSet::External:
        return u"external"_s;
    case BaseSet::Pages:
        return u"pages"_s;
    case BaseSet::Indexable:
        return u"indexable"_s;
    case BaseSet::Links:
        return u"links"_s;
    case BaseSet::Versions:
        break;
    }
    return u"versions"_s;
}

std::optional<BaseSet> setOf(const QString &code)
{
    for (const BaseSet set : AllBaseSets) {
        if (setCode(set) == code)
            return set;
    }
    return std::nullopt;
}

QString setTitle(BaseSet set)
{
    switch (set) {
    case BaseSet::Named:
        return SetWords::tr("addresses of the site");
    case BaseSet::Asked:
        return SetWords::tr("addresses of the site that were asked");
    case BaseSet::External:
        return SetWords::tr("addresses of other sites that were asked");
    case BaseSet::Pages:
        return SetWords::tr("pages of the site");
    case BaseSet::Indexable:
        return SetWords::tr("pages that search engines may list");
    case BaseSet::Links:
        return SetWords::tr("links");
    case BaseSet::Versions:
        break;
    }
    return SetWords::tr("versions in other languages");
}

const table::Schema &schemaOf(BaseSet set)
{
    if (set == BaseSet::Versions)
        return table::hreflangSchema();
    return set == BaseSet::Links ? table::linkSchema() : table::pageSchema();
}

table::Filter filterOf(BaseSet set)
{
    const auto isInternal = [](bool internal) {
        return table::Condition{u"internal"_s, FilterOp::Equals, {internal}, false};
    };
    const table::Condition isAsked{u"state"_s, FilterOp::OneOf, {u"skipped"_s}, true};
    // Only what was read as a page has words to count.
    const table::Condition isPage{u"words"_s, FilterOp::Empty, {}, true};
    switch (set) {
    case BaseSet::Named:
        return {{isInternal(true)}};
    case BaseSet::Asked:
        return {{isAsked, isInternal(true)}};
    case BaseSet::External:
        return {{isAsked, isInternal(false)}};
    case BaseSet::Pages:
        return {{isPage, isInternal(true)}};
    case BaseSet::Indexable:
        return {{{u"indexable"_s, FilterOp::Equals, {true}, false}, isPage, isInternal(true)}};
    case BaseSet::Versions:
        return {{{u"indexable"_s, FilterOp::Equals, {true}, false}}};
    case BaseSet::Links:
        break;
    }
    return {};
}

} // namespace linnet::audit
