// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/search/listedquery.h"

#include "net/hostkey.h"
#include "vacancies/search/sources.h"

#include <QCryptographicHash>
#include <QSet>

#include <algorithm>

namespace linnet::vacancies {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QChar Separator{u'\x1f'}; // of texts that have no control characters

std::vector<QStringList> readAreas(const QString &text)
{
    std::vector<QStringList> areas;
    for (const QString &source : text.split(u';'))
        areas.push_back(source.split(u',', Qt::SkipEmptyParts));
    return areas;
}

QString areasText(const std::vector<QStringList> &areas)
{
    QStringList sources;
    for (const QStringList &ids : areas)
        sources.append(ids.join(u','));
    return sources.join(u';');
}

void addFirst(std::vector<store::WorkAdd> &work, const SearchSpec &spec, size_t place,
              const std::vector<ListedQuery> &queries)
{
    const SearchSpec::Source &part = spec.sources[place];
    const VacancySource &source = *sourceById(part.id);
    const QUrl base = part.base.isEmpty() ? source.defaultBase() : part.base;
    const QString kind = firstPageKind(part.id);
    int number = 0;
    for (const ListedQuery &query : queries) {
        ListedRef ref{++number, 0, {}, query.areas[place], query.region, query.text};
        for (const Query &listing : source.split(askedQuery(part, query.text, ref.areas), spec.day)) {
            const QUrl page = source.listPage(listing, base, 0).url;
            store::WorkAdd add;
            add.key = page.toString(QUrl::FullyEncoded | QUrl::RemoveUserInfo) +
                      u"#q%1.%2"_s.arg(number).arg(ref.listing);
            add.kind = kind;
            add.host = net::HostKey(page).toString();
            add.ref = ref.toString();
            work.push_back(std::move(add));
            ++ref.listing;
        }
    }
}

} // namespace

QString ListedQuery::title(bool withRegion) const
{
    Query query;
    query.text = text;
    return query.title(withRegion && !region.isEmpty() ? QStringList{region} : QStringList());
}

QString ListedQuery::toLine() const
{
    return QStringList{text, areasText(areas), region}.join(u'\t');
}

std::optional<ListedQuery> ListedQuery::fromLine(const QString &line, size_t sources)
{
    const QStringList parts = line.split(u'\t');
    if (parts.size() != 3)
        return {};
    ListedQuery query{parts[0], readAreas(parts[1]), parts[2]};
    return query.areas.size() == sources ? std::optional(std::move(query)) : std::nullopt;
}

QString firstPageKind(const QString &source)
{
    return source + u"/first"_s;
}

QString ListedRef::toString() const
{
    return QStringList{QString::number(number), QString::number(listing), ref, areas.join(u','), region, text}
        .join(Separator);
}

bool ListedRef::isOne(const QString &ref)
{
    return ref.contains(Separator);
}

ListedRef ListedRef::read(const QString &ref)
{
    const QStringList parts = ref.split(Separator);
    return {parts.value(0).toInt(), parts.value(1).toInt(),
            parts.value(2),         parts.value(3).split(u',', Qt::SkipEmptyParts),
            parts.value(4),         parts.value(5)};
}

SearchSpec::List describeList(const std::vector<ListedQuery> &queries)
{
    SearchSpec::List list{.count = int(queries.size())};
    QCryptographicHash hash(QCryptographicHash::Sha1);
    for (const ListedQuery &query : queries) {
        hash.addData((query.text + u'\t' + areasText(query.areas) + u'\n').toUtf8());
        list.hasRegions = list.hasRegions || query.areas != queries.front().areas;
    }
    list.fingerprint = QString::fromLatin1(hash.result().toHex());
    return list;
}

Query askedQuery(const SearchSpec::Source &source, const QString &text, const QStringList &areas)
{
    Query query = source.query;
    query.text = text;
    query.areas = areas;
    return query;
}

std::vector<store::WorkAdd> firstWork(const SearchSpec &spec, const std::vector<ListedQuery> &queries,
                                      const std::vector<RefusedQuery> &refused)
{
    std::vector<store::WorkAdd> work;
    work.reserve(refused.size() + queries.size() * spec.sources.size());
    const SearchSpec::Source &first = spec.sources.front();
    const QUrl base = first.base.isEmpty() ? sourceById(first.id)->defaultBase() : first.base;
    const QString host = net::HostKey(base).toString();
    for (const RefusedQuery &line : refused) {
        store::WorkAdd add;
        add.key = u"%1 (%2)"_s.arg(line.text).arg(line.line);
        add.kind = RefusedQueryKind;
        add.host = host;
        add.ref = line.why;
        add.depth = line.line;
        work.push_back(std::move(add));
    }
    for (size_t place = 0; place < spec.sources.size(); ++place)
        addFirst(work, spec, place, queries);
    return work;
}

} // namespace linnet::vacancies
