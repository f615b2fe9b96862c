// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/traps/urlpatterns.h"

#include <QUrl>

namespace linnet::links {

using namespace Qt::Literals::StringLiterals;

namespace {

/// PCRE2's own limits, lowered: a nested repetition ends after some milliseconds instead of hours.
constexpr QLatin1StringView Limits = "(*LIMIT_MATCH=1000000)(*LIMIT_DEPTH=1000)"_L1;

QRegularExpression bounded(const QString &pattern)
{
    return QRegularExpression(Limits + pattern, QRegularExpression::UseUnicodePropertiesOption);
}

/// The URL as it is sent, and as people read it where that is different.
QStringList formsOf(QByteArrayView url)
{
    QStringList forms{QString::fromUtf8(url)};
    if (url.contains('%') || url.contains("xn--")) {
        const QString readable = QUrl::fromEncoded(url.toByteArray()).toDisplayString();
        if (readable != forms.first() && !readable.isEmpty())
            forms.append(readable);
    }
    return forms;
}

} // namespace

UrlPatterns::Fault UrlPatterns::fault(const QString &pattern)
{
    const QRegularExpression expression = bounded(pattern);
    if (expression.isValid())
        return {};
    const qsizetype offset = expression.patternErrorOffset() - Limits.size();
    return {int(std::clamp(offset, qsizetype(0), pattern.size())) + 1, expression.errorString()};
}

Result<UrlPatterns> UrlPatterns::compile(const QStringList &include, const QStringList &exclude)
{
    UrlPatterns patterns;
    for (const auto &[texts, list] :
         {std::pair(&include, &patterns.m_include), std::pair(&exclude, &patterns.m_exclude)}) {
        for (const QString &text : *texts) {
            if (text.isEmpty())
                continue;
            const Fault found = fault(text);
            if (found.position > 0)
                return fail(Reason::BadValue,
                            u"%1: position %2: %3"_s.arg(text).arg(found.position).arg(found.why));
            list->append({text, bounded(text)});
            list->last().expression.optimize();
        }
    }
    return patterns;
}

/// True when the pattern decided: it was found, or it gave up.
bool UrlPatterns::find(const Pattern &pattern, const QStringList &forms, Verdict &verdict)
{
    for (const QString &form : forms) {
        const QRegularExpressionMatch match = pattern.expression.match(form);
        if (match.hasMatch()) {
            verdict = {true,
                       Cause::Included,
                       pattern.text,
                       form,
                       int(match.capturedStart()),
                       int(match.capturedLength())};
            return true;
        }
        if (!match.isValid()) {
            verdict = {false, Cause::GaveUp, pattern.text, form, -1, 0};
            return true;
        }
    }
    return false;
}

UrlPatterns::Verdict UrlPatterns::explain(QByteArrayView url) const
{
    const QStringList forms = formsOf(url);
    Verdict verdict;
    for (const Pattern &pattern : m_exclude) {
        if (find(pattern, forms, verdict)) {
            if (verdict.cause == Cause::Included)
                verdict.cause = Cause::Excluded;
            verdict.taken = false;
            return verdict;
        }
    }
    for (const Pattern &pattern : m_include) {
        if (find(pattern, forms, verdict))
            return verdict;
    }
    verdict = {m_include.isEmpty(),
               m_include.isEmpty() ? Cause::NoPattern : Cause::NotIncluded,
               {},
               forms.first(),
               -1,
               0};
    return verdict;
}

} // namespace linnet::links
