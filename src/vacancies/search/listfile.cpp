// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/search/listfile.h"

#include "base/jsonrecords.h"
#include "base/places.h"
#include "net/rules/retryafter.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>

namespace linnet::vacancies::listfile {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype PieceBytes = 8 * 1024 * 1024;
constexpr qsizetype LongestField = 1000;
const QString Again = u"fetch-"_s;

/// The fields of the answer that gave the file, a line each.
QString seenOf(const QString &path)
{
    return path + ".seen"_L1;
}

/// Other bytes have another one.
QString stampOf(const QFileInfo &file)
{
    return QString::number(file.size(), 36) + u'x' +
           QString::number(file.lastModified().toMSecsSinceEpoch(), 36);
}

QString nameOf(const JsonRecords::Place &place, const QString &stamp)
{
    return u"%1-%2-%3"_s.arg(place.offset).arg(QLatin1StringView(place.open.toHex()), stamp);
}

net::HeaderFields seen(const QString &path)
{
    net::HeaderFields fields;
    QFile file(seenOf(path));
    if (!file.open(QIODevice::ReadOnly))
        return fields;
    for (const QByteArray &line : file.read(4 * LongestField).split('\n')) {
        if (const qsizetype colon = line.indexOf(':'); colon > 0)
            fields.emplaceBack(line.first(colon), line.sliced(colon + 1).trimmed());
    }
    return fields;
}

/// Not written, the file is asked for as a whole the next time.
void keep(const QString &path, const net::Response &response)
{
    QByteArray lines;
    for (const QByteArrayView name : {"ETag", "Last-Modified"}) {
        if (const QByteArray value = response.header(name); !value.isEmpty() && value.size() <= LongestField)
            lines += name.toByteArray() + ": " + value + '\n';
    }
    QFile file(seenOf(path));
    if (!file.open(QIODevice::WriteOnly) || file.write(lines) != lines.size()) {
        file.close();
        file.remove();
    }
}

/// By the server's own clock; empty for one of today.
QString ageNote(const QString &source, const QByteArray &modified, const QByteArray &date)
{
    const QDateTime today = QDateTime::currentDateTimeUtc();
    const QDateTime made = net::parseHttpDate(modified, today);
    const QDateTime now = net::parseHttpDate(date, today);
    if (!made.isValid() || made.daysTo(now.isValid() ? now : today) < 1)
        return {};
    return u"%1: its file is of %2, not of today"_s.arg(source, made.toString(Qt::ISODate));
}

void append(ListPage &to, ListPage &&from)
{
    std::ranges::move(from.vacancies, std::back_inserter(to.vacancies));
    std::ranges::move(from.leftOut, std::back_inserter(to.leftOut));
    to.unreadable += from.unreadable;
    to.notes += from.notes;
}

/// One broken record does not take the others with it.
ListPage readOneByOne(const std::vector<QByteArray> &records, const VacancySource &source, const Query &query,
                      const QUrl &base)
{
    ListPage all;
    for (const QByteArray &record : records) {
        if (auto one = source.parseList('[' + record + ']', query, base)) {
            append(all, std::move(*one));
        } else {
            ++all.unreadable;
            all.notes.append(one.error().detail);
        }
    }
    return all;
}

} // namespace

QString pathOf(const QUrl &address)
{
    const QString folder = Places::own().cache + "/lists"_L1;
    QDir().mkpath(folder);
    const QByteArray hash =
        QCryptographicHash::hash(address.toEncoded(QUrl::RemoveFragment), QCryptographicHash::Sha1).toHex();
    return folder + u'/' + QLatin1StringView(hash);
}

std::shared_ptr<QLockFile> lock(const QString &path)
{
    auto lock = std::make_shared<QLockFile>(path + ".lock"_L1);
    lock->setStaleLockTime(0); // a fetch may take hours; that of a program which has ended holds nothing
    return lock->tryLock() ? lock : nullptr;
}

net::HeaderFields ask(const QString &path)
{
    net::HeaderFields fields;
    if (!QFileInfo::exists(path))
        return fields;
    for (const auto &[name, value] : seen(path)) {
        if (name == "ETag")
            fields.emplaceBack("If-None-Match", value);
        else if (name == "Last-Modified")
            fields.emplaceBack("If-Modified-Since", value);
    }
    return fields;
}

ListPage fetched(const QString &path, const QString &source, const net::Response &response)
{
    if (response.status != 304)
        keep(path, response);
    ListPage page;
    page.next = nameOf({}, stampOf(QFileInfo(path)));
    if (const QString note =
            ageNote(source, net::headerValue(seen(path), "Last-Modified"), response.header("Date"));
        !note.isEmpty())
        page.notes.append(note);
    return page;
}

bool asksAgain(const QString &name)
{
    return name.startsWith(Again);
}

Result<ListPage> piece(const QString &path, const QString &name, const VacancySource &source,
                       const Query &query, const QUrl &base)
{
    const QString stamp = name.section(u'-', 2);
    if (const QFileInfo now(path); stampOf(now) != stamp) {
        ListPage again;
        again.next = Again + stamp;
        again.notes.append(
            u"%1: its file was replaced meanwhile and is read from its beginning"_s.arg(source.id()));
        return again;
    }
    const JsonRecords::Place place{name.section(u'-', 0, 0).toLongLong(),
                                   QByteArray::fromHex(name.section(u'-', 1, 1).toLatin1())};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || !file.seek(place.offset))
        return fail(Reason::Io, file.errorString());
    JsonRecords reader(file, JsonRecords::Shape::Arrays, place);
    std::vector<QByteArray> records;
    qsizetype bytes = 0;
    bool isLast = false;
    while (records.size() < size_t(PieceAds) && bytes < PieceBytes) {
        const auto record = reader.next();
        if (!record && records.empty()) {
            QFile::remove(seenOf(path));
            return fail(record.error().reason, u"%1: %2"_s.arg(source.id(), record.error().detail));
        }
        isLast = record && record->isNull();
        if (!record || isLast)
            break;
        records.push_back(record->toByteArray());
        bytes += record->size();
    }
    constexpr qint64 SmallFile = 1024 * 1024;
    if (isLast && records.empty() && place.offset == 0 && file.size() < SmallFile && file.seek(0)) {
        // Not a single record: the source knows whether this is its list.
        auto whole = source.parseList(file.readAll(), query, base);
        if (!whole) {
            QFile::remove(seenOf(path));
            return whole;
        }
    }
    QByteArray body = "[";
    for (const QByteArray &record : records)
        body += (body.size() > 1 ? "," : "") + record;
    auto read = source.parseList(body + ']', query, base);
    ListPage page = read ? std::move(*read) : readOneByOne(records, source, query, base);
    for (const LeftOut &ad : page.leftOut)
        ++page.onlyCounted[ad.rule];
    page.leftOut.clear();
    page.found = page.pages = -1;
    page.isLast = isLast;
    page.next = isLast ? QString() : nameOf(reader.place(), stamp);
    constexpr qsizetype MostNotes = 5;
    page.notes = page.notes.first(std::min(page.notes.size(), MostNotes));
    return page;
}

} // namespace linnet::vacancies::listfile
