// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "imports/job/importfile.h"
#include "imports/job/importspec.h"
#include "imports/job/rowkeys.h"
#include "jobs/enginejob.h"
#include "links/crawl/frontier.h"

#include <QFuture>
#include <QJsonArray>

#include <memory>
#include <vector>

namespace linnet::imports {

/// Makes rows of files. A file is read part by part: a part's rows, its end and the place of
/// the next part are one unit, so that an import goes on where a crash has left it. What is to be fetched
/// goes to the cache folder first, and from there when the run is over.
class ImportJob final : public jobs::EngineJob
{
    Q_OBJECT

public:
    /// spec and requests must be valid.
    ImportJob(jobs::JobContext context, ImportSpec spec, jobs::RequestSpec requests,
              QObject *parent = nullptr);
    ~ImportJob() override;

protected:
    std::vector<store::WorkAdd> firstWork() override;
    void restore(const QJsonObject &counts) override;
    QStringList kindsAt(const QString &host) override;
    bool knows(const QString &kind) const override;
    bool isHostless(const QString &kind) const override;
    Begun beginItem(const store::WorkItem &item) override;
    net::Request request(const store::WorkItem &item) const override;
    void onAnswer(Answer answer) override;
    void refresh(jobs::Progress &progress) override;
    QJsonObject counts() const override;

private:
    /// What the run had stored when it was left.
    struct Past
    {
        RowKeys keys;
        links::Frontier addresses; ///< of crawls
        Error error;
    };
    struct Read
    {
        ImportPart part;
        std::shared_ptr<Past> past; ///< with the first part of a run that goes on; else null
    };
    using Part = std::shared_ptr<Read>;
    struct Source
    {
        std::shared_ptr<ImportFile> file; ///< null until something is read from it
        QFuture<Part> ahead;              ///< the part that comes next is read while the last is stored
        RecordPlace aheadFrom;
        double fraction = 0;
        qint64 repeated = 0; ///< rows whose key was there already
        qint64 unreadCells = 0;
    };
    size_t sourceOf(const store::WorkItem &item) const;
    QString pathOf(size_t source) const;
    QFuture<Part> read(size_t source, const RecordPlace &begin);
    static std::shared_ptr<Past> readPast(const QString &project, store::RunId run,
                                          const table::Schema &schema);
    void onPart(const store::WorkItem &item, Read &read);
    void takeNotes(size_t source, ImportPart &part);
    void takeRows(size_t source, ImportPart &part, store::Unit &unit);
    void sayWhatWasOdd(size_t source);
    void giveNumbers(store::RowWrite &row, store::Unit &unit);
    void removeFetched() const;
    double share() const; ///< of the bytes that was read

    ImportSpec m_spec;
    std::vector<Source> m_sources; ///< one for each file
    qint64 m_records = 0;
    qint64 m_unreadable = 0;
    qint64 m_unreadCells = 0;
    qint64 m_repeated = 0;
    QJsonArray m_lost;            ///< the first rows that are lost, for whoever asks at the end
    bool m_isNew = false;         ///< the run has no past
    std::shared_ptr<Past> m_past; ///< null until the first part is there
    struct
    {
        double share = 0;
        qint64 elapsedMs = 0;
    } m_before; ///< when the run was left
};

} // namespace linnet::imports
