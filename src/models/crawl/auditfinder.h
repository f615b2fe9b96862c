// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "audit/run/crawlaudit.h"
#include "models/backgroundtask.h"

#include <QElapsedTimer>
#include <QObject>

#include <memory>
#include <stop_token>

namespace linnet::models {

/// Asks a crawl by rules, beside the window. What was read stays in memory for the next time, and what was
/// counted can stay in the project.
class AuditFinder : public QObject
{
    Q_OBJECT

public:
    explicit AuditFinder(QObject *parent = nullptr);
    ~AuditFinder() override;

    /// "" = none; nothing is read any more when it returns, after 100 ms at most.
    void setProject(const QString &path);
    /// By the rules that the memos have, see audit::RuleSet::of(). Asked while a question is under way it
    /// waits; of several only the last is asked.
    void ask(const audit::AuditQuestion &question, const QHash<QString, QString> &memos);
    /// The answer under way is not wanted any more.
    void forget();
    bool isBusy() const { return m_task.isBusy(); }
    /// To be asked again while rows arrive: a fifth of the time at most goes into that.
    bool isDue() const;

Q_SIGNALS:
    void found(const QList<linnet::audit::Finding> &findings);
    /// After found(), when the project does not know it yet: what to keep with the run
    /// (AttachmentWrite::Kind::Counts).
    void counted(linnet::store::RunId run, const QByteArray &counts);
    void failed(const linnet::Error &error);

private:
    struct Found
    {
        store::RunId run = 0;
        QList<audit::Finding> findings;
        QByteArray counts;
    };

    /// The connection, for the thread of the task alone.
    struct Reading
    {
        QString path;
        std::unique_ptr<store::RowReader> reader;

        Result<Found> find(const audit::AuditQuestion &question, const QHash<QString, QString> &memos,
                           const std::stop_token &stop);
    };

    std::shared_ptr<Reading> m_reading;
    std::stop_source m_stop;
    QElapsedTimer m_sinceAsked;
    qint64 m_took = 0;                    ///< milliseconds, the last time
    BackgroundTask<Result<Found>> m_task; ///< ends before what it uses goes
};

} // namespace linnet::models
