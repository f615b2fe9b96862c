// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/enginejob.h"
#include "vacancies/import/importfile.h"
#include "vacancies/import/importspec.h"

#include <QFuture>

#include <memory>
#include <vector>

namespace linnet::vacancies {

/// Makes rows of files with vacancies. A file is read part by part: a part's rows, its end and the place of
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
    using Part = std::shared_ptr<ImportPart>;
    struct Source
    {
        std::shared_ptr<ImportFile> file; ///< null until something is read from it
        QFuture<Part> ahead;              ///< the part that comes next is read while the last is stored
        JsonRecords::Place aheadFrom;
        double fraction = 0;
    };
    size_t sourceOf(const store::WorkItem &item) const;
    QString pathOf(size_t source) const;
    QFuture<Part> read(size_t source, const JsonRecords::Place &begin);
    void onPart(const store::WorkItem &item, ImportPart &part);
    void removeFetched() const;
    double share() const; ///< of the bytes that was read

    ImportSpec m_spec;
    std::vector<Source> m_sources; ///< one for each file
    qint64 m_records = 0;
    qint64 m_unreadable = 0;
    struct
    {
        double share = 0;
        qint64 elapsedMs = 0;
    } m_before; ///< when the run was left
};

} // namespace linnet::vacancies
