// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/output/listingproof.h"

#include "session/runparams.h"
#include "store/read/rowreader.h"
#include "vacancies/search/searchlane.h"

#include <QTimeZone>

#include <algorithm>
#include <utility>

namespace linnet::cli {

using namespace Qt::Literals::StringLiterals;

namespace {

QJsonValue utc(const std::optional<qint64> &seconds)
{
    return seconds
               ? QJsonValue(QDateTime::fromSecsSinceEpoch(*seconds, QTimeZone::utc()).toString(Qt::ISODate))
               : QJsonValue();
}

QJsonObject entryOf(const vacancies::ListingProof &proof)
{
    QJsonObject entry{{u"source"_s, proof.source},
                      {u"query"_s, proof.query.title()},
                      {u"found"_s, proof.told >= 0 ? QJsonValue(proof.told) : QJsonValue()},
                      {u"read"_s, proof.read},
                      {u"complete"_s, proof.isRead && !proof.isTooLarge}};
    if (!proof.part.window.isOpen()) {
        entry[u"from"_s] = utc(proof.part.window.from);
        entry[u"to"_s] = utc(proof.part.window.to);
    }
    for (const auto &[name, values] : {std::pair{u"areas"_s, &proof.part.areas},
                                       {u"roles"_s, &proof.part.roles},
                                       {u"experience"_s, &proof.part.experience}}) {
        if (!values->isEmpty())
            entry[name] = QJsonArray::fromStringList(*values);
    }
    return entry;
}

} // namespace

QJsonArray listingsOf(store::RowReader &reader, RunId run)
{
    QJsonArray listings;
    const auto runs = reader.runs();
    if (!runs)
        return listings;
    const auto info = std::ranges::find(*runs, run, &store::RunInfo::id);
    if (info == runs->end())
        return listings;
    const auto spec = session::RunParams::search(info->params);
    if (!spec)
        return listings;
    for (const vacancies::ListingProof &proof : vacancies::proofOf(*spec, info->counts))
        listings.append(entryOf(proof));
    return listings;
}

} // namespace linnet::cli
