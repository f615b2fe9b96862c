// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/runcommand.h"

#include "base/places.h"
#include "base/visibletext.h"
#include "cli/output/crawlleftout.h"
#include "cli/output/crawloutput.h"
#include "cli/output/projectrows.h"
#include "cli/output/querytotals.h"
#include "cli/output/readproject.h"
#include "cli/output/rowoutput.h"
#include "cli/output/summary.h"
#include "cli/process/interruptwatcher.h"
#include "exports/file/exportpath.h"
#include "jobs/lostrows.h"
#include "table/checkschema.h"
#include "table/linkschema.h"
#include "table/listingschema.h"
#include "table/proxyschema.h"
#include "vacancies/search/listedquery.h"

#include <QDir>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>

namespace linnet::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 ProgressEveryMs = 1000;
constexpr int PatienceMs = 15'000;

constexpr qint64 MinuteMs = 60'000;

bool isStorage(Reason reason)
{
    return reason == Reason::DiskFull || reason == Reason::Io || reason == Reason::Storage ||
           reason == Reason::Locked || reason == Reason::NotAProject || reason == Reason::NewerProject;
}

} // namespace

/// How long the next request to a host waits because its robots.txt says so.
QString RunCommand::waitForRobots(const jobs::Progress &progress)
{
    const qint64 ms = progress.crawlDelayMs;
    const QString time = ms >= 2 * MinuteMs ? tr("%n min", nullptr, int(ms / MinuteMs))
                                            : tr("%n s", nullptr, int((ms + 999) / 1000));
    return tr("waiting %1: Crawl-delay of %2").arg(time, progress.crawlDelayHost);
}

RunCommand::RunCommand(const table::Schema &schema, QObject *parent)
    : Command(parent)
    , m_schema(&schema)
{
}

RunCommand::~RunCommand() = default;

