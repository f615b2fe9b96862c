// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/run/runpresenter.h"

#include "base/errortext.h"
#include "gui/widgets/duration.h"

#include <QLocale>

#include <algorithm>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;
using jobs::Hold;
using jobs::Progress;
using store::RunState;

namespace {

QString number(qint64 value)
{
    return QLocale().toString(value);
}

/// Somebody or something ended the run before everything was asked.
bool isEarly(const Progress &progress)
{
    return progress.state == RunState::Stopped && progress.stoppedBy != "limit"_L1;
}

} // namespace

RunPresenter::RunPresenter(RunWords words)
    : m_words(std::move(words))
{
}

int RunPresenter::plural(qint64 value)
{
    return int(std::clamp<qint64>(value, 0, 2'000'000'000));
}

// Progress counts lists and ads together. An ad becomes a row when its list is read, so what is known beyond
// the rows are the lists.
RunPresenter::Count RunPresenter::count(const Progress &progress, Reading reading)
{
    switch (reading) {
    case Reading::Details: {
        const qint64 lists = std::max<qint64>(0, progress.unitsKnown - progress.rows);
        return {std::clamp<qint64>(progress.unitsDone - lists, 0, progress.rows),
                std::max<qint64>({progress.reachable, progress.rows, 0})};
    }
    case Reading::Lists:
        return {progress.rows, std::max<qint64>(progress.reachable, progress.rows)};
    case Reading::Mixed:
    case Reading::Units:
        break;
    }
    return {progress.unitsDone, progress.unitsKnown};
}

RunView RunPresenter::view(const Progress &progress, Reading reading, qint64 nowUtcMs,
                           const RunOutcome &outcome) const
{
    RunView result;
    result.status = statusText(progress, reading);
    if (progress.isOver()) {
        result.permille = 1000;
        result.notice = endText(progress, reading);
        const bool isClean = progress.state == RunState::Finished && progress.failed == 0;
        if (!outcome.text.isEmpty())
            result.notice =
                progress.rows == 0 && isClean ? outcome.text : result.notice + u' ' + outcome.text;
        const bool nothing = progress.rows == 0 && progress.failed > 0;
        const bool refused = progress.stoppedBy == "auth"_L1;
        result.offersOther = refused;
        result.canGoOn = progress.state == RunState::Stopped;
        if (refused || nothing)
            result.tone = RunView::Tone::Bad;
        else if ((progress.failed > 0 && !m_words.failuresAreResults) || !outcome.isGood || isEarly(progress))
            result.tone = RunView::Tone::Warning;
        else
            result.tone = RunView::Tone::Good;
        result.quiet = result.tone == RunView::Tone::Good && progress.state == RunState::Finished &&
                       progress.rows > 0 && remarks(progress).isEmpty();
        return result;
    }
    const bool knowsEnd = progress.reachable >= 0 || reading == Reading::Units;
    if (progress.share >= 0)
        result.permille = int(std::clamp(progress.share * 1000, 0.0, 1000.0));
    else if (const Count now = count(progress, reading); now.total > 0 && knowsEnd)
        result.permille = int(std::clamp<qint64>(now.done * 1000 / now.total, 0, 1000));
    result.canFinish = true;
    result.canResume = progress.hold == Hold::User || progress.hold == Hold::Failures;
    result.canPause = !result.canResume;
    result.canRetryNow = progress.hold == Hold::Captcha ||
                         progress.hold == Hold::Round; // a server that asked to wait is obeyed
    result.notice = holdText(progress, nowUtcMs);
    if (progress.hold != Hold::None && progress.hold != Hold::User)
        result.tone = progress.hold == Hold::Storage ? RunView::Tone::Bad : RunView::Tone::Warning;
    if (progress.hold == Hold::Captcha)
        result.captcha = QUrl(progress.captchaUrl);
    return result;
}

QString RunPresenter::statusText(const Progress &progress, Reading reading) const
{
    if (progress.isOver())
        return m_words.rows(progress.rows);
    if (progress.unitsDone == 0 && progress.rows == 0)
        return m_words.beginning;
    const Count now = count(progress, reading);
    QString read = m_words.rows(progress.rows);
    if (progress.share >= 0)
        read += tr(" · %1% of the file").arg(int(progress.share * 100));
    else if (reading == Reading::Details && now.total > 0)
        read = tr("details read: %1 of %2").arg(number(now.done), number(now.total));
    else if (reading == Reading::Lists && progress.reachable > 0)
        read = tr("read: %1 of %2").arg(number(now.done), number(now.total));
    else if (reading == Reading::Mixed && progress.reachable > progress.rows)
        read = tr("read: %1 of %2").arg(number(progress.rows), number(progress.reachable));
    else if (reading == Reading::Units)
        read = m_words.asked.arg(number(now.done), number(now.total));
    if (progress.hold != Hold::None || progress.remainingMs < 0)
        return read;
    return tr("%1 · about %2 left").arg(read, durationText(std::chrono::milliseconds(progress.remainingMs)));
}

QString RunPresenter::holdText(const Progress &progress, qint64 nowUtcMs) const
{
    switch (progress.hold) {
    case Hold::None:
        return {};
    case Hold::User:
        return tr("Paused. Nothing is asked until you continue.");
    case Hold::Server: {
        const int seconds = plural((progress.waitUntilUtcMs - nowUtcMs + 999) / 1000);
        if (seconds == 0)
            return tr("The server asked to wait. Going on in a moment.");
        return tr("The server asked to wait %n s. Linnet goes on by itself.", nullptr, seconds);
    }
    case Hold::Unreachable:
        return tr("The server does not answer. Linnet tries again from time to time and goes on by itself.");
    case Hold::Captcha:
        return m_words.captcha;
    case Hold::Failures:
        return tr("Paused, because %1 keeps failing: %2 Nothing is lost. Continue, choose a slower pace "
                  "first, "
                  "or finish here.")
            .arg(progress.errorUrl, ErrorText::sentence(progress.error));
    case Hold::Round:
        return tr("Everything was asked. The next round begins in %1.")
            .arg(durationText(
                std::chrono::milliseconds(std::max<qint64>(0, progress.waitUntilUtcMs - nowUtcMs))));
    case Hold::Storage:
        return tr("%1 Linnet waits and tries again by itself.").arg(ErrorText::sentence(progress.error));
    }
    return {};
}

QString RunPresenter::remarks(const Progress &progress) const
{
    QStringList parts;
    if (const QString own = m_words.remarks ? m_words.remarks(progress) : QString(); !own.isEmpty())
        parts << own;
    if (progress.failed > 0 && !m_words.failuresAreResults)
        parts << (m_words.failures
                      ? m_words.failures(progress)
                      : tr("%Ln request(s) failed, see Problems.", nullptr, plural(progress.failed)));
    return parts.join(u' ');
}

QString RunPresenter::earlyText(const Progress &progress, Reading reading, const QString &rows)
{
    // Of lists and details together people count the ads.
    const Count read = count(progress, reading == Reading::Mixed ? Reading::Lists : reading);
    if (read.total <= read.done)
        return tr("Finished here as you wished: %1 kept.").arg(rows);
    return tr("Finished early: %1 kept, %2 of %3 read.").arg(rows, number(read.done), number(read.total));
}

QString RunPresenter::endText(const Progress &progress, Reading reading) const
{
    const QString rows = m_words.rows(progress.rows);
    QString first;
    if (progress.stoppedBy == "auth"_L1)
        first = ErrorText::sentence({Reason::AuthRequired, progress.error.status, {}});
    else if (progress.stoppedBy == "captcha"_L1)
        first = tr("Stopped, because the captcha was not passed: %1 kept.").arg(rows);
    else if (progress.state == RunState::Stopped && progress.error.reason != Reason::None)
        first = tr("Stopped: %1").arg(ErrorText::sentence(progress.error));
    else if (progress.stoppedBy == "user"_L1)
        first = earlyText(progress, reading, rows);
    else if (progress.rows == 0 && progress.failed > 0)
        first = progress.error.reason == Reason::None ? tr("Nothing could be read.")
                                                      : ErrorText::sentence(progress.error);
    else if (progress.rows == 0)
        first = m_words.nothingFound;
    else
        first = tr("Finished in %1: %2.")
                    .arg(exactDurationText(std::chrono::milliseconds(progress.elapsedMs)), rows);
    const QString more = remarks(progress);
    return more.isEmpty() ? first : first + u' ' + more;
}

QString RunPresenter::stateText(RunState state, const QString &stoppedBy)
{
    switch (state) {
    case RunState::Running:
        return tr("running");
    case RunState::Paused:
        return tr("paused");
    case RunState::Finished:
        return tr("finished");
    case RunState::Stopped:
        break;
    }
    if (stoppedBy == "captcha"_L1)
        return tr("stopped by a captcha");
    return stoppedBy == "auth"_L1 ? tr("refused: no access token") : tr("finished early");
}

QString RunPresenter::paceText(const Progress &progress)
{
    if (progress.isOver() || progress.hold != Hold::None || progress.elapsedMs < 2000 ||
        progress.requests < 2)
        return {};
    const double perSecond = double(progress.requests) * 1000.0 / double(progress.elapsedMs);
    return tr("%1 a second").arg(QLocale().toString(perSecond, 'f', 1));
}

} // namespace linnet::gui
