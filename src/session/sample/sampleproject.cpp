// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sample/sampleproject.h"

#include "base/privatefile.h"
#include "exports/file/fileerror.h"
#include "net/transfer/zstdunpacker.h"
#include "session/sample/samplewords.h"
#include "store/project/unsavedprojects.h"

#include <QDir>
#include <QFile>

#include <cerrno>

// Outside of namespaces, as the macro wants it.
static void initSampleResource()
{
    Q_INIT_RESOURCE(sample);
}

namespace linnet::session {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto SampleEnding = ".linnet"_L1;

Result<void> unpackTo(const QString &path)
{
    initSampleResource();
    QFile packed(u":/sample/sample.linnet.zst"_s);
    if (!packed.open(QIODevice::ReadOnly))
        return fail(Reason::Io, packed.errorString());
    constexpr qint64 Most = 64 * 1024 * 1024; // bytes; it has a few millions
    QByteArray bytes;
    if (net::ZstdUnpacker().feed(packed.readAll(), bytes, Most) != net::Unpacker::State::End)
        return fail(Reason::BadFile, packed.fileName());
    QFile file(path);
    errno = 0;
    if (!createPrivateFile(path) || !file.open(QIODevice::WriteOnly | QIODevice::Truncate) ||
        file.write(bytes) != bytes.size() || !file.flush())
        return std::unexpected(exports::deviceError(file, errno));
    return {};
}

} // namespace

Result<QString> SampleProject::makeIn(const QString &folder)
{
    makePrivateFolder(folder);
    const QDir place(folder);
    for (const QString &name : place.entryList({u'*' + SampleEnding}, QDir::Files))
        store::UnsavedProjects::remove(place.filePath(name));
    //: Name of a file
    const QString name = tr("Sample project");
    QString path = place.filePath(name + SampleEnding);
    for (int i = 2; QFile::exists(path); ++i)
        path = place.filePath(u"%1 (%2)"_s.arg(name).arg(i) + SampleEnding);
    if (const Result<void> written = write(path); !written)
        return std::unexpected(written.error());
    return path;
}

Result<void> SampleProject::write(const QString &path)
{
    if (const Result<void> unpacked = unpackTo(path); !unpacked)
        return unpacked;
    store::Writer writer(path);
    if (!writer.isOpen())
        return writer.isOpen();
    const auto reader = store::RowReader::open(path);
    if (!reader)
        return std::unexpected(reader.error());
    const Result<void> worded = SampleWords(**reader, writer).write();
    const Result<void> closed = writer.close();
    // The copy from before an upgrade is of use to nobody.
    if (!writer.copyOfBefore().isEmpty())
        QFile::remove(writer.copyOfBefore());
    return worded ? closed : worded;
}

} // namespace linnet::session
