// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "cli/options/commonoptions.h"
#include "cli/output/rowoutput.h"
#include "cli/output/runningoutput.h"
#include "cli/process/networkwatch.h"
#include "session/session.h"

#include <QTemporaryDir>
#include <QTimer>

#include <chrono>
#include <memory>

namespace linnet::cli {

/// What commands that collect have in common: the project (given or temporary), following the run on stderr,
/// and at the end rows, summary and exit status.
class RunCommand : public Command
{
    Q_OBJECT

public:
    explicit RunCommand(const table::Schema &schema, QObject *parent = nullptr);
    ~RunCommand() override;

    void interrupt() override;

protected:
    /// Sets up console, outputs and project; false after having ended with an error. inputs: further files
    /// that the command line names, none of which may be written over.
    bool prepare(const OutputOptions &output, const RequestOptions &requests,
                 const QList<FileRole> &inputs = {});
    void follow(session::RunHandle *run);

    /// A line of the input that could not be taken; before the end of the run.
    void addInputFailure(InputFailure failure) { m_inputFailures.push_back(std::move(failure)); }

    virtual store::RowQuery query(store::RunId run) const;
    /// For an order that no column tells; none by default.
    virtual RowOutput::Arrange arrangement(store::RunId run) const;
    /// For kinds whose units of work are more than addresses.
    virtual void amend(std::vector<store::WorkFailure> &failures) const;
    virtual void amend(QJsonObject &summary) const;
    /// Whether the run brought anything, when some of its requests failed.
    virtual bool hasResult(qint64 rows) const { return rows > 0; }
    /// Whether everything is as the user said it should be; after the rows were written.
    virtual bool isAsAsked() const { return true; }
    /// Rows go out as they come: the kind's rows stay in the order in which they were stored.
    virtual bool writesAsRowsCome() const { return false; }
    /// Rows that the output does not hold, by the code of the rule, besides those of the progress.
    virtual QMap<QString, qint64> leftOut(store::RunId run) const;
    /// The rows that the output holds; their number.
    virtual Result<qint64> writeRows(store::RunId run);
    /// Other files than the output; after it was written.
    virtual Result<void> writeMore(store::RunId run);
    /// Everything is written; for what else belongs on standard output.
    virtual void conclude();
    /// Of a project that cannot be opened; it is an output unless the command says otherwise.
    virtual int statusOfUnopened(const Error &) const { return NotStored; }

    /// For commands that learn only from the project what its rows are.
    void setSchema(const table::Schema &schema) { m_schema = &schema; }
    const table::Schema &schema() const { return *m_schema; }
    const OutputOptions &output() const { return m_output; }

    session::Session &session() const { return *m_session; }

private:
    static QString waitForRobots(const jobs::Progress &progress);
    void onProgress(const jobs::Progress &progress);
    void onEnded(const jobs::Progress &last);
    void finishWith(const jobs::Progress &last);
    int deliver(const jobs::Progress &last);
    int notWritten(const Error &error);
    void addLostRows(store::RowReader &reader, store::RunId run);
    void takeRefused(std::vector<store::WorkFailure> &failures);
    void addTotals(QJsonObject &summary, store::RowReader &reader, store::RunId run);
    int status(const jobs::Progress &last, qint64 rows, size_t failures) const;
    void keepTemporary();
    void stopWaiting();
    void giveUpStoring();
    void sayWhatIsMissing(const jobs::Progress &last);
    void sayWhatWasAsked(const jobs::Progress &last);

    const table::Schema *m_schema;
    OutputOptions m_output;
    std::unique_ptr<QTemporaryDir> m_temporary; ///< null when a project was given
    std::unique_ptr<session::Session> m_session;
    std::unique_ptr<RunningOutput> m_running; ///< null when rows are only written at the end
    session::RunHandle *m_run = nullptr;
    std::vector<InputFailure> m_inputFailures;
    QTimer m_patience; ///< runs while nothing can be stored
    std::unique_ptr<NetworkWatch> m_network;
    std::chrono::milliseconds m_networkPatience{0};
    bool m_stoppedWaiting = false;
    Error m_stall;
    bool m_interrupted = false;
    QString m_shownCaptcha;
    qint64 m_lastProgressMs = -1;
};

} // namespace linnet::cli
