// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/engine.h"
#include "vacancies/query.h"

#include <QByteArray>
#include <QHash>
#include <QUrl>

#include <variant>

namespace linnet::session {

/// A vacancy search as form and command line ask for it.
struct VacancySpec
{
    struct Source
    {
        QString id;
        vacancies::Query query; ///< with this source's region ids
        QUrl base;              ///< empty = the source's own

        bool operator==(const Source &) const = default;
    };
    std::vector<Source> sources; ///< at least one
    bool details = true;

    bool operator==(const VacancySpec &) const = default;
    QJsonObject toJson() const;
    static Result<VacancySpec> fromJson(const QJsonObject &json);
};

/// How requests of a run are made; no secrets, it is stored with the run.
struct RequestSpec
{
    net::Pace pace;
    std::chrono::milliseconds timeout{30'000}; ///< 1 s to 10 min
    int retries = 2;                           ///< 0 to 10
    QByteArray userAgent;                      ///< empty = Linnet/<version>

    bool operator==(const RequestSpec &) const = default;
    QJsonObject toJson() const;
    static Result<RequestSpec> fromJson(const QJsonObject &json);
};

} // namespace linnet::session
