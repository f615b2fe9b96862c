// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/comparedcolumns.h"
#include "analysis/movedaddresses.h"
#include "base/result.h"
#include "store/unit.h"

#include <QString>

#include <array>
#include <atomic>
#include <stop_token>
#include <vector>

namespace linnet::analysis {

/// What is kept of a row to compare it with one of another run.
struct RowPrint
{
    qint64 row = 0;
    std::array<std::uint64_t, 2> key{}; ///< 128 bits of what makes it this row
    std::uint64_t content = 0;          ///< 64 bits of the columns that count; only ever compared one to one
    qint64 group = 0;                   ///< ads of one job; 0 = alone
    quint8 marks =
        ComparedColumns::Unasked; ///< ComparedColumns::Mark; of a row that was removed meanwhile, too
};

/// The rows of a run, found by their keys. 48 bytes a row, and 8 to 16 more to find it.
class RowPrints
{
public:
    /// Reads with all processors; `moved` says where the run's addresses are now. `read` is raised as it goes
    /// on. Ends soon with Reason::Cancelled when it is told to stop. Any thread.
    static Result<RowPrints> read(const QString &projectPath, const ComparedColumns &columns, RunId run,
                                  const MovedAddresses &moved, std::atomic<qint64> &read,
                                  const std::stop_token &stop);

    const std::vector<RowPrint> &all() const { return m_prints; }
    /// The last one of that key; null when there is none. The others of it do not count.
    const RowPrint *find(const std::array<std::uint64_t, 2> &key) const;
    bool counts(const RowPrint &print) const { return find(print.key) == &print; }

private:
    void fillIndex(const std::stop_token &stop);
    size_t placeOf(const std::array<std::uint64_t, 2> &key) const;

    std::vector<RowPrint> m_prints; ///< in order of arrival
    std::vector<quint32> m_index;   ///< open addressing: 1 + the place of a print, 0 = free
};

} // namespace linnet::analysis
