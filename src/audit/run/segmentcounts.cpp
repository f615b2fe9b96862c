// SPDX-License-Identifier: GPL-3.0-or-later
#include "audit/run/segmentcounts.h"

#include "table/cellview.h"
#include "table/linkschema.h"
#include "table/pageschema.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <map>

namespace linnet::audit {

using namespace Qt::Literals::StringLiterals;
using table::Condition;
using table::FilterOp;
using table::PageColumn;

namespace {

struct SegmentWords
{
    Q_DECLARE_TR_FUNCTIONS(linnet::audit::Segments)
};

constexpr size_t MostFolders = 30;

/// "/blog/" of https://site.example/blog/post?a=1; what stands in no folder is of "/".
QByteArray firstFolder(QByteArrayView url)
{
    const qsizetype scheme = url.indexOf("://");
    const qsizetype end = std::min({url.size(), url.indexOf('?') < 0 ? url.size() : url.indexOf('?'),
                                    url.indexOf('#') < 0 ? url.size() : url.indexOf('#')});
    const QByteArrayView rest = url.first(end).sliced(scheme < 0 ? 0 : std::min(end, scheme + 3));
    const qsizetype path = rest.indexOf('/');
    const qsizetype next = path < 0 ? -1 : rest.indexOf('/', path + 1);
    return next < 0 ? QByteArray("/") : rest.sliced(path, next + 1 - path).toByteArray();
}

/// To which segment each address of a crawl belongs.
class PageSegments
{
public:
    PageSegments(store::RowReader &reader, store::RunId run, const AuditSchemas &schemas)
        : m_reader(reader)
        , m_run(run)
        , m_schemas(schemas)
    {
    }

    Result<void> read(const Segments &segments)
    {
        auto ids = m_reader.ids({m_schemas.pages, {m_run}, {}, {}});
        if (!ids)
            return std::unexpected(ids.error());
        m_ids = std::move(*ids);
        return segments.isByFolder() ? readFolders() : readFilters(segments);
    }

    const QStringList &names() const { return m_names; } ///< the last is that of what is in no segment

    /// How many rows of a filter each segment has.
    Result<std::vector<qint64>> count(BaseSet set, const table::Filter &filter, const std::stop_token &stop)
    {
        if (!isOfPages(set))
            return set == BaseSet::Links && filter.isEmpty() ? allLinks()
                                                             : ofPages(m_schemas.of(set), filter, stop);
        std::vector<qint64> counts(size_t(m_names.size()));
        const auto ids = m_reader.ids({m_schemas.pages, {m_run}, filter, {}});
        if (!ids)
            return std::unexpected(ids.error());
        for (const qint64 id : *ids)
            ++counts[segmentOfRow(id)];
        return counts;
    }

    QList<SegmentPart> parts(const Segments &segments) const
    {
        QList<SegmentPart> parts(m_names.size());
        for (qsizetype i = 0; i < parts.size(); ++i)
            parts[i].name = m_names[i];
        for (const quint16 segment : m_segments)
            ++parts[segment].size;
        if (segments.isByFolder())
            addFolders(parts);
        else
            addOwn(parts, segments);
        if (parts.last().size == 0)
            parts.removeLast();
        return parts;
    }

private:
    void addFolders(QList<SegmentPart> &parts) const
    {
        const Condition isOfSite{u"internal"_s, FilterOp::Equals, {false}, true};
        SegmentPart &rest = parts.last();
        rest.pages = {{isOfSite}};
        rest.sources = table::Filter();
        for (qsizetype i = 0; i < m_folders.size(); ++i) {
            if (m_folders[i].isEmpty()) {
                parts[i].pages = {{{u"internal"_s, FilterOp::Equals, {false}, false}}};
                continue;
            }
            Condition isInFolder = inFolder(m_folders[i]);
            parts[i].pages = {{isOfSite, isInFolder}};
            parts[i].sources = {{isInFolder}};
            isInFolder.negated = true;
            rest.pages.conditions.append(isInFolder);
            rest.sources->conditions.append(isInFolder);
        }
    }

    /// The same pages as firstFolder() has there; case counts.
    Condition inFolder(const QByteArray &key) const
    {
        const auto literal = [](const QByteArray &text) {
            return u"(?-i:"_s + QRegularExpression::escape(QString::fromUtf8(text)) + u')';
        };
        const qsizetype slash = key.indexOf('/');
        const QString host = m_hasOneHost ? u"[^/?#]*"_s : literal(key.first(slash)) + uR"((:\d+)?)"_s;
        const QByteArray folder = key.sliced(slash);
        const QString path = folder == "/" ? u"/?[^/?#]*([?#]|$)"_s : literal(folder);
        return {u"url"_s, FilterOp::Matches, {u"^[a-z]+://"_s + host + path}, false};
    }

