// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/saved/datedfile.h"

#include <QDir>
#include <QFileInfo>

namespace linnet::session {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype LongestName = 80;

/// As every system takes it for a file.
QString fileName(const SavedSearch &search)
{
    QString name = search.name.left(LongestName);
    for (QChar &c : name) {
        if (!c.isPrint() || u"/\\:*?\"<>|"_s.contains(c))
            c = u' ';
    }
    name = name.simplified();
    while (name.endsWith(u'.') || name.endsWith(u' '))
        name.chop(1);
    return name.isEmpty() ? u"search %1"_s.arg(search.number) : name;
}

} // namespace

Result<QString> datedFile(const QString &folder, const SavedSearch &search, const QDateTime &now)
{
    const QDir base(folder);
    const QString day = now.date().toString(Qt::ISODate);
    if (folder.isEmpty() || !base.exists() || !base.mkpath(day))
        return fail(Reason::Io, QDir::toNativeSeparators(folder.isEmpty() ? folder : base.filePath(day)));
    const QString stem = base.filePath(day) + u'/' + fileName(search);
    if (!QFileInfo::exists(stem + u".xlsx"_s))
        return stem + u".xlsx"_s;
    return stem + now.time().toString(u" HH-mm-ss"_s) + u".xlsx"_s;
}

} // namespace linnet::session
