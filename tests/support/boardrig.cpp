// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/boardrig.h"

#include "vacancies/search/sources.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace linnet::test {

using namespace Qt::Literals::StringLiterals;

namespace {

const QUrl Base(u"http://127.0.0.1:8080/board"_s);

void replaceMember(QJsonObject &object, const QString &path, const QJsonValue &value)
{
    const QString key = path.section(u'.', 0, 0);
    if (key == path) {
        object.insert(key, value);
        return;
    }
    QJsonObject inner = object.value(key).toObject();
    replaceMember(inner, path.section(u'.', 1), value);
    object.insert(key, inner);
}

} // namespace

BoardRig::BoardRig(QStringView id, QString list, QJsonObject page, vacancies::Query query)
    : m_source(*vacancies::sourceById(id))
    , m_list(std::move(list))
    , m_page(std::move(page))
    , m_query(std::move(query))
{
}

QByteArray BoardRig::page(const QList<QJsonObject> &records) const
{
    QJsonArray list;
    for (const QJsonObject &record : records)
        list.append(record);
    if (m_list.isEmpty())
        return QJsonDocument(list).toJson(QJsonDocument::Compact);
    QJsonObject page = m_page;
    page.insert(m_list, list);
    return QJsonDocument(page).toJson(QJsonDocument::Compact);
}

Result<vacancies::ListPage> BoardRig::read(const QList<QJsonObject> &records,
                                           const vacancies::Query &query) const
{
    return m_source.parseList(page(records), query == vacancies::Query() ? m_query : query, Base);
}

vacancies::Vacancy BoardRig::readOne(const QJsonObject &record, const vacancies::Query &query) const
{
    const auto list = read({record}, query);
    return list && list->vacancies.size() == 1 ? list->vacancies.front() : vacancies::Vacancy();
}

QString BoardRig::leftOut(const QJsonObject &record, const vacancies::Query &query) const
{
    const auto list = read({record}, query);
    if (!list || list->vacancies.size() + list->leftOut.size() != 1)
        return u"unreadable"_s;
    return list->leftOut.empty() ? QString() : QString(list->leftOut.front().rule);
}

QString BoardRig::changedBy(const QJsonObject &record, const QString &member, const QJsonValue &value) const
{
    QJsonObject other = record;
    replaceMember(other, member, value);
    const vacancies::Vacancy changed = readOne(other);
    if (changed.id.isEmpty())
        return u"unreadable"_s;
    const table::Cells before = readOne(record).toRow();
    const table::Cells after = changed.toRow();
    QStringList columns;
    for (size_t i = 0; i < before.size(); ++i) {
        if (before[i] != after[i])
            columns.append(QString(table::VacancyColumns[i].key));
    }
    return columns.join(u", ");
}

QString BoardRig::upsetBy(const QJsonObject &record) const
{
    const QJsonArray odd{true,
                         17,
                         -1,
                         1e300,
                         u""_s,
                         u"text"_s,
                         QJsonArray(),
                         QJsonObject(),
                         QJsonArray{QJsonValue::Null},
                         QJsonArray{QJsonArray{1}},
                         QJsonArray{QJsonObject{{"name"_L1, 5}}, 7}};
    for (const QString &member : record.keys()) {
        for (const QJsonValue &value : odd) {
            QJsonObject other = record;
            other.insert(member, value);
            const auto list = read({other, record});
            if (!list || list->vacancies.size() + size_t(list->unreadable) != 2 ||
                list->vacancies.back() != readOne(record))
                return member;
        }
    }
    return {};
}

QString BoardRig::asked(const vacancies::Query &query, int page) const
{
    const QUrl url = m_source.listPage(query, Base, page).url;
    return QUrl::fromPercentEncoding(url.query(QUrl::FullyEncoded).toLatin1());
}

QJsonObject jsonOf(const QByteArray &text)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError)
        qFatal("%s at byte %d", qPrintable(error.errorString()), error.offset);
    return document.object();
}

} // namespace linnet::test
