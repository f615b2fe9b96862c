// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/runcommand.h"
#include "proxies/test/testspec.h"

namespace linnet::cli {

/// linnet-cli proxies check | fetch: tests proxies, or reads lists of them.
class ProxiesCommand final : public RunCommand
{
    Q_OBJECT

public:
    explicit ProxiesCommand(QObject *parent = nullptr);

    QString name() const override { return QStringLiteral("proxies"); }
    QString summary() const override;
    void start(const QStringList &args) override;

protected:
    QStringList kinds() const override { return {QStringLiteral("check"), QStringLiteral("fetch")}; }

private:
    void check(const QStringList &args);
    void fetch(const QStringList &args);
    Result<proxies::TestSpec> readCheck(const Options &options);
};

} // namespace linnet::cli
