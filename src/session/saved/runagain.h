// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "session/runparams.h"
#include "session/saved/savedsearch.h"
#include "store/read/rowreader.h"

namespace linnet::session {

/// What a run of the project began with: its addresses, in their order, each once; of a vacancy search the
/// queries of its list (vacancies::ListedQuery::toLine()), if it has one. Reads the file: for the pool.
Result<QStringList> firstAddresses(const QString &project, const store::RunInfo &run);

/// The newest of these runs that asked what the search asks; null when there is none.
const store::RunInfo *newestRun(const std::vector<store::RunInfo> &runs, const SavedSearch &search);

/// What a new run of the search begins with: as its newest run did, or as its file says while it has none.
Result<QStringList> firstAddresses(const QString &project, const SavedSearch &search,
                                   const store::RunInfo *newest);

/// The parameters of a new run of the same kind that asks for the same today, from these addresses. moved:
/// where the practice server of the run before is now; empty = it asked none. Reason::BadValue for parameters
/// that are not understood, and for an import: its files were read. Any thread; takes long for many
/// addresses.
Result<RunParams> runAgain(const QString &kind, const QJsonObject &params, const QStringList &addresses,
                           const QUrl &moved = {});

} // namespace linnet::session
