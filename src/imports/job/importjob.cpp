// SPDX-License-Identifier: GPL-3.0-or-later
#include "imports/job/importjob.h"

#include "base/clock.h"
#include "base/places.h"
#include "jobs/lostrows.h"
#include "net/hostkey.h"
#include "store/project/project.h"
#include "store/read/addressreader.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QtConcurrentRun>

#include <algorithm>
#include <utility>

namespace linnet::imports {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString FetchKind = u"import/fetch"_s;
const QString ReadKind = u"import/read"_s;
constexpr qint64 LargestFile = qint64(16) * 1024 * 1024 * 1024;

/// The work of reading a part: file and place.
store::WorkAdd readWork(size_t source, const QString &path, const RecordPlace &begin)
{
    return {.key = u"%1#%2%3"_s.arg(path).arg(begin.offset).arg(QLatin1StringView(begin.state)),
            .kind = ReadKind,
            .host = {},
            .ref = QString::number(source)};
}

RecordPlace beginOf(const store::WorkItem &item)
{
    const QString place = item.key.sliced(item.key.lastIndexOf(u'#') + 1);
    const auto isDigit = [](QChar letter) { return letter >= u'0' && letter <= u'9'; };
    const qsizetype digits = std::ranges::find_if_not(place, isDigit) - place.begin();
    return {place.first(digits).toLongLong(), place.sliced(digits).toLatin1()};
}

} // namespace

ImportJob::ImportJob(jobs::JobContext context, ImportSpec spec, jobs::RequestSpec requests, QObject *parent)
    : EngineJob(context, std::move(requests), *spec.table, parent)
    , m_spec(std::move(spec))
    , m_sources(m_spec.files.size())
{
    // Not before all of it is committed: a crash would read the last part again.
    connect(this, &Job::ended, this, [this](const jobs::Progress &last) {
        if (last.state == store::RunState::Finished && last.failed == 0)
            removeFetched();
    });
}

ImportJob::~ImportJob() = default;

std::vector<store::WorkAdd> ImportJob::firstWork()
{
    m_isNew = true;
    std::vector<store::WorkAdd> work;
    for (size_t i = 0; i < m_spec.files.size(); ++i) {
        const ImportSpec::File &file = m_spec.files[i];
        if (!file.path.isEmpty())
            work.push_back(readWork(i, file.path, {}));
        else
            work.push_back({.key = file.url.toString(QUrl::FullyEncoded),
                            .kind = FetchKind,
                            .host = net::HostKey(file.url).toString(),
                            .ref = QString::number(i)});
    }
    return work;
}

void ImportJob::restore(const QJsonObject &counts)
{
    m_records = counts["offered"_L1].toInteger();
    m_unreadable = counts["left_out"_L1]["unreadable"_L1].toInteger();
    m_unreadCells = counts["unread_cells"_L1].toInteger();
    m_repeated = counts["repeated"_L1].toInteger();
    m_lost = counts[jobs::LostRows].toArray();
    const QJsonArray read = counts["read"_L1].toArray();
    for (qsizetype i = 0; i < std::min(read.size(), qsizetype(m_sources.size())); ++i)
        m_sources[size_t(i)].fraction = read[i].toDouble();
    m_before = {share(), counts["elapsed_ms"_L1].toInteger()};
}

QStringList ImportJob::kindsAt(const QString &host)
{
    return {host.isEmpty() ? ReadKind : FetchKind};
}

bool ImportJob::knows(const QString &kind) const
{
    return kind == FetchKind || kind == ReadKind;
}

bool ImportJob::isHostless(const QString &kind) const
{
    return kind == ReadKind;
}

size_t ImportJob::sourceOf(const store::WorkItem &item) const
{
    return std::min(size_t(item.ref.toULongLong()), m_sources.size() - 1);
}

QString ImportJob::pathOf(size_t source) const
{
    const ImportSpec::File &file = m_spec.files[source];
    if (!file.path.isEmpty())
        return file.path;
    const QString name = u"%1 %2 %3"_s.arg(context().project.path()).arg(context().run).arg(source);
    const QByteArray hash = QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha1).toHex();
    return Places::own().cache + u"/imports/"_s + QLatin1StringView(hash);
}

net::Request ImportJob::request(const store::WorkItem &item) const
{
    net::Request request;
    request.url = m_spec.files[sourceOf(item)].url;
    request.toFile = pathOf(sourceOf(item));
    request.maxBody = LargestFile;
    return request;
}

