// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/log/redacted.h"

#include <QDir>
#include <QRegularExpression>

#include <algorithm>
#include <functional>

namespace linnet {

using namespace Qt::Literals::StringLiterals;

namespace {

using Match = QRegularExpressionMatch;

constexpr auto Hidden = "***"_L1;

QRegularExpression anyCase(const QString &pattern)
{
    return QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption |
                                           QRegularExpression::UseUnicodePropertiesOption);
}

/// Each place that fits, as `instead` wants it.
QString replaced(const QString &text, const QRegularExpression &pattern,
                 const std::function<QString(const Match &)> &instead)
{
    QString result;
    qsizetype from = 0;
    for (auto each = pattern.globalMatch(text); each.hasNext();) {
        const Match match = each.next();
        result += QStringView(text).sliced(from, match.capturedStart() - from);
        result += instead(match);
        from = match.capturedEnd();
    }
    result += QStringView(text).sliced(from);
    return result;
}

/// As often as it was encoded: an address may stand within another one.
QString decoded(QString text)
{
    constexpr int Depth = 3;
    for (int i = 0; i < Depth && text.contains(u'%'); ++i)
        text = QString::fromUtf8(QByteArray::fromPercentEncoding(text.toUtf8()));
    return text;
}

/// "name", a sign, a value: the value goes when the name says that it is secret.
QString ofSecretName(const Match &match)
{
    const QString name = decoded(match.captured(1));
    const qsizetype from =
        std::max({name.lastIndexOf(u'?'), name.lastIndexOf(u'&'), name.lastIndexOf(u'#')}) + 1;
    const bool isSecret = !match.captured(3).isEmpty() && isSecretName(QStringView(name).sliced(from));
    return isSecret ? match.captured(1) + match.captured(2) + Hidden + match.captured(4) : match.captured(0);
}

QString withoutHeaders(const QString &text)
{
    static const QRegularExpression field = anyCase(u"\\b((?:proxy-)?authorization|(?:set-)?cookie2?|x-[\\w-]"
                                                    u"*(?:key|token|auth|secret|api-app-id)[\\w-]*)"
                                                    "(\"?\\s*[:=]\\s*)([^\\r\\n]+)"_s);
    return replaced(text, field,
                    [](const Match &match) { return match.captured(1) + match.captured(2) + Hidden; });
}

/// Those of addresses, "user:word@host" without a scheme, and "host:port:user:word".
QString withoutLogins(const QString &text)
{
    static const QRegularExpression ofAddress(u"(//)[^\\s/?#\"'<>]*@"_s);
    static const QRegularExpression bare(u"()(?<![\\w/.%+-])[^\\s/@:\"'<>(]+:[^\\s/@\"'<>]+@(?=[\\w\\[])"_s);
    static const QRegularExpression behind(
        u"((?:\\b(?:\\d{1,3}\\.){3}\\d{1,3}|\\b[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){1,10}|\\[[0-9a-f:.]+\\]):\\d{1,5}:)[^\\s:/]+:[^\\s]+"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto hidden = [](const Match &match) { return match.captured(1) + Hidden + u'@'; };
    QString result = replaced(replaced(text, ofAddress, hidden), bare, hidden);
    return replaced(result, behind, [](const Match &match) { return match.captured(1) + Hidden; });
}

// Lengths have bounds, so that a long text takes no time that grows faster than it.
QString withoutValues(const QString &text)
{
    static const QRegularExpression parameter(u"([\\w.%-]{1,80})(=)([^\\s&#\"'<>;,)]+)()"_s);
    static const QRegularExpression quoted(
        u"([\\w.-]{1,80})([\"']?\\s*[:=]\\s*[\"'])([^\"'\\r\\n]+)([\"']?)"_s);
    // An address within another one's parameter.
    static const QRegularExpression within = anyCase(
        u"((?:%(?:25)*(?:3f|26|23))?[a-z0-9_.-]{1,80}?)(%(?:25)*3d)((?:(?!%(?:25)*26)[^\\s&\"'<>])+)()"_s);
    return replaced(replaced(replaced(text, within, ofSecretName), parameter, ofSecretName), quoted,
                    ofSecretName);
}

/// What is known for a token by its look: after the name of a way to log in, JSON Web Tokens, those of hh.ru.
QString withoutTokens(const QString &text)
{
    static const QRegularExpression bearer = anyCase(u"\\b(Bearer\\s+)[^\\s\"',;]+"_s);
    static const QRegularExpression named(
        u"\\b((?:Basic|Digest|Negotiate|NTLM)\\s+)(?=\\S*[0-9=+/A-Z])[^\\s\"',;]{8,}"_s);
    static const QRegularExpression known(
        u"()\\b(?:eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]*|(?:USER|APPL)[A-Z0-9]{20,})"_s);
    const auto hidden = [](const Match &match) { return match.captured(1) + Hidden; };
    return replaced(replaced(replaced(text, bearer, hidden), named, hidden), known, hidden);
}

} // namespace

bool isSecretName(QStringView name)
{
    static constexpr QStringView names[]{
        u"access_token", u"api_key",   u"apikey", u"auth",      u"authorization", u"client_secret", u"cookie",
        u"id_token",     u"key",       u"passwd", u"password",  u"pwd",           u"refresh_token", u"secret",
        u"session_id",   u"sessionid", u"sig",    u"signature", u"token"};
    return std::ranges::any_of(
        names, [name](QStringView known) { return name.compare(known, Qt::CaseInsensitive) == 0; });
}

QString redacted(const QString &text)
{
    return withoutTokens(withoutValues(withoutLogins(withoutHeaders(text))));
}

QString withoutHome(QString text)
{
    const QString home = QDir::homePath();
    if (home.size() < 2) // the root of a file system says nothing about anybody
        return text;
    return text.replace(home, "~"_L1).replace(QDir::toNativeSeparators(home), "~"_L1);
}

} // namespace linnet
