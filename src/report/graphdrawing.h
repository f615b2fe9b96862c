// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/graph/crawlgraph.h"
#include "analysis/graph/graphgroups.h"

#include <QFont>

#include <optional>

namespace linnet::report {

/// A crawl's graph as a picture in a file, as the window saves it: black on white, pages where the project
/// keeps them.
struct GraphDrawing
{
    analysis::GraphQuestion question;
    analysis::Grouping grouping = analysis::Grouping::Pages;
    QFont font;
    QString path; ///< see isDrawing()

    /// A path of a picture: .png, .svg, .pdf. A .gexf may be one.
    static bool isDrawing(const QString &path);
    static bool mayBeDrawing(const QString &path);
    /// "pages", "folders", "hosts", "clicks".
    static std::optional<analysis::Grouping> groupingOf(const QString &code);
    static QStringList groupingCodes();

    /// How many nodes it has. TooLarge for more pages than can be laid out, or than an SVG may have;
    /// Cancelled after a stop was requested. Any thread that may use fonts; a QGuiApplication must exist.
    Result<qint64> make(store::RowReader &reader, const std::stop_token &stop) const;
};

} // namespace linnet::report