    void addOwn(QList<SegmentPart> &parts, const Segments &segments) const
    {
        table::Filter before; // what earlier segments have not
        bool isExact = true;
        const QString address = m_schemas.pages->columns.front().key;
        for (qsizetype i = 0; i < parts.size(); ++i) {
            SegmentPart &part = parts[i];
            part.isExact = isExact;
            const table::Filter own =
                i < segments.segments().size() ? segments.segments()[i].filter : table::Filter();
            part.pages.conditions = own.conditions + before.conditions;
            const bool isOfAddress =
                std::ranges::all_of(part.pages.conditions,
                                    [&](const Condition &condition) { return condition.column == address; });
            if (isOfAddress)
                part.sources = part.pages;
            if (own.conditions.size() == 1) {
                before.conditions.append(own.conditions.front());
                before.conditions.last().negated = !before.conditions.last().negated;
            } else {
                isExact = false;
            }
        }
    }

    size_t segmentOfRow(qint64 id) const
    {
        const auto place = std::ranges::lower_bound(m_ids, id);
        return place == m_ids.end() || *place != id ? size_t(m_names.size() - 1)
                                                    : m_segments[size_t(place - m_ids.begin())];
    }

    Result<void> readFilters(const Segments &segments)
    {
        const auto none = size_t(segments.segments().size());
        m_segments.assign(m_ids.size(), quint16(none));
        for (size_t i = 0; i < none; ++i) {
            const Segments::Segment &segment = segments.segments()[qsizetype(i)];
            const auto ids = m_reader.ids({m_schemas.pages, {m_run}, segment.filter, {}});
            if (!ids)
                return fail(ids.error().reason, segment.name + u": "_s + ids.error().detail);
            for (const qint64 id : *ids) {
                const auto place = std::ranges::lower_bound(m_ids, id);
                if (place == m_ids.end() || *place != id)
                    continue;
                quint16 &chosen = m_segments[size_t(place - m_ids.begin())];
                if (chosen == none) // the first that it passes
                    chosen = quint16(i);
            }
            m_names.append(segment.name);
        }
        m_names.append(SegmentWords::tr("(other)"));
        return {};
    }

    Result<void> readFolders()
    {
        std::map<QByteArray, size_t> folders; // host and folder
        std::vector<size_t> folderOf(m_ids.size());
        std::vector<size_t> sizes;
        QSet<QByteArray> hosts;
        const auto read = eachPage({int(PageColumn::Url), int(PageColumn::Host), int(PageColumn::Internal)},
                                   [&](size_t place, table::CellViews cells) {
                                       const auto *url = std::get_if<QByteArrayView>(&cells[0]);
                                       const auto *host = std::get_if<QByteArrayView>(&cells[1]);
                                       QByteArray key;
                                       if (url && cells[2] != table::CellView(false)) {
                                           const QByteArray name = host ? host->toByteArray() : QByteArray();
                                           hosts.insert(name);
                                           key = name + firstFolder(*url);
                                       }
                                       const auto known = folders.try_emplace(key, sizes.size());
                                       if (known.second)
                                           sizes.push_back(0);
                                       folderOf[place] = known.first->second;
                                       ++sizes[folderOf[place]];
                                   });
        if (!read)
            return read;
        std::vector<std::pair<QByteArray, size_t>> largest(folders.begin(), folders.end());
        std::ranges::stable_sort(largest, std::ranges::greater(),
                                 [&](const auto &folder) { return sizes[folder.second]; });
        largest.resize(std::min(largest.size(), MostFolders));
        std::vector<quint16> segmentOf(sizes.size(), quint16(largest.size()));
        for (const auto &[key, folder] : largest) {
            segmentOf[folder] = quint16(m_names.size());
            m_folders.append(key);
            m_names.append(key.isEmpty()       ? SegmentWords::tr("(other sites)")
                           : hosts.size() == 1 ? QString::fromUtf8(key.sliced(key.indexOf('/')))
                                               : QString::fromUtf8(key));
        }
        m_hasOneHost = hosts.size() <= 1;
        m_names.append(SegmentWords::tr("(other)"));
        m_segments.resize(m_ids.size());
        std::ranges::transform(folderOf, m_segments.begin(),
                               [&](size_t folder) { return segmentOf[folder]; });
        return {};
    }

    template <typename Visit> Result<void> eachPage(const QList<int> &columns, Visit visit)
    {
        const auto cursor = m_reader.cursor(*m_schemas.pages, columns);
        if (!cursor)
            return std::unexpected(cursor.error());
        return (*cursor)->read(m_ids, [&](size_t place, table::CellViews cells) {
            visit(place, cells);
            return true;
        });
    }

