// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/run/crawlaudit.h"
#include "cli/command.h"
#include "cli/options/commonoptions.h"

#include <stop_token>

namespace linnet::cli {

/// "linnet-cli audit": what is wrong with a crawled site, counted by rules, and where exactly.
class AuditCommand : public Command
{
    Q_OBJECT

public:
    using Command::Command;

    QString name() const override { return QStringLiteral("audit"); }
    QString summary() const override;
    void start(const QStringList &args) override;
    void interrupt() override;

private:
    struct Asked;
    struct Answer;

    /// Has ended when something is wrong with them.
    void read(const Options &options);
    /// Read what the project or a file says, and keep it in the project when that is asked; false when they
    /// have ended the command.
    bool readRules(const Options &options, Asked &asked);
    bool readSegments(const Options &options, Asked &asked);
    bool keep(const Options &options, Asked &asked, const QString &key, const QString &memo);
    void tellProblems(const QString &path, const QStringList &problems);
    template <typename T> bool endedByUnreadable(const Result<T> &read)
    {
        if (!read)
            endWith(statusOfUnreadable(read.error()), read.error());
        return !read;
    }
    void answer(std::shared_ptr<Asked> asked);
    /// The workbook for people; has ended when it cannot be written.
    bool writeBook(const Asked &asked, const QList<audit::Finding> &findings);
    void tell(const Asked &asked, const Answer &answer);

    std::stop_source m_stop;
    bool m_isCounting = false;
};

} // namespace linnet::cli
