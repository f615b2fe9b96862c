// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/crawl/crawloverview.h"

#include <QCoreApplication>

namespace linnet::gui {

/// What became of every address that a crawl found: one sentence, and a line for each outcome.
struct Completeness
{
    Q_DECLARE_TR_FUNCTIONS(linnet::gui::Completeness)

public:
    struct Line
    {
        QString text;
        qint64 count = 0;
        bool isReason = false; ///< why addresses were not asked, else how asking ended
        table::Filter filter;  ///< of the pages that it counts; empty = they have no rows

        bool operator==(const Line &) const = default;
    };

    QString sentence;
    QString hint; ///< what it means, and what to do
    QList<Line> lines;

    static Completeness of(const models::CrawlOverview &overview);
};

} // namespace linnet::gui
