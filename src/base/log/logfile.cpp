// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/log/logfile.h"

#include "base/privatefile.h"

#include <QFile>
#include <QFileInfo>

namespace linnet {

using namespace Qt::Literals::StringLiterals;

namespace {

QStringList linesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
}

} // namespace

LogFile::LogFile(const QString &folder, qint64 largest)
    : m_path(folder + u'/' + QString::fromUtf16(Name))
    , m_largest(largest)
{
}

QString LogFile::olderPath() const
{
    return m_path + u".1"_s;
}

void LogFile::write(const QString &line)
{
    const QByteArray bytes = line.toUtf8() + '\n';
    const QMutexLocker lock(&m_mutex);
    const qint64 size = QFileInfo(m_path).size();
    if (size > 0 && size + bytes.size() > m_largest) {
        QFile::remove(olderPath());
        if (!QFile::rename(m_path, olderPath()))
            QFile::remove(m_path);
    }
    if (!QFile::exists(m_path))
        makePrivateFolder(QFileInfo(m_path).path());
    QFile file(m_path);
    // In one piece, as others may write at the same moment.
    if (createPrivateFile(m_path) && file.open(QIODevice::Append | QIODevice::Unbuffered))
        file.write(bytes);
}

QStringList LogFile::last(int lines) const
{
    const QMutexLocker lock(&m_mutex);
    const QStringList all = linesOf(olderPath()) + linesOf(m_path);
    return all.mid(std::max<qsizetype>(0, all.size() - lines));
}

} // namespace linnet
