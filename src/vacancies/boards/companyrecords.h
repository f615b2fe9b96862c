// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "vacancies/foundad.h"

#include <QJsonArray>
#include <QJsonObject>

#include <span>

namespace linnet::vacancies {

/// A service on which companies publish their own vacancies, and how it is asked and read.
struct BoardService
{
    QLatin1StringView id;  ///< before the colon of a company's name
    QLatin1StringView api; ///< address of a company's ads; "{}" is the company
    /// What a company's pages begin with, "{}" as above, without the scheme; a host of its own may stand in
    /// front of a path. Blanks part several.
    QLatin1StringView pages;
    QLatin1StringView list;   ///< member with the records; empty = the answer is a list, or XML
    QLatin1StringView fields; ///< of its records that are read, as VacancySource::knownFields(), by blanks
    int perPage = 0;          ///< of those that give ads in pages; 0 = all at once
    void (*read)(const QJsonObject &record, FoundAd &ad) = nullptr; ///< all but the id's first parts
};

/// All that are known, in the order in which they are named.
std::span<const BoardService> boardServices();

/// The vacancies of Personio's XML as records: members as they are called there. Reason::BadBody when it is
/// another document.
Result<QJsonArray> personioRecords(const QByteArray &xml);

} // namespace linnet::vacancies
