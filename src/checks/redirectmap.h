// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checks/inputreader.h"
#include "table/schema.h"
#include "table/value.h"

#include <QHash>

namespace linnet::checks {

/// How the redirect of an old address turned out.
enum class RedirectVerdict : quint8
{
    AsExpected,   ///< one redirect to the new address, which answers with 200; or both are one
    OtherAddress, ///< it leads elsewhere
    Chain,        ///< as expected, but by two redirects or more
    NoRedirect,   ///< the old address answers by itself
    Loop,         ///< the redirects never end
    Error,        ///< no good answer, and not from the new address
    NewNot200,    ///< the new address was reached and answers otherwise, or sends on
};

/// Stored code: "as_expected", "other_address", "chain", "no_redirect", "loop", "error", "new_not_200".
QString redirectVerdictCode(RedirectVerdict verdict);
inline constexpr int RedirectVerdicts = 7;

/// A list of old addresses and where each shall lead: what is to be asked, and what the answers mean. Pure,
/// any thread.
class RedirectMap
{
public:
    /// A table with the columns old and new, by their names in English or Russian, else the first two. Lines
    /// that cannot be used are in input().refused. BadValue when there are no two columns.
    static Result<RedirectMap> read(const QByteArray &bytes,
                                    InputReader::NoScheme noScheme = InputReader::NoScheme::Refuse);

    const CheckInput &input() const { return m_input; } ///< the old addresses

    /// Of a row of table::checkSchema() for an address of the input.
    RedirectVerdict verdict(const table::Cells &checked) const;
    /// The same with all that belongs to it, as a row of redirectSchema().
    table::Cells row(const table::Cells &checked) const;

private:
    void add(const InputTable::Record &record, int oldColumn, int newColumn, InputReader::NoScheme noScheme);
    net::Address expected(const table::Cells &checked) const;

    CheckInput m_input;
    QHash<QString, net::Address> m_new; ///< by the text of the old address
    QHash<QByteArray, int> m_lines;     ///< of the old addresses
};

/// The columns url, expected, final, verdict, hops, status, reason, line.
const table::Schema &redirectSchema();

} // namespace linnet::checks
