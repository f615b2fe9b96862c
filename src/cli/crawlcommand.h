// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/options/crawlsecretoptions.h"
#include "cli/output/crawloutput.h"
#include "cli/runcommand.h"
#include "jobs/addressinput.h"
#include "links/crawl/crawlspec.h"

namespace linnet::cli {

/// linnet-cli crawl: the links of the given pages, or of the site behind them.
class CrawlCommand final : public RunCommand
{
    Q_OBJECT

public:
    explicit CrawlCommand(QObject *parent = nullptr);

    QString name() const override { return QStringLiteral("crawl"); }
    QString summary() const override;
    void start(const QStringList &args) override;

protected:
    void amend(QJsonObject &summary) const override;
    Result<void> writeMore(store::RunId run) override;
    void conclude() override;
    bool hasResult(qint64 rows) const override;
    bool writesAsRowsCome() const override { return true; }

private:
    void addOptions(Options &options) const;
    Result<jobs::AddressInput> readInput(const Options &options) const;
    Result<links::CrawlSpec> readSpec(const Options &options, const jobs::AddressInput &input) const;

    CrawlOutput m_more;
    std::unique_ptr<RunningOutput> m_runningPages;
    store::RunId m_run = 0;
};

} // namespace linnet::cli