    /// Of all links only their number is asked.
    Result<std::vector<qint64>> allLinks()
    {
        std::vector<qint64> counts(size_t(m_names.size()));
        const auto read = eachPage({int(PageColumn::Outlinks)}, [&](size_t place, table::CellViews cells) {
            const auto *links = std::get_if<qint64>(&cells[0]);
            counts[m_segments[place]] += links ? *links : 0;
        });
        return read ? Result<std::vector<qint64>>(std::move(counts)) : std::unexpected(read.error());
    }

    /// Of rows whose first column is the address of their page.
    Result<std::vector<qint64>> ofPages(const table::Schema &schema, const table::Filter &filter,
                                        const std::stop_token &stop)
    {
        if (m_byAddress.isEmpty()) {
            const auto read = eachPage({int(PageColumn::Url)}, [&](size_t place, table::CellViews cells) {
                if (const auto *url = std::get_if<QByteArrayView>(&cells[0]))
                    m_byAddress.insert(qHash(*url, Seed), m_segments[place]);
            });
            if (!read)
                return std::unexpected(read.error());
        }
        std::vector<qint64> counts(size_t(m_names.size()));
        const auto ids = m_reader.ids({&schema, {m_run}, filter, {}});
        const auto cursor = ids ? m_reader.cursor(schema, {0}) : std::unexpected(ids.error());
        if (!cursor)
            return std::unexpected(cursor.error());
        const auto read = (*cursor)->read(*ids, [&](size_t, table::CellViews cells) {
            const auto *url = std::get_if<QByteArrayView>(&cells[0]);
            ++counts[url ? m_byAddress.value(qHash(*url, Seed), quint16(m_names.size() - 1))
                         : quint16(m_names.size() - 1)];
            return !stop.stop_requested();
        });
        if (!read || stop.stop_requested())
            return read ? fail(Reason::Cancelled) : std::unexpected(read.error());
        return counts;
    }

    static constexpr size_t Seed = 1;

    store::RowReader &m_reader;
    store::RunId m_run;
    const AuditSchemas &m_schemas;
    store::IdVector m_ids;
    std::vector<quint16> m_segments; ///< of the ids
    QStringList m_names;
    QByteArrayList m_folders; ///< host and folder of each segment by folder; "" = other sites
    bool m_hasOneHost = true;
    QHash<size_t, quint16> m_byAddress; ///< by the hash of an address, which takes less than addresses do
};

} // namespace

Result<QList<SegmentCount>> countBySegment(store::RowReader &reader, const AuditQuestion &question,
                                           const QList<Finding> &findings, const Segments &segments,
                                           const std::stop_token &stop)
{
    const auto schemas = auditSchemas(reader);
    if (!schemas)
        return std::unexpected(schemas.error());
    PageSegments pages(reader, question.run, *schemas);
    if (const auto read = pages.read(segments); !read)
        return std::unexpected(read.error());
    std::map<BaseSet, std::vector<qint64>> sizes;
    QList<SegmentCount> all;
    for (qsizetype i = 0; i < findings.size(); ++i) {
        const Finding &finding = findings[i];
        if (stop.stop_requested())
            return fail(Reason::Cancelled);
        if (!finding.isHit())
            continue;
        std::vector<qint64> &size = sizes[finding.rule.set];
        if (size.empty()) {
            table::Filter set = filterOf(finding.rule.set);
            if (isOfPages(finding.rule.set))
                set.conditions += question.pages.conditions;
            auto counted = pages.count(finding.rule.set, set, stop);
            if (!counted)
                return std::unexpected(counted.error());
            size = std::move(*counted);
        }
        const auto counts = pages.count(finding.rule.set, finding.filter, stop);
        if (!counts)
            return std::unexpected(counts.error());
        QList<SegmentCount> own;
        for (size_t segment = 0; segment < counts->size(); ++segment) {
            if ((*counts)[segment] > 0)
                own.append({i, pages.names()[qsizetype(segment)], (*counts)[segment], size[segment]});
        }
        std::ranges::stable_sort(own, std::ranges::greater(), &SegmentCount::count);
        all += own;
    }
    return all;
}

Result<QList<SegmentPart>> segmentParts(store::RowReader &reader, store::RunId run, const Segments &segments)
{
    const auto schemas = auditSchemas(reader);
    if (!schemas)
        return std::unexpected(schemas.error());
    PageSegments pages(reader, run, *schemas);
    if (const auto read = pages.read(segments); !read)
        return std::unexpected(read.error());
    return pages.parts(segments);
}

} // namespace linnet::audit
