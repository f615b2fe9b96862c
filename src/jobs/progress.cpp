// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/progress.h"

#include <QJsonArray>

namespace linnet::jobs {

using namespace Qt::Literals::StringLiterals;

void Progress::add(const store::Committed &change, const table::Schema &counted)
{
    for (const store::Committed::Rows &stored : change.rows) {
        if (stored.run == run && stored.schema == &counted)
            rows += stored.added;
    }
    for (const store::Committed::Work &work : change.work) {
        if (work.run == run) {
            unitsKnown += work.added;
            unitsDone += work.ended;
        }
    }
}

QJsonObject Progress::counts() const
{
    return {{u"requests"_s, requests},    {u"retries"_s, retries},
            {u"bytes"_s, bytes},          {u"elapsed_ms"_s, elapsedMs},
            {u"stopped_by"_s, stoppedBy}, {u"notes"_s, QJsonArray::fromStringList(notes)}};
}

} // namespace linnet::jobs
