// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output/summary.h"

#include "cli/output/console.h"
#include "exports/file/exportpath.h"
#include "exports/file/fileerror.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>
#include <cerrno>

namespace linnet::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject failureEntry(const QString &url, const Error &error, int line = 0)
{
    QJsonObject entry{{u"url"_s, url},
                      {u"reason"_s, QString(reasonCode(error.reason))},
                      {u"status"_s, error.status > 0 ? QJsonValue(error.status) : QJsonValue()}};
    if (line > 0)
        entry[u"line"_s] = line;
    return entry;
}

QJsonValue stoppedBy(const jobs::Progress &last)
{
    if (last.stoppedBy.isEmpty() && last.limited && last.error.reason == Reason::None)
        return u"limit"_s;
    return last.stoppedBy.isEmpty() ? QJsonValue() : QJsonValue(last.stoppedBy);
}

} // namespace

QJsonObject summaryOf(const QString &command, qint64 rows, const jobs::Progress &last,
                      const std::vector<store::WorkFailure> &failures,
                      const std::vector<InputFailure> &inputFailures, bool haveLines, bool isSearch)
{
    QJsonArray list;
    for (const InputFailure &failure : inputFailures) {
        QJsonObject entry = failureEntry(failure.text, failure.error);
        entry[u"line"_s] = failure.line;
        list.append(entry);
    }
    for (const store::WorkFailure &failure : failures)
        list.append(failureEntry(failure.url, failure.error, haveLines ? failure.depth : 0));
    if (last.error.reason != Reason::None)
        list.append(failureEntry(last.errorUrl, last.error));
    QJsonObject summary{{u"command"_s, command},
                        {u"rows"_s, rows},
                        {u"requests"_s, last.requests},
                        {u"retries"_s, last.retries},
                        {u"failed"_s, list.size()},
                        {u"bytes"_s, last.bytes},
                        {u"seconds"_s, double(last.elapsedMs) / 1000},
                        {u"found"_s, last.found >= 0 ? QJsonValue(last.found) : QJsonValue()},
                        {u"reachable"_s, last.reachable >= 0 ? QJsonValue(last.reachable) : QJsonValue()},
                        {u"stopped_by"_s, stoppedBy(last)},
                        {u"failures"_s, list}};
    if (last.found >= 0 && isSearch) {
        QJsonObject leftOut;
        for (auto rule = last.leftOut.begin(); rule != last.leftOut.end(); ++rule)
            leftOut[rule.key()] = rule.value();
        summary[u"filtered"_s] = last.filtered;
        summary[u"duplicates"_s] = last.duplicates;
        summary[u"truncated"_s] = std::max<qint64>(0, last.found - std::max<qint64>(0, last.reachable));
        summary[u"left_out"_s] = leftOut;
    }
    return summary;
}

Result<void> writeSummary(const QJsonObject &summary, const QString &path, Console &console)
{
    const QByteArray json = QJsonDocument(summary).toJson(QJsonDocument::Indented);
    if (path == u"-") {
        console.out(QString::fromUtf8(json).trimmed());
        return console.lost() ? std::unexpected(*console.lost()) : Result<void>();
    }
    errno = 0;
    if (exports::isSpecialFile(path)) {
        QFile device(path);
        const bool written =
            device.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && device.write(json) == json.size();
        return written ? Result<void>() : std::unexpected(exports::deviceError(device, errno));
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size() || !file.commit())
        return std::unexpected(exports::deviceError(file, errno));
    return {};
}

} // namespace linnet::cli
