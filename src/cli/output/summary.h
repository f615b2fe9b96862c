// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "cli/options/inputfailure.h"
#include "jobs/progress.h"
#include "store/read/rowreader.h"

#include <QJsonObject>

namespace linnet::cli {

class Console;

/// The summary of a run; its keys are a contract with scripts. haveLines: the failures' depth
/// is the line of the input. isSearch: what was found is told by a source's lists, and may be left out, be
/// double or not be reached.
QJsonObject summaryOf(const QString &command, qint64 rows, const jobs::Progress &last,
                      const std::vector<store::WorkFailure> &failures,
                      const std::vector<InputFailure> &inputFailures = {}, bool haveLines = false,
                      bool isSearch = false);
/// Writes it to a file (atomically) or, for "-", to standard output.
Result<void> writeSummary(const QJsonObject &summary, const QString &path, Console &console);

} // namespace linnet::cli
