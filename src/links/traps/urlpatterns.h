// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArrayView>
#include <QList>
#include <QRegularExpression>
#include <QStringList>

namespace linnet::links {

/// The include and exclude patterns of a crawl: Perl-compatible regular expressions, sought anywhere in the
/// URL as it is sent and in its readable form ("/новости/" finds "/%D0%BD…"). Matching is bounded, so that no
/// pattern can hold a crawl up. const functions may be called from any thread.
class UrlPatterns
{
public:
    enum class Cause : quint8
    {
        NoPattern,   ///< taken: nothing excludes it, nothing has to include it
        Included,    ///< taken: `pattern` includes it
        Excluded,    ///< left out: `pattern` excludes it
        NotIncluded, ///< left out: no include pattern finds anything
        GaveUp,      ///< left out: `pattern` needs too long for this URL
    };
    struct Verdict
    {
        bool taken = true;
        Cause cause = Cause::NoPattern;
        QString pattern; ///< the one that decided, as the user wrote it
        QString subject; ///< the form of the URL in which it was found
        int start = -1;  ///< of what it found, in UTF-16 units of subject
        int length = 0;
    };

    UrlPatterns() = default;
    /// Empty patterns are ignored. Reason::BadValue for the first one that does not compile; detail is
    /// "PATTERN: position N: why" with N from 1.
    static Result<UrlPatterns> compile(const QStringList &include, const QStringList &exclude);
    /// Why one pattern does not compile: position from 1 and the library's words; Ok otherwise.
    struct Fault
    {
        int position = 0; ///< 0 = none
        QString why;
    };
    static Fault fault(const QString &pattern);

    bool isEmpty() const { return m_include.isEmpty() && m_exclude.isEmpty(); }
    bool takes(QByteArrayView url) const { return isEmpty() || explain(url).taken; }
    /// "Try it on a URL": exclude goes before include.
    Verdict explain(QByteArrayView url) const;

private:
    struct Pattern
    {
        QString text;
        QRegularExpression expression;
    };

    static bool find(const Pattern &pattern, const QStringList &forms, Verdict &verdict);

    QList<Pattern> m_include;
    QList<Pattern> m_exclude;
};

} // namespace linnet::links
