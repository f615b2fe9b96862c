// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output/findingoutput.h"

#include "cli/options/options.h"
#include "cli/output/madetable.h"
#include "cli/output/projectrows.h"
#include "session/runparams.h"
#include "table/pageschema.h"

#include <algorithm>

namespace linnet::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

/// What a computer is set up for is not known.
bool isThroughProxy(store::RowReader &reader, store::RunId run)
{
    const auto runs = reader.runs();
    if (!runs)
        return false;
    const auto found = std::ranges::find(*runs, run, &store::RunInfo::id);
    if (found == runs->end())
        return false;
    const auto requests = session::RunParams::requests(found->params);
    return requests && requests->proxy.mode == jobs::ProxyChoice::Mode::List;
}

} // namespace

Result<audit::AuditQuestion> readAuditQuestion(const Options &options, store::RowReader &reader)
{
    const auto query = readQuery(options, table::pageSchema(), reader);
    if (!query)
        return std::unexpected(query.error());
    if (query->runs.size() != 1)
        return fail(Reason::BadValue, u"--run "_s + options.texts(u"run"_s).join(u','));
    const store::RunId run = query->runs.front();
    return audit::AuditQuestion{run, isThroughProxy(reader, run), query->filter};
}

Result<audit::RuleSet> keptRules(store::RowReader &reader)
{
    const auto memos = reader.memos();
    const auto schemas = audit::auditSchemas(reader);
    if (!memos || !schemas)
        return std::unexpected(!memos ? memos.error() : schemas.error());
    return audit::RuleSet::of(*memos, *schemas);
}

Result<qint64> writeFindings(store::RowReader &reader, store::RunId run,
                             const QList<audit::Finding> &findings, const OutputOptions &output,
                             Console &console)
{
    const auto rows = [&](const RowTaker &take) {
        return audit::eachFindingRow(reader, run, findings, take);
    };
    return writeTable(audit::findingSchema(), RowSource(rows), output, console);
}

} // namespace linnet::cli
