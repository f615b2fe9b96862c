// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/currentdictionary.h"

#include "base/privatefile.h"

#include <QCryptographicHash>
#include <QFile>
#include <QMutex>
#include <QSaveFile>

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace linnet::vacancies {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QByteArrayView FirstLine = "# Linnet dictionary 1\n";

struct Shelf
{
    struct Entry
    {
        const Dictionary *current = nullptr; ///< null = not read yet
        DictionaryTags tags;
    };
    QMutex mutex;
    QString folder;
    std::map<Dictionary::Kind, Entry> entries;
    std::map<QString, QDate> askedOn;
    std::vector<std::unique_ptr<const Dictionary>> all; ///< those of before too: somebody may hold them
};

Shelf &shelf()
{
    static Shelf shelf;
    return shelf;
}

QByteArray digest(QByteArrayView text)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    hash.addData(text);
    return hash.result().toHex();
}

QString pathOf(const QString &folder, const QString &name)
{
    return folder + u'/' + name;
}

Result<void> write(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit())
        return {};
    return fail(Reason::Io, u"%1: %2"_s.arg(path, file.errorString()));
}

/// A line with the digest of all that follows, one for each tag, then the entries.
QByteArray fileOf(const Dictionary &dictionary, const DictionaryTags &tags)
{
    QByteArray rest;
    for (const QByteArray &tag : tags)
        rest += "#\t" + tag + '\n';
    rest += dictionary.toTsv();
    return FirstLine.toByteArray() + "# " + digest(rest) + '\n' + rest;
}

struct Kept
{
    Dictionary dictionary;
    DictionaryTags tags;
};

/// Nothing when the file is not whole.
std::optional<Kept> read(const QString &path)
{
    constexpr qsizetype DigestLine = 2 + 40 + 1;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray content = file.readAll();
    if (!content.startsWith(FirstLine) || content.size() < FirstLine.size() + DigestLine)
        return {};
    const QByteArray told = content.sliced(FirstLine.size() + 2, 40);
    const QByteArrayView rest = QByteArrayView(content).sliced(FirstLine.size() + DigestLine);
    if (digest(rest) != told)
        return {};
    Kept kept{Dictionary::fromTsv(content), {}};
    qsizetype from = 0;
    for (QByteArray &tag : kept.tags) {
        const qsizetype end = rest.indexOf('\n', from);
        tag = rest.sliced(from + 2, end - from - 2).toByteArray();
        from = end + 1;
    }
    return kept;
}

/// The mutex is locked.
Shelf::Entry &entryOf(Shelf &shelf, Dictionary::Kind kind)
{
    Shelf::Entry &entry = shelf.entries[kind];
    if (entry.current)
        return entry;
    Dictionary dictionary = Dictionary::load(kind);
    const QString name = Dictionary::nameOf(kind) + ".tsv"_L1;
    if (auto kept = shelf.folder.isEmpty() ? std::nullopt : read(pathOf(shelf.folder, name))) {
        kept->dictionary.rememberFrom(dictionary);
        dictionary = std::move(kept->dictionary);
        entry.tags = kept->tags;
    }
    entry.current = shelf.all.emplace_back(std::make_unique<const Dictionary>(std::move(dictionary))).get();
    return entry;
}

} // namespace

void setDictionaryFolder(const QString &dataFolder)
{
    const QString folder = dataFolder.isEmpty() ? QString() : dataFolder + u"/dictionaries"_s;
    const QMutexLocker lock(&shelf().mutex);
    if (shelf().folder == folder)
        return;
    shelf().folder = folder;
    shelf().entries.clear();
    shelf().askedOn.clear();
}

const Dictionary &currentDictionary(Dictionary::Kind kind)
{
    const QMutexLocker lock(&shelf().mutex);
    return *entryOf(shelf(), kind).current;
}

DictionaryTags dictionaryTags(Dictionary::Kind kind)
{
    const QMutexLocker lock(&shelf().mutex);
    return entryOf(shelf(), kind).tags;
}

Result<void> keepDictionary(Dictionary::Kind kind, Dictionary dictionary, const DictionaryTags &tags)
{
    QMutexLocker lock(&shelf().mutex);
    Shelf::Entry &entry = entryOf(shelf(), kind);
    dictionary.rememberFrom(*entry.current);
    const Dictionary &kept =
        *shelf().all.emplace_back(std::make_unique<const Dictionary>(std::move(dictionary)));
    entry = {&kept, tags};
    const QString folder = shelf().folder;
    lock.unlock(); // who wants a name does not wait for the disk
    if (folder.isEmpty())
        return {};
    makePrivateFolder(folder);
    return write(pathOf(folder, Dictionary::nameOf(kind) + ".tsv"_L1), fileOf(kept, tags));
}

bool takeDictionaryDay(const QString &sourceId, QDate day)
{
    QMutexLocker lock(&shelf().mutex);
    const QString folder = shelf().folder;
    const QString path = pathOf(folder, sourceId + ".asked"_L1);
    QDate &askedOn = shelf().askedOn[sourceId];
    if (QFile file(path); !askedOn.isValid() && !folder.isEmpty() && file.open(QIODevice::ReadOnly))
        askedOn = QDate::fromString(QString::fromLatin1(file.read(10)), Qt::ISODate);
    if (askedOn == day)
        return false;
    askedOn = day;
    lock.unlock();
    if (!folder.isEmpty()) {
        makePrivateFolder(folder);
        (void)write(path, day.toString(Qt::ISODate).toLatin1()); // else it is asked again after a restart
    }
    return true;
}

} // namespace linnet::vacancies
