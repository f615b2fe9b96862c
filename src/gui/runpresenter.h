// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/progress.h"

#include <QCoreApplication>
#include <QUrl>

namespace linnet::gui {

/// What the window says about a run just now, and what can be done about it.
struct RunView
{
    enum class Tone : quint8
    {
        Calm,
        Good,
        Warning,
        Bad
    };

    QString status;    ///< beside the bar: "details read: 742 of 1,840 · about 4 min left"
    int permille = -1; ///< of the bar; -1 = moving without an end in sight
    QString notice;    ///< a sentence of its own: what holds the run up or how it ended; may be empty
    Tone tone = Tone::Calm;
    bool canPause = false;
    bool canResume = false;
    bool canFinish = false;
    bool canRetryNow = false;
    QUrl captcha;             ///< to be opened in a browser
    bool offersOther = false; ///< the same search on a source without a token makes sense
    bool canGoOn = false;     ///< it is over, but not everything was asked
};

/// What a run reads after the lists: nothing more, every ad, or every ad of some of its sources.
enum class Reading : quint8
{
    Lists,
    Details,
    Mixed
};

/// Turns the numbers of a run into sentences.
class RunPresenter
{
    Q_DECLARE_TR_FUNCTIONS(linnet::gui::RunPresenter)

public:
    /// `nowUtcMs`: wall clock, for the countdown of a wait.
    static RunView view(const jobs::Progress &progress, Reading reading, qint64 nowUtcMs);

    /// "1,840 vacancies" in the navigator and elsewhere.
    static QString rowsText(qint64 rows);
    /// "finished", "paused", "stopped: captcha"; for the navigator.
    static QString stateText(store::RunState state, const QString &stoppedBy);
    /// The pace really reached: "4.9 a second"; empty while that means nothing.
    static QString paceText(const jobs::Progress &progress);

private:
    struct Count
    {
        qint64 done = 0;
        qint64 total = 0; ///< 0 = not known yet
    };
    static Count count(const jobs::Progress &progress, Reading reading);
    static QString statusText(const jobs::Progress &progress, Reading reading);
    static QString holdText(const jobs::Progress &progress, qint64 nowUtcMs);
    static QString endText(const jobs::Progress &progress);
    static QString remarks(const jobs::Progress &progress);
};

} // namespace linnet::gui
