// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/saved/runfile.h"

#include "exports/job/exportformats.h"
#include "exports/job/exportjob.h"
#include "session/aboutdata.h"
#include "session/runkinds.h"
#include "session/saved/datedfile.h"
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
    const auto reader = store::RowReader::open(project);
    if (!reader)
        return std::unexpected(reader.error());
    auto ids = (*reader)->ids({schema, {run}, {}, {}});
    auto about = aboutRuns(**reader, {run});
    const auto format = exports::formatOfPath(*path);
    if (!ids || !about || !format)
        return std::unexpected(!ids ? ids.error() : !about ? about.error() : format.error());
    exports::ExportJob job({.projectPath = project,
                            .schema = schema,
                            .ids = std::make_shared<const store::IdVector>(std::move(*ids)),
                            .columns = {},
                            .format = *format,
                            .path = *path,
                            .runs = {run},
                            .asShown = true,
                            .about = std::move(*about)});
    const auto report = job.run();
    if (!report)
        return std::unexpected(report.error());
    return *path;
}

} // namespace linnet::session
