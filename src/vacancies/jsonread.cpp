// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/jsonread.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <cmath>

namespace linnet::vacancies::json {

using namespace Qt::Literals::StringLiterals;

QString text(const QJsonValue &value)
{
    QString result;
    if (value.isString())
        result = value.toString();
    else if (value.isDouble())
        result = value.toVariant().toString();
    result.remove(QChar(0)); // no file of text can hold it
    return result.isEmpty() ? QString() : result;
}

std::optional<bool> boolean(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool();
    const QString word = value.toString().trimmed();
    if (word.compare("true"_L1, Qt::CaseInsensitive) == 0)
        return true;
    if (word.compare("false"_L1, Qt::CaseInsensitive) == 0)
        return false;
    return {};
}

std::optional<double> number(const QJsonValue &value)
{
    bool ok = value.isDouble();
    const double result = ok ? value.toDouble() : value.toString().trimmed().toDouble(&ok);
    return ok && std::isfinite(result) ? std::optional(result) : std::nullopt;
}

std::optional<qint64> integer(const QJsonValue &value)
{
    const auto real = number(value);
    constexpr double Largest = 9e15; // every whole number below is exact
    return real && std::abs(*real) < Largest ? std::optional(qint64(*real)) : std::nullopt;
}

QString textIn(const QJsonValue &value, QLatin1StringView key)
{
    return text(value.toObject().value(key));
}

QStringList names(const QJsonValue &value)
{
    const QJsonArray items = value.isArray() ? value.toArray() : QJsonArray{value};
    QStringList result;
    for (const QJsonValue &item : items) {
        const QString name = item.isObject() ? textIn(item, "name"_L1) : text(item);
        if (!name.isNull())
            result.append(name);
    }
    return result;
}

Result<QJsonObject> object(const QByteArray &body)
{
    if (const QByteArray start = body.left(200).trimmed(); start.startsWith('<')) {
        static const QRegularExpression title(u"<title[^>]*>([^<]{1,200})</title"_s,
                                              QRegularExpression::CaseInsensitiveOption);
        const QString name = title.match(QString::fromUtf8(body.left(20'000))).captured(1).simplified();
        return fail(Reason::BadBody, name.isEmpty() ? u"a web page instead of data"_s
                                                    : u"a web page instead of data: \"%1\""_s.arg(name));
    }
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (error.error != QJsonParseError::NoError)
        return fail(Reason::BadBody, u"%1 at byte %2"_s.arg(error.errorString()).arg(error.offset));
    if (!document.isObject())
        return fail(Reason::BadBody, u"no JSON object"_s);
    return document.object();
}

} // namespace linnet::vacancies::json
