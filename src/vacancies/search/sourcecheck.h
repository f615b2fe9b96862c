// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vacancies/vacancysource.h"

#include <QCoreApplication>
#include <QMetaType>

namespace linnet::vacancies {

/// What one page of a source says about whether the source still answers as it is read: so that a broken
/// interface can be told from a broken network.
struct SourceCheck
{
    Q_DECLARE_TR_FUNCTIONS(linnet::vacancies::SourceCheck)

public:
    enum class Finding : quint8
    {
        Fine,
        Unreachable, ///< no answer
        Refused,     ///< an answer that is no page: its status is in `error`
        Changed,     ///< a page that is no such list any more, or lacks what is read
    };

    Finding finding = Finding::Unreachable;
    Error error = {};
    int ads = 0;              ///< on the page, those that cannot be read included
    int unreadable = 0;       ///< of them
    QStringList missing = {}; ///< members that are read and that no record of the page has
    QStringList unread = {};  ///< members of its records that are not read

    bool operator==(const SourceCheck &) const = default;

    /// "fine", "unreachable", "refused", "changed"; for scripts.
    QLatin1StringView code() const;
    /// One or two sentences for people.
    QString text() const;

    /// The request for one page, of a file its beginning, whose content is a SourceCheck.
    static net::Request request(const VacancySource &source, const Query &query, const QUrl &base);
    static SourceCheck unreachable(const Error &error);
    static SourceCheck of(const VacancySource &source, const Query &query, const QUrl &base,
                          const net::Response &response);
};

} // namespace linnet::vacancies

Q_DECLARE_METATYPE(linnet::vacancies::SourceCheck)
