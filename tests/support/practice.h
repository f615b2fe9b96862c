// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/countedpractice.h"
#include "support/rawclient.h"

#include <QJsonArray>

namespace linnet::test {

/// A started practice server and a client of it.
struct Practice
{
    explicit Practice(QStringView faults = {})
        : server(practice::parseFaults(faults).value_or(QList<practice::Fault>()))
        , url(server.start().value_or(QUrl()))
        , client(url)
    {
    }

    test::CountedPractice server;
    QUrl url;
    RawClient client;
};

/// The first entry of an error body of hh's.
inline QJsonObject firstError(const RawAnswer &answer)
{
    return answer.json()[QLatin1StringView("errors")][0].toObject();
}

/// The ids on a page of hh's listing.
inline QStringList ids(const RawAnswer &page)
{
    QStringList list;
    for (const QJsonValue &item : page.json()[QLatin1StringView("items")].toArray())
        list.append(item[QLatin1StringView("id")].toString());
    return list;
}

/// Targets of hh's API: a page of everything, and the vacancy with a running number from 1.
inline QByteArray listPage(int page)
{
    return "/vacancies?area=113&per_page=100&page=" + QByteArray::number(page);
}

inline QByteArray detailOf(int number)
{
    return "/vacancies/" + QByteArray::number(100'000'000 + number);
}

} // namespace linnet::test
