// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "net/address.h"
#include "net/request.h"
#include "store/unit.h"

#include <QHash>
#include <QJsonObject>
#include <QStringList>
#include <QUrl>

#include <vector>

namespace linnet::checks {

/// A part of a run: the whole list asked once. Its code is the kind of its units of work.
struct Phase
{
    enum class Order : quint8
    {
        Free,       ///< as the limits allow
        OneByOne,   ///< strictly in the order of the list
        Concurrent, ///< free too, as the second half of a comparison
    };
    Order order = Order::Free;
    int round = 0; ///< from 1, of a comparison or a watch; 0 otherwise

    QString kind() const; ///< none is the beginning of another one
    QString code() const; ///< for the column `phase`; "" for a plain check

    bool operator==(const Phase &) const = default;
};

/// A check as form and command line ask for it. The addresses are not part of it: they are the run's work.
struct CheckSpec
{
    static constexpr int MostRepetitions = 20;
    static constexpr int MostLetters = 10'000;

    net::Method method = net::Method::Get;
    int preview = 100;       ///< code points, 0 to MostLetters
    bool sequential = false; ///< strictly one after another
    int comparisons = 0;     ///< one by one, then all at once, so many times; 0 = no comparison
    int watchMinutes = 0;    ///< again every so many minutes, 1 to 1440, until it is ended; 0 = once
    QString title;           ///< for people: "5 addresses", a file's name
    QString list;            ///< fingerprint(): runs of the same list belong together

    bool operator==(const CheckSpec &) const = default;

    /// Reason::BadValue with the name of what cannot be used.
    Result<void> validate() const;
    QJsonObject toJson() const;
    static Result<CheckSpec> fromJson(const QJsonObject &json);

    /// The parts that are known from the start, in their order.
    std::vector<Phase> phases() const;
};

/// An address to check.
struct CheckAddress
{
    net::Address address;
    int line = 0;          ///< where it stands in the list, from 1; 0 = nowhere
    QByteArray login = {}; ///< "user:password" that stands in it, percent-encoded; a secret
    QString written = {};  ///< as it stands in the list, without the login; empty = as `address`

    /// Of a text that jobs::AddressInput takes for one.
    static CheckAddress of(const QString &text, int line);
    /// What names it in keys and rows.
    QString text() const { return written.isEmpty() ? address.text() : written; }
};

/// The same for the same addresses in the same order.
QString fingerprint(const std::vector<CheckAddress> &addresses);

/// A line of the input that is no address.
struct RefusedLine
{
    QString text;
    int line = 0;
    Error error;
};

/// In the ref of a unit: its address had a login, without which another answer would come.
inline constexpr QLatin1StringView WithLogin{"login"};

/// Kind of the units that stand for refused lines; they end as failures without a request.
inline constexpr QLatin1StringView RefusedKind{"refused"};

/// The work of one part. The store keeps an address that comes again only once.
std::vector<store::WorkAdd> workOf(const Phase &phase, const std::vector<CheckAddress> &addresses);
/// All that a new run begins with.
std::vector<store::WorkAdd> firstWork(const CheckSpec &spec, const std::vector<CheckAddress> &addresses,
                                      const std::vector<RefusedLine> &refused);
/// The logins of the addresses that have one, as the value of Authorization, by address; for the job, in
/// memory only.
QHash<QString, QByteArray> loginsOf(const std::vector<CheckAddress> &addresses);
/// Why a unit of RefusedKind was refused.
Error refusal(const QString &ref);
/// The address of a unit's key.
QString addressOf(const QString &workKey);

} // namespace linnet::checks
