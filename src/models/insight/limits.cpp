// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/insight/limits.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace linnet::models {

using namespace Qt::Literals::StringLiterals;
using analysis::Fewest;

Fewest limitsFromMemo(const QString &memo)
{
    const QJsonObject object = QJsonDocument::fromJson(memo.toUtf8()).object();
    const auto read = [&object](QLatin1StringView key, qint64 usual, qint64 least) {
        return std::clamp<qint64>(object.value(key).toInteger(usual), least, MostLimit);
    };
    Fewest limits;
    limits.forMedian = read("median"_L1, limits.forMedian, LeastLimit);
    limits.forSure = read("sure"_L1, limits.forSure, limits.forMedian);
    limits.forTenths = read("tenths"_L1, limits.forTenths, limits.forMedian);
    return limits;
}

QString limitsMemo(const Fewest &limits)
{
    if (limits == Fewest())
        return {};
    const QJsonObject object{
        {u"median"_s, limits.forMedian}, {u"sure"_s, limits.forSure}, {u"tenths"_s, limits.forTenths}};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace linnet::models
