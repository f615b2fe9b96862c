// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/changes/taskidentity.h"

#include "session/runparams.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace linnet::session {

using namespace Qt::Literals::StringLiterals;

QByteArray taskIdentity(const store::RunInfo &run)
{
    QJsonObject what = run.params;
    what.remove(runparam::Requests);
    // The practice server stands elsewhere each time.
    if (const QUrl practice = RunParams::practice(what); !practice.isEmpty())
        what = RunParams::moved(what, practice, QUrl(u"http://practice"_s));
    QJsonObject search = what[runparam::Search].toObject();
    search.remove("day"_L1);
    if (search.contains("sources"_L1)) {
        QJsonArray sources;
        for (const QJsonValue &value : search["sources"_L1].toArray()) {
            QJsonObject source = value.toObject();
            source["base"_L1] = QString();
            sources.append(source);
        }
        search["sources"_L1] = sources;
    }
    what.insert(runparam::Search, search);
    return QJsonDocument(what).toJson(QJsonDocument::Compact);
}

} // namespace linnet::session
