// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/search/sourcecheck.h"

#include "base/errortext.h"
#include "base/jsonrecords.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

namespace linnet::vacancies {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Of a file only so much is looked at.
constexpr qint64 BeginningOfFile = 256 * 1024;

/// The whole records in the beginning of a file, as a list.
QByteArray recordsIn(QByteArray bytes)
{
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    JsonRecords reader(buffer, JsonRecords::Shape::Arrays, {});
    QByteArray list;
    for (auto record = reader.next(); record && !record->isNull(); record = reader.next())
        list += (list.isEmpty() ? "" : ",") + record->toByteArray();
    return list.isEmpty() ? bytes : '[' + list + ']';
}

bool has(const QJsonObject &record, const QString &path)
{
    const QString first = path.section(u'.', 0, 0);
    if (first == path)
        return record.contains(first);
    return has(record.value(first).toObject(), path.section(u'.', 1));
}

/// Members of the record, and of those within it of which members are read.
void collect(const QJsonObject &record, const QString &before, const QSet<QString> &parents,
             QSet<QString> &names)
{
    for (auto member = record.begin(); member != record.end(); ++member) {
        const QString path = before + member.key();
        if (parents.contains(path))
            collect(member.value().toObject(), path + u'.', parents, names);
        else if (!member.key().startsWith("linnet:"_L1))
            names.insert(path);
    }
}

void compareShape(const QJsonArray &records, const QStringList &known, SourceCheck &check)
{
    QSet<QString> parents;
    QSet<QString> read;
    for (const QString &entry : known) {
        const bool isOptional = entry.endsWith(u'?');
        const QString path = isOptional ? entry.chopped(1) : entry;
        read.insert(path);
        for (qsizetype dot = path.indexOf(u'.'); dot > 0; dot = path.indexOf(u'.', dot + 1))
            parents.insert(path.first(dot));
        const bool isThere = std::ranges::any_of(
            records, [&path](const QJsonValue &record) { return has(record.toObject(), path); });
        if (!isThere && !isOptional)
            check.missing.append(path);
    }
    QSet<QString> names;
    for (const QJsonValue &record : records)
        collect(record.toObject(), {}, parents, names);
    names.subtract(read);
    check.unread = names.values();
    check.unread.sort();
}

QString named(const QStringList &fields)
{
    constexpr qsizetype Most = 12;
    const QString list = fields.first(std::min(fields.size(), Most)).join(u", ");
    return fields.size() > Most ? list + u", …"_s : list;
}

} // namespace

QLatin1StringView SourceCheck::code() const
{
    switch (finding) {
    case Finding::Fine:
        return "fine"_L1;
    case Finding::Unreachable:
        return "unreachable"_L1;
    case Finding::Refused:
        return "refused"_L1;
    case Finding::Changed:
        return "changed"_L1;
    }
    return {};
}

QString SourceCheck::text() const
{
    QStringList sentences;
    switch (finding) {
    case Finding::Unreachable:
        return tr("No answer: the network is broken, or the server is. %1").arg(ErrorText::sentence(error));
    case Finding::Refused:
        return tr("The network is fine; the source answers, but refuses. %1").arg(ErrorText::sentence(error));
    case Finding::Changed:
        sentences.append(
            tr("The source answers, but not in the shape that Linnet reads: it has been changed."));
        break;
    case Finding::Fine:
        sentences.append(
            ads > 0 ? tr("The source answers as Linnet reads it: %n ad(s) on one page.", nullptr, ads)
                    : tr("The source answers; it has no ad for this question."));
        break;
    }
    if (error.reason != Reason::None)
        sentences.append(ErrorText::sentence(error));
    if (unreadable > 0)
        sentences.append(tr("%n of its ads cannot be read.", nullptr, unreadable));
    if (!missing.isEmpty())
        sentences.append(tr("No ad has: %1.").arg(named(missing)));
    if (!unread.isEmpty())
        sentences.append(tr("Not read by Linnet: %1.").arg(named(unread)));
    return sentences.join(u' ');
}

net::Request SourceCheck::request(const VacancySource &source, const Query &query, const QUrl &base)
{
    const std::vector<Query> parts = source.split(query);
    const Query asked = parts.empty() ? query : parts.front();
    net::Request request = source.listPage(asked, base, 0);
    request.retries = 0;
    if (source.facts().listIsFile) {
        request.headers.emplaceBack("Range", "bytes=0-" + QByteArray::number(BeginningOfFile - 1));
        request.maxBody = BeginningOfFile;
        request.acceptPartial = true;
    }
    request.read = [&source, asked, base](const net::Response &response) {
        return net::Reading{of(source, asked, base, response), {}};
    };
    return request;
}

SourceCheck SourceCheck::unreachable(const Error &error)
{
    return {.finding = Finding::Unreachable, .error = error};
}

SourceCheck SourceCheck::of(const VacancySource &source, const Query &query, const QUrl &base,
                            const net::Response &response)
{
    SourceCheck check;
    const Judgement judgement = source.judge(response);
    if (judgement.verdict != Verdict::Usable) {
        check.finding = Finding::Refused;
        check.error = judgement.error;
        return check;
    }
    const QByteArray body = source.facts().listIsFile ? recordsIn(response.body) : response.body;
    const auto page = source.parseList(body, query, base);
    if (!page) {
        check.finding = Finding::Changed;
        check.error = page.error();
        return check;
    }
    check.unreadable = page->unreadable;
    check.ads = int(page->vacancies.size() + page->leftOut.size()) + page->unreadable;
    if (const auto records = source.records(body, query); records && !records->isEmpty())
        compareShape(*records, source.knownFields(query), check);
    const bool isChanged = !check.missing.isEmpty() || (check.ads > 0 && check.unreadable == check.ads);
    check.finding = isChanged ? Finding::Changed : Finding::Fine;
    return check;
}

} // namespace linnet::vacancies
