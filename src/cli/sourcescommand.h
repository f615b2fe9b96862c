// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "session/session.h"

#include <QHash>
#include <QStringList>

#include <memory>

namespace linnet::cli {

/// linnet-cli sources: lists the sources of vacancies with their terms, or asks each for one page and says
/// whether it still answers as it is read.
class SourcesCommand final : public Command
{
    Q_OBJECT

public:
    using Command::Command;

    QString name() const override { return QStringLiteral("sources"); }
    QString summary() const override;
    void start(const QStringList &args) override;

protected:
    QStringList kinds() const override { return {QStringLiteral("list"), QStringLiteral("test")}; }

private:
    void list(const QStringList &args);
    void test(const QStringList &args);
    void askNext();
    void onTested(const QString &id, const vacancies::SourceCheck &check);

    std::unique_ptr<session::Session> m_session;
    QStringList m_left; ///< ids that were not asked yet
    QStringList m_employers;
    QHash<QString, QByteArray> m_tokens;
    QHash<QString, QUrl> m_bases;
    int m_fine = 0;
    int m_others = 0;
};

} // namespace linnet::cli