bool RunCommand::prepare(const OutputOptions &output, const RequestOptions &requests,
                         const QList<FileRole> &inputs)
{
    InterruptWatcher::beginSaving();
    m_output = output;
    console().setQuiet(requests.quiet);
    QList<FileRole> outputs = output.files();
    if (writesAsRowsCome())
        outputs.front().use = FileRole::Use::Grow;
    if (const auto distinct = checkDistinct(outputs + requests.files + inputs); !distinct) {
        endWith(BadUsage, distinct.error());
        return false;
    }
    if (exports::isSpecialFile(requests.project)) {
        endWith(BadUsage, {Reason::BadValue, 0, requests.project});
        return false;
    }
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
    m_session = std::make_unique<session::Session>(Places::own().data);
    m_session->network().setDirect(requests.direct);
    m_session->network().addProxies(requests.proxies);
    m_inputFailures.insert(m_inputFailures.end(), requests.inputFailures.begin(),
                           requests.inputFailures.end());
    if (const auto opened = m_session->projectSlot().open(path); !opened) {
        endWith(statusOfUnopened(opened.error()), opened.error());
        return false;
    }
    tellCopy(m_session->project(), console());
    m_networkPatience = requests.patience;
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

RowOutput::Arrange RunCommand::arrangement(store::RunId) const
{
    return {};
}

Result<void> RunCommand::writeMore(store::RunId)
{
    return {};
}

void RunCommand::amend(std::vector<store::WorkFailure> &) const {}

void RunCommand::amend(QJsonObject &) const {}

void RunCommand::conclude() {}

QMap<QString, qint64> RunCommand::leftOut(store::RunId) const
{
    return {};
}

/// One line at the end of a crawl. Most addresses are only named by a page, and not to be asked.
void RunCommand::sayWhatWasAsked(const jobs::Progress &last)
{
    const auto reader = m_session->project().reader();
    const auto asked =
        reader ? (*reader)->count(CrawlOutput::asked(last.run)) : std::unexpected(reader.error());
    const auto leftOut = CrawlLeftOut::read(m_session->project().path(), last.run);
    if (!asked || !leftOut)
        return;
    const QLocale locale;
    QString others = tr("not asked %1").arg(locale.toString(std::max<qint64>(0, last.found - *asked)));
    if (const QString rules = leftOut->ofAddresses(); !rules.isEmpty())
        others += u" ("_s + rules + u')';
    console().say(tr("addresses found %1").arg(locale.toString(last.found)) + u" · "_s +
                  tr("asked %1").arg(locale.toString(*asked)) + u" · "_s + others);
}

/// One line at the end of a search, so that nothing is missing in silence.
void RunCommand::sayWhatIsMissing(const jobs::Progress &last)
{
    if (last.found < 0 || m_schema == &table::listingSchema())
        return;
    if (m_schema == &table::linkSchema()) {
        sayWhatWasAsked(last);
        return;
    }
    const QLocale locale;
    const auto number = [&locale](qint64 count) { return locale.toString(std::max<qint64>(0, count)); };
    QStringList rules;
    for (auto rule = last.leftOut.begin(); rule != last.leftOut.end(); ++rule)
        rules.append(rule.key() + u' ' + number(rule.value()));
    QStringList parts{tr("found %1").arg(number(last.found))};
    if (last.reachable >= 0) // else a list has not told how long it is
        parts.append(tr("reachable %1").arg(number(last.reachable)));
    parts << tr("read %1").arg(number(last.rows)) << tr("left out %1").arg(number(last.filtered));
    if (!rules.isEmpty())
        parts.last() += u" ("_s + rules.join(u", ") + u')';
    parts.append(tr("repeats %1").arg(number(last.duplicates)));
    console().say(parts.join(u" · "));
    if (last.limited)
        console().say(tr("More can be read: -p 0 reads all that can be reached."));
    else if (last.found > last.reachable && last.reachable >= 0)
        console().say(tr("The source gives no more of them; a narrower search may."));
}

void RunCommand::follow(session::RunHandle *run)
{
    m_run = run;
    if (writesAsRowsCome() && RunningOutput::isPossible(m_output))
        m_running =
            std::make_unique<RunningOutput>(m_output, session().project(), query(run->id()), console());
    connect(run, &session::RunHandle::progressed, this, &RunCommand::onProgress);
    connect(run, &session::RunHandle::ended, this, &RunCommand::onEnded);
    m_network = std::make_unique<NetworkWatch>(*m_session, m_networkPatience, nullptr);
    connect(m_network.get(), &NetworkWatch::gaveUp, this, &RunCommand::stopWaiting);
}

void RunCommand::stopWaiting()
{
    console().endProgress();
    const int seconds = int(m_networkPatience.count() / 1000);
    console().say(
        tr("No server has answered for %n second(s): this computer seems to be offline.", nullptr, seconds));
    m_stoppedWaiting = true;
    m_run->finish();
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
    m_network->setHeld(progress.hold == jobs::Hold::User || progress.hold == jobs::Hold::Captcha ||
                       progress.hold == jobs::Hold::Storage || progress.hold == jobs::Hold::Round);
    if (progress.hold == jobs::Hold::Captcha && progress.captchaUrl != m_shownCaptcha) {
        m_shownCaptcha = progress.captchaUrl;
        console().complain({Reason::Captcha, 0, progress.captchaUrl});
    }
    if (m_lastProgressMs >= 0 && progress.elapsedMs - m_lastProgressMs < ProgressEveryMs &&
        !progress.isOver())
        return;
    m_lastProgressMs = progress.elapsedMs;
    QString line = tr("%n row(s)", nullptr, int(progress.rows));
    line +=
        u" · "_s + (progress.share >= 0
                        ? tr("%1% read").arg(int(progress.share * 100))
                        : tr("%1 of %2 requests answered").arg(progress.unitsDone).arg(progress.unitsKnown));
    if (progress.failed > 0)
        line += u" · "_s + tr("%n failed", nullptr, int(progress.failed));
    if (m_network->isSilent())
        line += u" · "_s + tr("no server answers; is this computer offline?");
    else if (progress.hold == jobs::Hold::Server)
        line += u" · "_s + tr("the server asked to wait");
    else if (progress.hold == jobs::Hold::Unreachable)
        line += u" · "_s + tr("the server does not answer; trying again");
    else if (progress.crawlDelayMs > 0)
        line += u" · "_s + waitForRobots(progress);
    else if (progress.remainingMs > 0)
        line += u" · "_s + tr("about %n second(s) left", nullptr, int((progress.remainingMs + 999) / 1000));
    console().progress(line);
}

void RunCommand::onEnded(const jobs::Progress &last)
{
    console().endProgress();
    jobs::Progress told = last;
    if (m_stoppedWaiting && !m_interrupted) {
        told.stoppedBy.clear();
        told.error = {Reason::Network, 0, tr("no server answered")};
    }
    m_session->adGrouping().whenDone(this, [this, told] { finishWith(told); });
}

void RunCommand::finishWith(const jobs::Progress &last)
{
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
        console().say(visibleText(note));
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
    addLostRows(**reader, last.run);
    takeRefused(*failures);
    jobs::Progress counted = last;
    counted.leftOut.insert(leftOut(last.run));
    const auto rows = writeRows(last.run);
    if (!rows)
        return notWritten(rows.error());
    if (const auto more = writeMore(last.run); !more)
        return notWritten(more.error());
    if (!m_output.summary.isEmpty()) {
        const bool haveLines = m_schema == &table::checkSchema() || m_schema == &table::proxySchema();
        QJsonObject summary = summaryOf(name(), *rows, counted, *failures, m_inputFailures, haveLines,
                                        m_schema != &table::linkSchema());
        addTotals(summary, **reader, last.run);
        amend(summary);
        const auto written = writeSummary(summary, m_output.summary, console());
        if (!written) {
            console().complain(written.error());
            return NotStored;
        }
    }
    conclude();
    sayWhatIsMissing(counted);
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

Result<qint64> RunCommand::writeRows(store::RunId run)
{
    // What was written while rows came goes only when the output is there.
    std::unique_ptr<RunningOutput> running = std::move(m_running);
    if (running) {
        const Result<std::optional<qint64>> whole = running->end();
        if (!whole)
            return std::unexpected(whole.error());
        if (*whole)
            return **whole;
    }
    RowOutput output(m_output, console());
    output.arrangeBy(arrangement(run));
    const Result<qint64> written = output.write(m_session->project().path(), query(run));
    if (written || written.error().reason != Reason::DiskFull || !running)
        return written;
    running.reset(); // makes room
    return output.write(m_session->project().path(), query(run));
}

/// Rows of an import that could not be made, which the run itself remembers.
void RunCommand::addLostRows(store::RowReader &reader, store::RunId run)
{
    const auto runs = reader.runs();
    if (!runs)
        return;
    const auto info = std::ranges::find(*runs, run, &store::RunInfo::id);
    const QJsonArray lost = info == runs->end() ? QJsonArray() : info->counts[jobs::LostRows].toArray();
    for (const QJsonValue &row : lost) {
        const QString text = row["text"_L1].toString();
        m_inputFailures.push_back({text, row["line"_L1].toInt(), {Reason::BadLine, 0, text}});
    }
}

/// Lines of a list of searches that were none are no requests that failed.
void RunCommand::takeRefused(std::vector<store::WorkFailure> &failures)
{
    for (store::WorkFailure &failure : failures) {
        if (vacancies::ListedRef::isOne(failure.ref)) // what tells units of two queries apart is no address
            failure.url = failure.url.section(u'#', 0, 0);
    }
    std::erase_if(failures, [this](const store::WorkFailure &failure) {
        const bool isRefused = failure.kind == vacancies::RefusedQueryKind;
        if (isRefused)
            m_inputFailures.push_back(
                {failure.url.left(failure.url.lastIndexOf(u" ("_s)), failure.depth, failure.error});
        return isRefused;
    });
}

void RunCommand::addTotals(QJsonObject &summary, store::RowReader &reader, store::RunId run)
{
    const auto totals = QueryTotals::read(reader, m_session->project().path(), run);
    if (!totals) {
        console().complain(totals.error());
        return;
    }
    for (auto total = totals->begin(); total != totals->end(); ++total)
        summary[total.key()] = total.value();
}

int RunCommand::notWritten(const Error &error)
{
    if (error.reason == Reason::Cancelled)
        return Interrupted;
    console().complain(error);
    return NotStored;
}

int RunCommand::status(const jobs::Progress &last, qint64 rows, size_t failures) const
{
    if (isStorage(last.error.reason))
        return NotStored;
    if (m_interrupted)
        return Interrupted;
    const bool failed = failures > 0 || last.error.reason != Reason::None;
    if (!failed)
        return m_inputFailures.empty() && isAsAsked() ? Done : DoneWithFailures;
    return hasResult(rows) ? DoneWithFailures : NothingGot;
}

/// Only what somebody may want: a run that can go on, or rows.
void RunCommand::keepTemporary()
{
    const auto reader = m_session->project().reader();
    const auto work = reader ? (*reader)->workCounts(m_run->id()) : std::unexpected(reader.error());
    const auto rows = reader ? (*reader)->count(query(m_run->id())) : std::unexpected(reader.error());
    const bool goesOn = work && work->pending > 0;
    if (work && rows && !goesOn && *rows == 0)
        return;
    m_temporary->setAutoRemove(false);
    const QString path = QDir::toNativeSeparators(m_session->project().path());
    console().say(goesOn ? tr("What was read is kept in %1; \"linnet-cli resume\" goes on with it.").arg(path)
                         : tr("What was read is kept in %1; \"linnet-cli export\" writes it.").arg(path));
}

} // namespace linnet::cli
