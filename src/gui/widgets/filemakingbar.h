// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QWidget>

#include <functional>

class QFileInfo;
class QLabel;
class QProgressBar;
class QPushButton;

namespace linnet::gui {

/// What people call a thing, fit for the name of a file; may be "".
QString plainFileName(QString name);

/// The end of a dialog that makes a file: what was said of it, how far it is, buttons to make it, to give up
/// or close, and to open what was made. GUI thread.
class FileMakingBar : public QWidget
{
    Q_OBJECT

public:
    FileMakingBar(const QString &makeText, const QString &progressName, QWidget *parent);

    void setCanMake(bool can);
    void say(const QString &text, bool isError);
    /// Calls go() when a file can be made there, after a question when there is one already; else says why
    /// not. wrongEnding: what is wrong with the ending of the path, "" = nothing.
    void check(const QFileInfo &file, const QString &wrongEnding, const std::function<void()> &go);

    void begin();
    void showProgress(qint64 done, qint64 total); ///< total 0 = not known yet
    /// bytes: the size of the file, or why there is none. notices: what else is to be said.
    void finish(const Result<qint64> &bytes, const QString &path, const QStringList &notices = {});

Q_SIGNALS:
    void makeAsked();
    void closeAsked(); ///< or to give up what runs

private:
    void setRunning(bool isRunning);

    QLabel *m_message;
    QProgressBar *m_progress;
    QPushButton *m_openFile;
    QPushButton *m_openFolder;
    QPushButton *m_close;
    QPushButton *m_make;
    QString m_made; ///< the file that was made last
    bool m_canMake = false;
    bool m_isRunning = false;
};

} // namespace linnet::gui
