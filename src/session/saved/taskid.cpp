// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/saved/taskid.h"

#include "session/runparams.h"
#include "store/project/projectmerge.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace linnet::session {

using namespace Qt::Literals::StringLiterals;

QByteArray taskKey(const QJsonObject &params)
{
    QJsonObject what = params;
    what.remove(runparam::Requests);
    what.remove(store::RunOrigin); // whoever asked, it was the same
    if (const QUrl practice = RunParams::practice(what); !practice.isEmpty())
        what = RunParams::moved(what, practice, QUrl(u"http://practice"_s));
    QJsonObject search = what[runparam::Search].toObject();
    search.remove("day"_L1);
    QJsonArray sources;
    for (const QJsonValue &value : search.value("sources"_L1).toArray()) {
        QJsonObject source = value.toObject();
        source.remove("base"_L1);
        sources.append(source);
    }
    if (!sources.isEmpty())
        search["sources"_L1] = sources;
    what.insert(runparam::Search, search);
    return QJsonDocument(what).toJson(QJsonDocument::Compact);
}

QString taskId(const QString &kind, const QJsonObject &params)
{
    const QByteArray id = QCryptographicHash::hash(kind.toUtf8() + taskKey(params), QCryptographicHash::Sha1);
    return QString::fromLatin1(id.toHex());
}

} // namespace linnet::session
