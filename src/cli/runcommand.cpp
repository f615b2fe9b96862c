// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/runcommand.h"

#include "cli/rowoutput.h"
#include "cli/summary.h"
#include "table/checkschema.h"
#include "table/proxyschema.h"

#include <QDir>
#include <QStandardPaths>

namespace linnet::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 ProgressEveryMs = 1000;
constexpr int PatienceMs = 15'000;

bool isStorage(Reason reason)
{
    return reason == Reason::DiskFull || reason == Reason::Io || reason == Reason::Storage ||
           reason == Reason::Locked || reason == Reason::NotAProject || reason == Reason::NewerProject;
}

} // namespace

RunCommand::RunCommand(const table::Schema &schema, QObject *parent)
    : Command(parent)
    , m_schema(&schema)
{
}

RunCommand::~RunCommand() = default;

bool RunCommand::prepare(const OutputOptions &output, const RequestOptions &requests)
{
    m_output = output;
    console().setQuiet(requests.quiet);
    if (!requests.log.isEmpty() && !console().setLog(requests.log)) {
        endWith(NotStored, {Reason::Io, 0, requests.log});
        return false;
    }
    if (const auto writable = m_output.checkWritable(); !writable) {
        endWith(NotStored, writable.error());
        return false;
    }
    QString path = requests.project;
    if (path.isEmpty()) {
        m_temporary = std::make_unique<QTemporaryDir>();
        path = m_temporary->filePath(u"run.linnet"_s);
    }
    m_session = std::make_unique<session::Session>(
        QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation));
    m_session->network().setDirect(requests.direct);
    m_session->network().addProxies(requests.proxies);
    m_inputFailures.insert(m_inputFailures.end(), requests.inputFailures.begin(),
                           requests.inputFailures.end());
    if (const auto opened = m_session->projectSlot().open(path); !opened) {
        endWith(NotStored, opened.error());
        return false;
    }
    m_patience.setSingleShot(true);
    m_patience.setInterval(PatienceMs);
    connect(&m_patience, &QTimer::timeout, this, &RunCommand::giveUpStoring);
    connect(m_session.get(), &session::Session::stalled, this, [this](const Error &error) {
        console().complain(error, tr("waiting"));
        m_stall = error;
        m_patience.start();
    });
    connect(m_session.get(), &session::Session::recovered, this, [this] {
        m_patience.stop();
        console().say(tr("Going on."));
    });
    return true;
}

store::RowQuery RunCommand::query(store::RunId run) const
{
    return {m_schema, {run}, {}, {}};
}

Result<void> RunCommand::writeMore(store::RunId)
{
    return {};
}

void RunCommand::amend(std::vector<store::WorkFailure> &) const {}

void RunCommand::amend(QJsonObject &) const {}

void RunCommand::conclude() {}

void RunCommand::follow(session::RunHandle *run)
{
    m_run = run;
    connect(run, &session::RunHandle::progressed, this, &RunCommand::onProgress);
    connect(run, &session::RunHandle::ended, this, &RunCommand::onEnded);
}

void RunCommand::interrupt()
{
    m_interrupted = true;
    if (m_run && !m_run->isOver())
        m_run->finish();
    else if (!hasEnded())
        end(Interrupted);
}

void RunCommand::onProgress(const jobs::Progress &progress)
{
    if (progress.hold == jobs::Hold::Captcha && progress.captchaUrl != m_shownCaptcha) {
        m_shownCaptcha = progress.captchaUrl;
        console().complain({Reason::Captcha, 0, progress.captchaUrl});
    }
    if (m_lastProgressMs >= 0 && progress.elapsedMs - m_lastProgressMs < ProgressEveryMs &&
        !progress.isOver())
        return;
    m_lastProgressMs = progress.elapsedMs;
    QString line = tr("%n row(s)", nullptr, int(progress.rows));
    line += u" · "_s + tr("%1 of %2 requests answered").arg(progress.unitsDone).arg(progress.unitsKnown);
    if (progress.failed > 0)
        line += u" · "_s + tr("%n failed", nullptr, int(progress.failed));
    if (progress.hold == jobs::Hold::Server)
        line += u" · "_s + tr("the server asked to wait");
    else if (progress.hold == jobs::Hold::Unreachable)
        line += u" · "_s + tr("the server does not answer; trying again");
    else if (progress.remainingMs > 0)
        line += u" · "_s + tr("about %n second(s) left", nullptr, int((progress.remainingMs + 999) / 1000));
    console().progress(line);
}

void RunCommand::onEnded(const jobs::Progress &last)
{
    console().endProgress();
    const int status = deliver(last);
    if (m_temporary && status != Done && status != DoneWithFailures)
        keepTemporary();
    end(status);
}

/// Scripts cannot free a disk: after some tries the command ends, with everything stored so far.
void RunCommand::giveUpStoring()
{
    m_run->disconnect(this);
    if (m_temporary)
        keepTemporary();
    endWith(NotStored, m_stall);
}

int RunCommand::deliver(const jobs::Progress &last)
{
    if (last.error.reason != Reason::None)
        console().complain(last.error, last.errorUrl);
    for (const QString &note : last.notes)
        console().say(note);
    const QString path = m_session->project().path();
    const auto reader = m_session->project().reader();
    if (!reader) {
        console().complain(reader.error());
        return NotStored;
    }
    auto failures = (*reader)->failures(last.run);
    if (!failures) {
        console().complain(failures.error());
        return NotStored;
    }
    amend(*failures);
    const auto rows = RowOutput(m_output, console()).write(path, query(last.run));
    if (!rows) {
        console().complain(rows.error());
        return NotStored;
    }
    if (const auto more = writeMore(last.run); !more) {
        console().complain(more.error());
        return NotStored;
    }
    if (!m_output.summary.isEmpty()) {
        const bool haveLines = m_schema == &table::checkSchema() || m_schema == &table::proxySchema();
        QJsonObject summary = summaryOf(name(), *rows, last, *failures, m_inputFailures, haveLines);
        amend(summary);
        const auto written = writeSummary(summary, m_output.summary, console());
        if (!written) {
            console().complain(written.error());
            return NotStored;
        }
    }
    conclude();
    if (!failures->empty()) {
        console().say(tr("%n request(s) failed; the first:", nullptr, int(failures->size())));
        console().complain(failures->front().error, failures->front().url);
    }
    if (!m_inputFailures.empty()) {
        const InputFailure &first = m_inputFailures.front();
        console().say(tr("%n line(s) of the input could not be taken; the first:", nullptr,
                         int(m_inputFailures.size())));
        console().complain(first.error, tr("line %1").arg(first.line));
    }
    return status(last, *rows, failures->size());
}

int RunCommand::status(const jobs::Progress &last, qint64 rows, size_t failures) const
{
    if (isStorage(last.error.reason))
        return NotStored;
    if (m_interrupted)
        return Interrupted;
    const bool failed = failures > 0 || last.error.reason != Reason::None;
    if (!failed)
        return m_inputFailures.empty() ? Done : DoneWithFailures;
    return rows == 0 ? NothingGot : DoneWithFailures;
}

void RunCommand::keepTemporary()
{
    m_temporary->setAutoRemove(false);
    console().say(tr("What was read is kept in %1; \"linnet-cli resume\" goes on with it.")
                      .arg(QDir::toNativeSeparators(m_session->project().path())));
}

} // namespace linnet::cli
