// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QList>
#include <QStringList>

namespace linnet::jobs {

/// Web addresses as people give them, one or more a line: pasted, typed or from a text file. Every line is
/// taken, named as a repetition, or refused with its number and reason; none is dropped silently. Pure, any
/// thread.
///
/// Blank lines, lines that begin with "#" and a first line that is only a column's name are no addresses and
/// are not counted. Quotes, angle brackets and a trailing comma or semicolon around an address are taken off,
/// a space inside it becomes %20; else it stays as it was written.
class AddressInput
{
public:
    struct Address
    {
        int line; ///< from 1; 0 for an address of a list of arguments
        QString url;

        bool operator==(const Address &) const = default;
    };
    struct Refused
    {
        int line;
        QString text; ///< at most 200 characters of it
        /// NoScheme (detail is the address with https:// before it), OtherScheme (detail is the scheme),
        /// BadUrl, BadLine (not text, or longer than an address can be).
        Error error;

        /// What may be shown and written: it may have a login in it nevertheless.
        Refused withoutLogin() const;
        bool operator==(const Refused &) const = default;
    };
    struct Repeated
    {
        int line;
        int firstLine;

        bool operator==(const Repeated &) const = default;
    };
    enum class NoScheme : quint8
    {
        Refuse,
        TakeAsHttps, ///< after the user said so
        /// As people mean it: http:// before localhost, before an address in numbers and where a port other
        /// than 443 is named, https:// before all others.
        TakeAsWeb,
    };

    static constexpr qsizetype MaxLength = 8192; ///< of one address, in UTF-16 units

    /// A file's bytes; see encoding::fileText().
    static AddressInput fromBytes(const QByteArray &bytes, NoScheme noScheme = NoScheme::Refuse);
    static AddressInput fromText(QStringView text, NoScheme noScheme = NoScheme::Refuse);
    /// Arguments or cells, each one address and nothing else; line is the place in the list, from
    /// `firstLine`.
    static AddressInput fromList(const QStringList &texts, int firstLine = 1,
                                 NoScheme noScheme = NoScheme::Refuse);
    /// One address; the errors are those of Refused.
    static Result<QString> address(QStringView text, NoScheme noScheme = NoScheme::Refuse);

    QList<Address> addresses; ///< in the order of the input, each once (a fragment makes no difference)
    QList<Refused> refused;
    QList<Repeated> repeated;
};

} // namespace linnet::jobs
