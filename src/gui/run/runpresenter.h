// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/run/runwords.h"

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

    QString status;     ///< beside the bar: "details read: 742 of 1,840 · about 4 min left"
    int permille = -1;  ///< of the bar; -1 = moving without an end in sight
    QString notice;     ///< a sentence of its own: what holds the run up or how it ended; may be empty
    bool quiet = false; ///< the notice is good news that needs no line of its own
    Tone tone = Tone::Calm;
    bool canPause = false;
    bool canResume = false;
    bool canFinish = false;
    bool canRetryNow = false;
    QUrl captcha;             ///< to be opened in a browser
    bool offersOther = false; ///< the same search on a source without a token makes sense
    bool canGoOn = false;     ///< it is over, but not everything was asked
};

/// What the rows of a run that is over have shown, when their number alone says too little.
struct RunOutcome
{
    QString text; ///< a sentence; "" = nothing; it is all that is said of a run that has no rows to bring
    bool isGood = true;
};

/// How the progress of a run is counted: by rows that lists bring; by details that are read after the lists,
/// for every row or for some; or by units of work.
enum class Reading : quint8
{
    Lists,
    Details,
    Mixed,
    Units
};

/// Turns the numbers of a run into sentences.
class RunPresenter
{
    Q_DECLARE_TR_FUNCTIONS(linnet::gui::RunPresenter)

public:
    explicit RunPresenter(RunWords words);

    const RunWords &words() const { return m_words; }
    /// `nowUtcMs`: wall clock, for the countdown of a wait.
    RunView view(const jobs::Progress &progress, Reading reading, qint64 nowUtcMs,
                 const RunOutcome &outcome = {}) const;

    /// "finished", "paused", "stopped: captcha"; for the navigator.
    static QString stateText(store::RunState state, const QString &stoppedBy);
    /// The pace really reached: "4.9 a second"; empty while that means nothing.
    static QString paceText(const jobs::Progress &progress);
    /// A number for a plural form.
    static int plural(qint64 value);

private:
    struct Count
    {
        qint64 done = 0;
        qint64 total = 0; ///< 0 = not known yet
    };
    static Count count(const jobs::Progress &progress, Reading reading);
    QString statusText(const jobs::Progress &progress, Reading reading) const;
    QString holdText(const jobs::Progress &progress, qint64 nowUtcMs) const;
    QString endText(const jobs::Progress &progress, Reading reading) const;
    static QString earlyText(const jobs::Progress &progress, Reading reading, const QString &rows);
    QString remarks(const jobs::Progress &progress) const;

    RunWords m_words;
};

} // namespace linnet::gui
