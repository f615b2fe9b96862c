// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/vacancies/inventedvacancy.h"

#include <QJsonArray>

namespace linnet::practice {

/// Vacancies in the shape of hh's API (OpenAPI description of December 2025): what a listing says and what
/// only the vacancy's own address says.
class HhJson
{
public:
    /// `base` is the server's address without a slash at the end.
    HhJson(const Vocabulary &words, QString base);

    /// Without description, key_skills and the other fields that only details have.
    QJsonObject listed(const InventedVacancy &vacancy) const;
    QJsonObject detailed(const InventedVacancy &vacancy) const;

    /// The tree of hh's /areas, as far as the catalogue reaches.
    QJsonArray areas() const;

    /// Moscow time as hh writes it: the offset has no colon.
    static QString timeText(const QDateTime &time);

    /// hh's error body: one entry of `errors` per pair of type and value (null value = none).
    static QJsonObject error(const QString &type, const QStringList &values, const QString &description = {});

private:
    QJsonObject common(const InventedVacancy &vacancy) const;
    void addSalary(QJsonObject &object, const InventedVacancy &vacancy) const;
    QJsonValue employer(const InventedVacancy &vacancy, bool detail) const;
    QJsonValue address(const InventedVacancy &vacancy) const;
    QJsonValue entry(const QString &list, const QString &id) const;

    const Vocabulary &m_words;
    QString m_base;
};

} // namespace linnet::practice
