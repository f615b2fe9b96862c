// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMutex>
#include <QString>
#include <QStringList>

namespace linnet {

/// A file of lines that never grows beyond a size: what is older goes to a second one, and what is older than
/// that is dropped. It is not held open, so that several programs may write it and anybody may remove it.
/// Where it cannot be written nothing happens. Any thread.
class LogFile
{
public:
    static constexpr qint64 Largest = 1'000'000; ///< bytes of each of the two files
    static constexpr char16_t Name[] = u"linnet.log";

    /// In this folder, which is made with the first line.
    explicit LogFile(const QString &folder, qint64 largest = Largest);

    void write(const QString &line);
    /// The last lines of both files, oldest first.
    QStringList last(int lines) const;

    const QString &path() const { return m_path; }
    QString olderPath() const;

private:
    QString m_path;
    qint64 m_largest;
    mutable QMutex m_mutex;
};

} // namespace linnet
