// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "session/saved/savedsearch.h"
#include "store/project/project.h"

namespace linnet::cli {

/// linnet-cli searches: lists the saved searches of a project, saves one, gives one to a file or takes one
/// from it, and tells what to paste into the system's scheduler.
class SearchesCommand final : public Command
{
    Q_OBJECT

public:
    using Command::Command;

    QString name() const override { return QStringLiteral("searches"); }
    QString summary() const override;
    void start(const QStringList &args) override;

private:
    using Searches = std::vector<session::SavedSearch>;
    struct Known
    {
        Searches searches;
        std::vector<store::RunInfo> runs;
    };
    Result<Known> read(const QString &project);
    int run(const Options &options);
    int list(const Known &known);
    Result<void> save(const Options &options, const QString &project, const Known &known);
    Result<void> take(const Options &options, const QString &project, const Known &known);
    Result<void> give(const Options &options, const QString &project, const Known &known);
    Result<void> tellLines(const Options &options, const QString &project, const Known &known);
    Result<void> write(const QString &project, const session::SavedSearch &search);
};

} // namespace linnet::cli
