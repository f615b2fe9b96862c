// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/import/importjob.h"

#include "base/clock.h"
#include "net/hostkey.h"
#include "store/project/project.h"
#include "table/vacancyschema.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QStandardPaths>
#include <QtConcurrentRun>

#include <algorithm>
#include <utility>

namespace linnet::vacancies {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString FetchKind = u"import/fetch"_s;
const QString ReadKind = u"import/read"_s;
constexpr qint64 LargestFile = qint64(16) * 1024 * 1024 * 1024;

/// The work of reading a part: file, place, open brackets.
store::WorkAdd readWork(size_t source, const QString &path, const JsonRecords::Place &begin)
{
    return {.key = u"%1#%2%3"_s.arg(path).arg(begin.offset).arg(QLatin1StringView(begin.open)),
            .kind = ReadKind,
            .host = {},
            .ref = QString::number(source)};
}

JsonRecords::Place beginOf(const store::WorkItem &item)
{
    const QString place = item.key.sliced(item.key.lastIndexOf(u'#') + 1);
    const auto isDigit = [](QChar letter) { return letter >= u'0' && letter <= u'9'; };
    const qsizetype digits = std::ranges::find_if_not(place, isDigit) - place.begin();
    return {place.first(digits).toLongLong(), place.sliced(digits).toLatin1()};
}

} // namespace

ImportJob::ImportJob(jobs::JobContext context, ImportSpec spec, jobs::RequestSpec requests, QObject *parent)
    : EngineJob(context, std::move(requests), table::vacancySchema(), parent)
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
    return QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + u"/imports/"_s +
           QLatin1StringView(hash);
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
    const JsonRecords::Place begin = beginOf(item);
    const bool isRead = source.ahead.isValid() && source.aheadFrom == begin;
    QFuture<Part> part = isRead ? std::exchange(source.ahead, {}) : read(index, begin);
    part.then(this, [this, item](const Part &came) { onPart(item, *came); });
    return Begun::Yes;
}

QFuture<ImportJob::Part> ImportJob::read(size_t source, const JsonRecords::Place &begin)
{
    std::shared_ptr<ImportFile> &file = m_sources[source].file;
    if (!file)
        file = std::make_shared<ImportFile>(pathOf(source), m_spec.files[source].title());
    const QString now = context().clock.utc().toString(Qt::ISODate);
    return QtConcurrent::run(
        [file, begin, now] { return std::make_shared<ImportPart>(file->read(begin, now)); });
}

void ImportJob::onPart(const store::WorkItem &item, ImportPart &part)
{
    over(item, [&] {
        if (isStopping()) {
            putBack(item);
            return;
        }
        const size_t index = sourceOf(item);
        Source &source = m_sources[index];
        const bool failed = part.error.reason != Reason::None;
        store::Unit read = failed ? failureOf(item, 1, part.error) : unit();
        read.rows = std::move(part.rows);
        m_records += part.records;
        m_unreadable += part.unreadable.size();
        for (const QString &text : std::as_const(part.unreadable))
            note(m_spec.files[index].title() + u": "_s + text);
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
    if (m_unreadable > 0)
        result["left_out"_L1] = QJsonObject{{"unreadable"_L1, m_unreadable}};
    return result;
}

} // namespace linnet::vacancies
