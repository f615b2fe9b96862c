// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QList>
#include <QString>

namespace linnet::practice {

/// One fault of the practice server: its name and its number ("429:7" = every 7th request).
struct Fault
{
    QString name;
    int number = 0;

    bool operator==(const Fault &) const = default;
};

/// Reads "token,429:7,slow:200"; Reason::BadValue names the first that is unknown or lacks its number.
///
/// Without a number: `token` (hh's lists and details want "Authorization: Bearer practice"), `ua` (hh takes a
/// plain name/1.0 only), `nulls` (nullable fields null, of odd types or missing), `drift` (one vacancy
/// enters, once, when a page after the first is asked for the first time), `nodates` (hh ignores date_from
/// and date_to, as it ignores names that it does not know), `later` (the same some days later: 50 more
/// vacancies, 30 gone, 20 with another salary, 10 posted again under a new number). `ads:N`: there are so
/// many vacancies instead of 640, in daytime only; `cap:N`: so many of a list can be reached; `burst:N`: so
/// many of them alike and published within the same five minutes; `news:N`: so many more appear while lists
/// are read. `slow:MS` delays every answer. `404:K`: every K-th vacancy is gone from hh for good.
/// `captcha:K`: after K of hh's lists and details all are refused until the captcha's page is visited, then
/// the next K. Every K-th request that was let in: `429` with Retry-After 1, `429x` without, `503` with HTML,
/// `hang` (never answered), `redirfile` (to file:///etc/passwd; details only), `badjson` (200 with HTML),
/// `cut` (half the body), `gz` (undecodable). If several are due, the first in this order happens. All of
/// these together hit one address twice at most, a hang once, so that a third attempt gets through.
Result<QList<Fault>> parseFaults(QStringView list);

} // namespace linnet::practice
