// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/changes/runfile.h"

#include "exports/job/exportformats.h"
#include "exports/job/exportjob.h"
#include "session/aboutdata.h"
#include "session/changes/newrows.h"
#include "session/runkinds.h"
#include "session/saved/datedfile.h"
#include "session/sheets/furthersheets.h"
#include "store/read/rowreader.h"

namespace linnet::session {

using namespace Qt::Literals::StringLiterals;

Result<QString> writeRunFile(const QString &project, RunId run, const SavedSearch &search,
                             const QDateTime &now)
{
    const table::Schema *schema = rowsOf(search.kind);
    if (!schema)
        return fail(Reason::BadValue, u"kind "_s + search.kind);
    const auto path = datedFile(search.files, search, now);
    if (!path)
        return path;
    NewRows news;
    if (search.onlyNew) {
        auto found = newRows(project, run);
        if (!found)
            return std::unexpected(found.error());
        news = std::move(*found);
    }
    // The first run of a watch is what the next ones are compared with: it leaves all its rows.
    const QString source = news.changes ? news.changes->path() : project;
    const store::RowQuery query = news.changes ? news.query : store::RowQuery{schema, {run}, {}, {}};
    const auto reader = store::RowReader::open(source);
    if (!reader)
        return std::unexpected(reader.error());
    auto ids = (*reader)->ids(query);
    auto about = aboutRuns(**reader, query.runs);
    const auto format = exports::formatOfPath(*path);
    if (!ids || !about || !format)
        return std::unexpected(!ids ? ids.error() : !about ? about.error() : format.error());
    exports::ExportSpec spec{.projectPath = source,
                             .schema = query.schema,
                             .ids = std::make_shared<const store::IdVector>(std::move(*ids)),
                             .columns = {},
                             .format = *format,
                             .path = *path,
                             .runs = query.runs,
                             .asShown = true,
                             .about = std::move(*about)};
    spec.furtherSheets = furtherSheets(spec, true);
    exports::ExportJob job(std::move(spec));
    const auto report = job.run();
    if (!report)
        return std::unexpected(report.error());
    return *path;
}

} // namespace linnet::session
