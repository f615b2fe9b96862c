// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/trudvsemstandin.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace linnet::test {

using namespace Qt::Literals::StringLiterals;

QJsonObject trudvsemRecord(const QString &id, const QString &title, const QJsonObject &more)
{
    QJsonObject record{{u"id"_s, id},
                       {u"job-name"_s, title},
                       {u"creation-date"_s, u"2026-11-01"_s},
                       {u"date_modify"_s, u"2026-11-20T10:00:00+0300"_s},
                       {u"vac_url"_s, u"https://trudvsem.ru/vacancy/card/1/"_s + id}};
    for (auto member = more.begin(); member != more.end(); ++member)
        record[member.key()] = member.value();
    return record;
}

TrudvsemStandIn::TrudvsemStandIn(std::vector<QJsonObject> records)
    : m_records(std::move(records))
{
    m_server.setHandler([this](const Seen &seen) { return answer(seen); });
}

void TrudvsemStandIn::setAnswer(const QString &words, std::vector<QJsonObject> records)
{
    m_answers.insert(words, std::move(records));
}

void TrudvsemStandIn::changeAfter(int page, int records)
{
    m_changePage = page;
    m_changedSize = records;
}

QString TrudvsemStandIn::base() const
{
    return m_server.url(u"/api/v1"_s).toString();
}

QList<QUrlQuery> TrudvsemStandIn::asked() const
{
    QList<QUrlQuery> result;
    for (const Seen &seen : m_server.seen())
        result.append(QUrlQuery(QUrl::fromEncoded(seen.target)));
    return result;
}

QStringList TrudvsemStandIn::paths() const
{
    QStringList result;
    for (const Seen &seen : m_server.seen())
        result.append(QUrl::fromEncoded(seen.target).path());
    return result;
}

const std::vector<QJsonObject> &TrudvsemStandIn::recordsFor(const QString &words) const
{
    const auto found = m_answers.constFind(words);
    return found == m_answers.cend() ? m_records : *found;
}

Answer TrudvsemStandIn::answer(const Seen &seen)
{
    const QUrlQuery query(QUrl::fromEncoded(seen.target));
    const auto &records = recordsFor(query.queryItemValue(u"text"_s, QUrl::FullyDecoded));
    const int page = query.queryItemValue(u"offset"_s).toInt();
    const qsizetype all = m_changed ? m_changedSize : qsizetype(records.size());
    m_changed = m_changed || page == m_changePage;
    const qsizetype from = qsizetype(page) * m_pageSize;
    if (page == m_broken || (m_pastEnd > 0 && page > 0 && from >= all))
        return m_pastEnd == 200 ? Answer::text(R"({"status": "500", "meta": {"error": "x"}, "results": {}})")
                                : Answer::status(m_pastEnd > 0 ? m_pastEnd : 500);
    QJsonArray list;
    for (qsizetype i = from; i < std::min(all, from + m_pageSize); ++i)
        list.append(QJsonObject{{u"vacancy"_s, records[size_t(i)]}});
    QJsonObject results;
    if (!list.isEmpty())
        results.insert(u"vacancies"_s, list);
    const QJsonObject body{
        {u"status"_s, u"200"_s},
        {u"meta"_s, QJsonObject{{u"total"_s, all}, {u"limit"_s, m_saysSize ? m_pageSize : 100}}},
        {u"results"_s, results}};
    return Answer::text(QJsonDocument(body).toJson(QJsonDocument::Compact));
}

} // namespace linnet::test
