// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "store/mark.h"

namespace linnet::store {
class Project;
struct RowQuery;
} // namespace linnet::store

namespace linnet::cli {

class Options;

/// linnet-cli mark: stars, tags and notes on rows of a saved project.
class MarkCommand final : public Command
{
    Q_OBJECT

public:
    using Command::Command;

    QString name() const override { return QStringLiteral("mark"); }
    QString summary() const override;
    void start(const QStringList &args) override;

private:
    struct Counts
    {
        qint64 rows = 0;
        qint64 changed = 0; ///< ads or addresses
    };
    int run(const Options &options);
    static Result<store::MarkEdit> readEdit(const Options &options);
    static Result<Counts> mark(store::Project &project, const store::RowQuery &query,
                               const store::MarkEdit &edit);
};

} // namespace linnet::cli
