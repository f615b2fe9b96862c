// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/mark.h"
#include "support/tempproject.h"

#include <QRandomGenerator>

#include <functional>
#include <vector>

namespace linnet::test {

/// Marks some of the first rows of a table, and some that there are not, with these words.
inline void postRandomMarks(TempProject &project, QRandomGenerator &random, const table::Schema &schema,
                            const std::function<QString(int)> &key, int count, const QStringList &words)
{
    const auto word = [&] { return words.at(random.bounded(int(words.size()))); };
    std::vector<store::Mark> marks;
    for (int i = 0; i < count + 5; ++i) {
        if (random.bounded(3) > 0)
            continue;
        store::Mark mark{key(i), random.bounded(2) == 0};
        if (random.bounded(2) == 0)
            mark.tags = {word(), word()};
        if (random.bounded(2) == 0)
            mark.note = word();
        marks.push_back(std::move(mark));
    }
    project.writer().postMarks(schema, std::move(marks));
}

} // namespace linnet::test
