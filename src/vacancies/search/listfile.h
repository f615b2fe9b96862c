// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "vacancies/search/lane.h"

class QLockFile;

namespace linnet::vacancies {

/// A list that comes as one large file (SourceFacts::listIsFile). It is fetched to the cache folder, where it
/// stays, so that a server which can tell that it is unchanged need not send it again; from there its records
/// are read piece by piece. A piece is a page that the one before has named, so that rows appear while the
/// file is read and a run that was left goes on where it was. Functions for any thread.
namespace listfile {

/// Ads of a piece, at most.
inline constexpr int PieceAds = 1000;

/// Where the file of an address is kept; the folder exists afterwards.
QString pathOf(const QUrl &address);
/// Held while the file is fetched: two runs must not write to it. Null when somebody else holds it.
std::shared_ptr<QLockFile> lock(const QString &path);
/// Fields by which the server can say that what is kept is still the same.
net::HeaderFields ask(const QString &path);
/// Of the answer, 2xx or 304: a page without ads that names the first piece, and notes how old a file is that
/// is not of today. Keeps what ask() needs.
ListPage fetched(const QString &path, const QString &source, const net::Response &response);
/// Whether a name is that of another request for the file, not of a piece: the file was replaced meanwhile.
bool asksAgain(const QString &name);
/// The piece of that name. Of a file that ends or breaks off too early what stands before is read first;
/// then it is BadBody, and the next request does not say that the file is kept. Ads that are left out are
/// only counted: most of a whole market is not what somebody looks for.
Result<ListPage> piece(const QString &path, const QString &name, const VacancySource &source,
                       const Query &query, const QUrl &base);

} // namespace listfile

} // namespace linnet::vacancies
