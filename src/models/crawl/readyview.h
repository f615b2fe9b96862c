// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table/filter.h"
#include "table/schema.h"

#include <QStringList>

namespace linnet::models {

/// A question about a crawl that people ask again and again, as a filter of one of its tables.
struct ReadyView
{
    QString id;    ///< for tests and settings
    QString title; ///< in a list: "Broken addresses"
    QString hint;  ///< what is in it and why that matters
    const table::Schema *schema = nullptr;
    table::Filter filter;
    table::Sort sort;
    QStringList columns; ///< shown with it although the user may have hidden them
};

/// Those of a crawl that are lists and no findings, in the order in which they are listed. The first is how
/// the pages of a crawl are shown at first.
QList<ReadyView> crawlViews();

} // namespace linnet::models
