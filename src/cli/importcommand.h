// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/runcommand.h"
#include "imports/job/importspec.h"

namespace linnet::cli {

/// linnet-cli import: rows of files, tables and vacancies as JSON.
class ImportCommand final : public RunCommand
{
    Q_OBJECT

public:
    explicit ImportCommand(QObject *parent = nullptr);

    QString name() const override { return QStringLiteral("import"); }
    QString summary() const override;
    void start(const QStringList &args) override;

private:
    void addOptions(Options &options) const;
    static Result<imports::ImportSpec> readSpec(const Options &options, const QStringList &files);
};

} // namespace linnet::cli
