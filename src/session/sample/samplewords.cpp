// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sample/samplewords.h"

#include "audit/run/segments.h"
#include "session/runkinds.h"
#include "session/saved/savedsearch.h"
#include "store/joinedtable.h"
#include "table/pageschema.h"
#include "table/vacancyschema.h"

#include <QHash>

#include <algorithm>
#include <array>

namespace linnet::session {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Of the practice server's ads, and people who work there.
struct SampleContact
{
    const char16_t *employer;
    const char *person;
    int talks;
};

constexpr std::array SampleContacts{
    SampleContact{u"Практика-Аналитика", QT_TRANSLATE_NOOP("linnet::session::SampleWords", "Anna"), 4},
    SampleContact{u"Северный Кит", QT_TRANSLATE_NOOP("linnet::session::SampleWords", "Ivan"), 1},
    SampleContact{u"Grey Heron Analytics", QT_TRANSLATE_NOOP("linnet::session::SampleWords", "Anna"), 2},
    SampleContact{u"Облако Девять", QT_TRANSLATE_NOOP("linnet::session::SampleWords", "Olga"), 7},
    SampleContact{u"Blue Kettle Software", QT_TRANSLATE_NOOP("linnet::session::SampleWords", "Ivan"), 3},
    SampleContact{u"Лаборатория Лунных Систем", QT_TRANSLATE_NOOP("linnet::session::SampleWords", "Olga"), 2},
    SampleContact{u"Maple & Sons", QT_TRANSLATE_NOOP("linnet::session::SampleWords", "Anna"), 1},
    SampleContact{u"Банк «Копилка» (вымышленный)", QT_TRANSLATE_NOOP("linnet::session::SampleWords", "Ivan"),
                  5},
};

/// Newest runs, by kind.
QHash<QString, store::RunInfo> newestOf(const std::vector<store::RunInfo> &runs)
{
    QHash<QString, store::RunInfo> newest;
    for (const store::RunInfo &run : runs) {
        if (!newest.contains(run.kind) || newest[run.kind].id < run.id)
            newest[run.kind] = run;
    }
    return newest;
}

} // namespace

SampleWords::SampleWords(store::RowReader &reader, store::Writer &writer)
    : m_reader(reader)
    , m_writer(writer)
{
}

Result<void> SampleWords::write()
{
    const auto runs = m_reader.runs();
    if (!runs)
        return std::unexpected(runs.error());
    nameSearches(*runs);
    addSegments();
    addContacts();
    const QHash<QString, store::RunInfo> newest = newestOf(*runs);
    if (const auto marked = markAds(newest.value(runkind::Vacancies).id); !marked)
        return marked;
    return markPages(newest.value(runkind::Crawl).id);
}

void SampleWords::nameSearches(const std::vector<store::RunInfo> &runs)
{
    struct Words
    {
        QLatin1StringView kind;
        QString name;
        QString note;
    };
    const QString invented = tr("Everything in this project is invented, the dates too.");
    const std::array all{
        Words{runkind::Vacancies, tr("Work with SQL, three sources"),
              tr("Asked three times, a week apart: look at “What changed” and “Over time”.") + u' ' +
                  invented},
        Words{runkind::Crawl, tr("Lighthouse Islands, a site with faults"),
              tr("Crawled twice; in between some faults were mended and others made.") + u' ' + invented},
        Words{runkind::Checks, tr("Addresses from the printed guide"), invented},
        Words{runkind::Proxies, tr("Proxies of the office"), invented},
    };
    const QHash<QString, store::RunInfo> newest = newestOf(runs);
    int number = 0;
    for (const Words &words : all) {
        const auto run = newest.constFind(words.kind);
        if (run == newest.constEnd())
            continue;
        SavedSearch search{.number = ++number, .kind = run->kind, .params = run->params};
        search.name = words.name;
        search.note = words.note;
        m_writer.postMemo(SavedSearch::memoKey(search.task()), search.memo());
    }
}

/// Those with pay that came first are as good as any.
Result<void> SampleWords::markAds(store::RunId run)
{
    store::RowQuery query{&table::vacancySchema(), {run}, {}, {}};
    query.filter.conditions.append({u"salary_from"_s, table::FilterOp::AtLeast, {qint64(1)}, false});
    constexpr qint64 Looked = 12;
    const auto ids = m_reader.firstIds(query, Looked);
    const auto keys = ids ? m_reader.keys(*query.schema, *ids) : std::unexpected(ids.error());
    if (!keys)
        return std::unexpected(keys.error());
    if (keys->size() < Looked)
        return {};
    m_writer.postMarks(*query.schema,
                       {{(*keys)[1], true, {tr("call back")}, tr("Ask for the pay and the first day.")},
                        {(*keys)[4], true, {tr("call back"), tr("remote")}, {}},
                        {(*keys)[9], true, {}, {}},
                        {(*keys)[11], false, {tr("too far")}, {}}});
    return {};
}

Result<void> SampleWords::markPages(store::RunId run)
{
    store::RowQuery query{&table::pageSchema(), {run}, {}, {}};
    query.filter.conditions.append(
        {u"status"_s, table::FilterOp::Between, {qint64(404), qint64(410)}, false});
    const auto ids = m_reader.firstIds(query, 2);
    const auto marks = ids ? m_reader.marks(*query.schema, *ids) : std::unexpected(ids.error());
    if (!marks)
        return std::unexpected(marks.error());
    std::vector<store::Mark> given = *marks;
    for (store::Mark &mark : given) {
        mark.starred = true;
        mark.tags = {tr("to mend")};
    }
    if (!given.empty())
        given.front().note = tr("The link goes with the next edition.");
    m_writer.postMarks(*query.schema, std::move(given));
    return {};
}

void SampleWords::addSegments()
{
    const auto line = [](const QString &name, QLatin1StringView path) {
        return name + u"\turl contains "_s + path + u'\n';
    };
    m_writer.postMemo(audit::Segments::memoKey(), line(tr("Guide"), "/site/guide/"_L1) +
                                                      line(tr("Islands"), "/site/"_L1) +
                                                      line(tr("Test pages"), "/audit/"_L1));
}

void SampleWords::addContacts()
{
    const table::Schema &ads = table::vacancySchema();
    const table::Column &employer = ads.columns[size_t(table::VacancyColumn::Employer)];
    auto contacts = std::make_shared<store::JoinedTable>();
    contacts->name = tr("Our contacts");
    contacts->of = &ads;
    contacts->by = employer.key;
    contacts->file = tr("contacts.csv");
    QList<QByteArray> taken;
    for (const auto &[title, type] :
         {std::pair{tr("Our contact"), table::ColumnType::Text}, {tr("Talks"), table::ColumnType::Integer}}) {
        table::JoinedColumn column;
        column.key = table::joinedKey(ads, title, taken);
        column.title = title;
        column.type = type;
        column.by = contacts->by;
        column.table = contacts->name;
        taken.append(column.key);
        contacts->columns.append(column);
    }
    for (const SampleContact &contact : SampleContacts)
        contacts->rows.push_back({store::joinKey(employer, QString::fromUtf16(contact.employer)),
                                  {tr(contact.person), qint64(contact.talks)}});
    m_writer.postJoined(std::move(contacts));
}

} // namespace linnet::session
