// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "practice/http/httpresponse.h"
#include "practice/vacancies/inventedvacancy.h"

#include <QJsonObject>
#include <QStringList>

#include <expected>
#include <functional>

namespace linnet::practice {

/// Which of a list are asked for.
struct StandInPage
{
    qint64 first = 0;
    qint64 count = 0;
    QString name = {}; ///< whatever pages after this one have to know
    qint64 total = 0;  ///< of the whole list; filled in before the envelope is asked for
};

using AdFilter = std::function<bool(const InventedVacancy &)>;

/// A source of vacancies that the practice server plays over its catalogue: how it is asked and how it says
/// what it has. Another one is a function that gives such a description, and its line in standins.cpp. The
/// functions are pure.
struct StandIn
{
    QString path;             ///< of its list, "/jobicy/remote-jobs"
    QString further = {};     ///< of pages that are named by the one before, with "{}" for the name
    bool oldestFirst = false; ///< else newest first
    QString detail = {};      ///< of one ad, with "{}" for its number at hh.ru; empty = it has none
    bool isFile = false;      ///< its list is a file: it says when it was made, and when it is unchanged
    bool isPosted = false;    ///< its list is asked by POST
    QByteArray keyField;      ///< lower-case name of a header that must be there; empty = everybody may ask
    QString listKey;          ///< member of the answer that holds the records
    QStringList nullable;     ///< members of a record that the fault "nulls" makes null, one in each
    qint64 window = 0;        ///< so many of a list can be reached; 0 = all
    /// Reads the request; otherwise what is answered to it.
    std::function<std::expected<StandInPage, HttpResponse>(const HttpRequest &)> page;
    /// Which ads it asks for; the request is read once for all of them.
    std::function<AdFilter(const HttpRequest &)> filter;
    std::function<QJsonObject(const InventedVacancy &)> record;
    /// Of its own address, when that is another one.
    std::function<QJsonObject(const InventedVacancy &)> details = {};
    /// The answer without its records.
    std::function<QJsonObject(const StandInPage &)> envelope;
    /// Makes the answer of both, where it is another than the envelope with the records as its member.
    std::function<HttpResponse(const QJsonObject &envelope, const QByteArray &records)> answer = {};
    /// What is answered past the window.
    std::function<HttpResponse()> pastWindow = {};
    /// What is answered to a list without ads, when it is no envelope; null otherwise.
    std::function<HttpResponse()> nothing = {};
};

/// All of them.
const std::vector<StandIn> &standIns();

/// A parameter as a number; `missing` when it is not there, -1 when it is none.
int numberOf(const HttpRequest &request, const QString &name, int missing);
/// Of ads that have all words in its title, its company's name or its text.
AdFilter saysAll(const QString &words);
/// A monthly amount of the ad's pay in its own currency, times so many months; nothing without one.
QJsonValue payOf(const InventedVacancy &vacancy, const std::optional<int> InventedSalary::*bound, int months);

} // namespace linnet::practice