void ImportJob::onAnswer(Answer answer)
{
    const int status = answer.response.status;
    if (status < 200 || status >= 300) {
        onFailure(answer.item, answer.response.attempts, {Reason::HttpStatus, status, {}});
        return;
    }
    store::Unit fetched = endOf(answer);
    const size_t source = sourceOf(answer.item);
    fetched.newWork.push_back(readWork(source, answer.item.key, {}));
    post(std::move(fetched));
}

jobs::WorkJob::Begun ImportJob::beginItem(const store::WorkItem &item)
{
    const size_t index = sourceOf(item);
    if (item.kind == FetchKind) {
        QDir().mkpath(QFileInfo(pathOf(index)).path());
        return EngineJob::beginItem(item);
    }
    Source &source = m_sources[index];
    const ImportSpec::File &file = m_spec.files[index];
    if (!source.file && !file.path.isEmpty()) {
        if (const auto same = file.checkUnchanged(); !same) {
            onFailure(item, 1, same.error());
            return Begun::Ended;
        }
    }
    const RecordPlace begin = beginOf(item);
    const bool isRead = source.ahead.isValid() && source.aheadFrom == begin;
    QFuture<Part> part = isRead ? std::exchange(source.ahead, {}) : read(index, begin);
    part.then(this, [this, item](const Part &came) { onPart(item, *came); });
    return Begun::Yes;
}

QFuture<ImportJob::Part> ImportJob::read(size_t source, const RecordPlace &begin)
{
    std::shared_ptr<ImportFile> &file = m_sources[source].file;
    if (!file)
        file = std::make_shared<ImportFile>(pathOf(source), m_spec.files[source].title(), m_spec.table,
                                            m_spec.choice);
    const QString now = context().clock.utc().toString(Qt::ISODate);
    const bool wantsPast = !m_isNew && !m_past;
    return QtConcurrent::run([file, begin, now, wantsPast, project = context().project.path(),
                              run = context().run, schema = m_spec.table] {
        auto read = std::make_shared<Read>();
        if (wantsPast)
            read->past = readPast(project, run, *schema);
        read->part = file->read(begin, now);
        return read;
    });
}

std::shared_ptr<ImportJob::Past> ImportJob::readPast(const QString &project, store::RunId run,
                                                     const table::Schema &schema)
{
    auto past = std::make_shared<Past>();
    auto keys = RowKeys::read(project, run, schema);
    if (keys)
        past->keys = std::move(*keys);
    else
        past->error = keys.error();
    if (schema.identity == table::Identity::Key)
        return past;
    const auto read =
        store::AddressReader(project, run).each([&](const store::AddressReader::Address &known) {
            const std::string_view url(known.url.data(), size_t(known.url.size()));
            past->addresses.restore(std::uint32_t(known.number), links::Frontier::keyOf(url), false);
        });
    if (!read)
        past->error = read.error();
    return past;
}

void ImportJob::takeNotes(size_t source, ImportPart &part)
{
    constexpr qsizetype MostLost = 200;
    const QString title = m_spec.files[source].title();
    m_records += part.records;
    m_unreadable += part.unreadRows;
    m_unreadCells += part.unreadCells;
    m_sources[source].unreadCells += part.unreadCells;
    for (const QString &text : std::as_const(part.notes))
        note(title + u": "_s + text);
    for (const ImportPart::Lost &lost : part.lost) {
        if (m_lost.size() < MostLost)
            m_lost.append(
                QJsonObject{{"text"_L1, QString(title + u": "_s + lost.text)}, {"line"_L1, lost.line}});
    }
}

/// Addresses of crawls are stored by number.
void ImportJob::giveNumbers(store::RowWrite &row, store::Unit &unit)
{
    for (size_t i = 0; i < row.cells.size(); ++i) {
        if (row.schema->columns[i].storage != table::Storage::Address || table::isNull(row.cells[i]))
            continue;
        const QByteArray url = table::toText(row.cells[i]).toUtf8();
        const auto key = links::Frontier::keyOf({url.constData(), size_t(url.size())});
        std::uint32_t number = m_past->addresses.find(key).number;
        if (number == 0) {
            number = m_past->addresses.add(key, false);
            unit.addresses.push_back({number, url});
        }
        row.cells[i] = qint64(number);
    }
}

