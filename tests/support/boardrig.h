// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vacancies/vacancysource.h"

#include <QJsonObject>

namespace linnet::test {

/// Reads records of one source, given as JSON, within the page that its server would send.
class BoardRig
{
public:
    /// The page around records is {list: [...]} and the other members of `page`; without a name of the list
    /// it is the list alone. query: what is asked unless a test asks for something else.
    BoardRig(QStringView id, QString list, QJsonObject page = {}, vacancies::Query query = {});

    const vacancies::VacancySource &source() const { return m_source; }
    QByteArray page(const QList<QJsonObject> &records) const;
    Result<vacancies::ListPage> read(const QList<QJsonObject> &records,
                                     const vacancies::Query &query = {}) const;
    /// The one ad of a page; a default one when it is left out or unreadable.
    vacancies::Vacancy readOne(const QJsonObject &record, const vacancies::Query &query = {}) const;
    /// The rule that leaves the record out; empty when it passes.
    QString leftOut(const QJsonObject &record, const vacancies::Query &query) const;
    /// Columns whose cells change when a member of the record is replaced, as "a, b"; "unreadable" when the
    /// record cannot be used any more. "a.b" is a member of a member.
    QString changedBy(const QJsonObject &record, const QString &member,
                      const QJsonValue &value = QJsonValue::Null) const;
    /// Checks that no member of the record upsets the reader, whatever type it has. The first that does.
    QString upsetBy(const QJsonObject &record) const;
    /// The decoded query of a page's address.
    QString asked(const vacancies::Query &query, int page = 0) const;

private:
    const vacancies::VacancySource &m_source;
    QString m_list;
    QJsonObject m_page;
    vacancies::Query m_query;
};

/// An object from its text.
QJsonObject jsonOf(const QByteArray &text);

} // namespace linnet::test
