// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table/schema.h"

namespace linnet::table {

/// Checked addresses: the five contract columns first, then Linnet's own.
const Schema &checkSchema();

/// Positions in checkSchema().columns, for the code that makes rows.
enum class CheckColumn : int
{
    Url,
    Status,
    Seconds,
    Length,
    Preview,
    Reason, ///< code of linnet::Reason; empty = a whole answer with a status below 400
    HeadersSeconds,
    Type,
    FinalUrl,
    Hops,
    Title,
    CertificateProblem,
    CertificateExpires,
    Retries,
    State, ///< code: ok, http_error, incomplete (not all of it could be read), no_answer
    Method,
    FetchedAt,
    Line,
    Encoding,
    Redirects, ///< one line for each hop: its status and address
    Phase,     ///< code, of a comparison: sequential, concurrent; empty otherwise
    Round,     ///< from 1, of a comparison or a watch; empty otherwise
    Change,    ///< of a watch: what is not as it was in the round before
    Count,
};

} // namespace linnet::table
