// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/read/rowreader.h"
#include "support/tempproject.h"

#include <QRandomGenerator>

namespace linnet::test {

/// Random ads and two random crawls in a project, with random filters of them: the same at each start.
class RandomTables
{
public:
    static constexpr int Vacancies = 500;

    bool fill(); ///< and opens the reader

    const table::Column &anyColumn(const table::Schema &schema, bool longToo = false);
    /// That some row has, so that something is found.
    table::Value anyValue(const table::Schema &schema, const table::Column &column);
    table::Condition anyCondition(const table::Schema &schema);
    store::RowQuery anyQuery(const table::Schema &schema);

    static const QStringList words;

    QRandomGenerator random{77};
    TempProject project;
    std::unique_ptr<store::RowReader> reader;

private:
    void addVacancies();
    void addSite();
};

} // namespace linnet::test