void ImportJob::takeRows(size_t source, ImportPart &part, store::Unit &unit)
{
    if (part.places.size() != part.rows.size()) { // records of sources: one that comes again is the same
        unit.rows = std::move(part.rows);
        return;
    }
    const bool hasKeys = m_spec.table->identity == table::Identity::Key;
    for (size_t i = 0; i < part.rows.size(); ++i) {
        store::RowWrite &row = part.rows[i];
        const QString key = hasKeys ? row.key : table::toText(row.cells.front());
        if (!m_past->keys.add(key)) {
            ++m_repeated;
            ++m_sources[source].repeated;
            if (!hasKeys)
                continue; // an address has one row
            row.key = u"%1 #%2:%3"_s.arg(key).arg(source + 1).arg(part.places[i]);
            m_past->keys.add(row.key);
        }
        if (!hasKeys)
            giveNumbers(row, unit);
        unit.rows.push_back(std::move(row));
    }
}

/// Once, when all of it was read.
void ImportJob::sayWhatWasOdd(size_t index)
{
    const Source &source = m_sources[index];
    const auto say = [&](const QString &text) { note(m_spec.files[index].title() + u": "_s + text); };
    const int repeated = int(source.repeated);
    if (repeated > 0 && m_spec.table->identity == table::Identity::Key)
        say(tr("%n row(s) have the number or address of an earlier one; all are kept", nullptr, repeated));
    else if (repeated > 0)
        say(tr("%n row(s) have the address of an earlier one and were left out", nullptr, repeated));
    if (source.unreadCells > 0)
        say(tr("%n cell(s) could not be read and were left empty", nullptr, int(source.unreadCells)));
}

void ImportJob::onPart(const store::WorkItem &item, Read &came)
{
    over(item, [&] {
        if (isStopping()) {
            putBack(item);
            return;
        }
        if (!m_past)
            m_past = came.past ? came.past : std::make_shared<Past>();
        ImportPart &part = came.part;
        if (m_past->error.reason != Reason::None) {
            part = {};
            part.error = m_past->error;
        }
        const size_t index = sourceOf(item);
        Source &source = m_sources[index];
        // What stands before the place where it cannot be read any further is a part of its own, so that it
        // is not read again with what failed.
        const bool failed = part.error.reason != Reason::None && part.records == 0;
        store::Unit read = failed ? failureOf(item, 1, part.error) : unit();
        takeRows(index, part, read);
        takeNotes(index, part);
        if (part.isLast)
            sayWhatWasOdd(index);
        source.fraction = part.fraction;
        if (!failed)
            read.ended.push_back({item.id, store::WorkState::Done, 1, {}});
        if (!failed && !part.isLast) {
            const QString path = item.key.first(item.key.lastIndexOf(u'#'));
            read.newWork.push_back(readWork(index, path, part.end));
            source.aheadFrom = part.end;
            source.ahead = this->read(index, part.end);
        }
        refreshProgress();
        read.counts = counts();
        post(std::move(read));
    });
}

void ImportJob::removeFetched() const
{
    for (size_t source = 0; source < m_spec.files.size(); ++source) {
        if (m_spec.files[source].path.isEmpty())
            QFile::remove(pathOf(source));
    }
}

double ImportJob::share() const
{
    double sum = 0;
    for (const Source &source : m_sources)
        sum += source.fraction;
    return sum / double(m_sources.size());
}

void ImportJob::refresh(jobs::Progress &progress)
{
    // Parts come up one after the other, so that their number tells nothing.
    progress.share = share();
    const double done = progress.share - m_before.share;
    const auto spent = double(progress.elapsedMs - m_before.elapsedMs);
    progress.remainingMs = done > 0 ? qint64(spent * (1 - progress.share) / done) : -1;
    progress.found = progress.reachable = m_records;
    progress.leftOut = {};
    if (m_unreadable > 0)
        progress.leftOut[u"unreadable"_s] = m_unreadable;
    progress.filtered = m_unreadable;
    progress.duplicates = std::max<qint64>(0, m_records - progress.rows - progress.filtered);
}

QJsonObject ImportJob::counts() const
{
    QJsonObject result = WorkJob::counts();
    QJsonArray read;
    for (const Source &source : m_sources)
        read.append(source.fraction);
    result["read"_L1] = read;
    result["offered"_L1] = m_records;
    result["filtered"_L1] = progress().filtered;
    result["duplicates"_L1] = progress().duplicates;
    result["unread_cells"_L1] = m_unreadCells;
    result["repeated"_L1] = m_repeated;
    if (!m_lost.isEmpty())
        result[jobs::LostRows] = m_lost;
    if (m_unreadable > 0)
        result["left_out"_L1] = QJsonObject{{"unreadable"_L1, m_unreadable}};
    return result;
}

} // namespace linnet::imports
