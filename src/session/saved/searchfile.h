// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "session/saved/savedsearch.h"

#include <QCoreApplication>

namespace linnet::session {

/// A saved search as one small file (JSON) for a colleague, and back. Secrets are never in a search. What
/// only holds on the writer's computer, or would send requests elsewhere or less politely than the reader
/// knows, is read apart, to be asked about: proxies, a user agent, another address of an API, "ignore
/// robots.txt", hosts that get headers. Pure; any thread.
struct SearchFile
{
    static constexpr qint64 MostBytes = 64 << 20;

    SavedSearch search;      ///< without what has to be asked about
    SavedSearch asWritten;   ///< with it
    QStringList questions{}; ///< what the two differ in, in words for people; empty = in nothing

    /// addresses: what the newest run of a crawl or a check began with. Reason::BadValue, with a sentence,
    /// for an import and a test of proxies, which name files and proxies of this computer. Schedule, number
    /// and folders stay here.
    static Result<QByteArray> write(const SavedSearch &search, const QStringList &addresses);
    /// Reason::BadFile with what is wrong.
    static Result<SearchFile> read(const QByteArray &bytes);

    Q_DECLARE_TR_FUNCTIONS(linnet::session::SearchFile)
};

} // namespace linnet::session
