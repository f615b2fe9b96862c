// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/crawl/crawlrows.h"

#include "links/crawl/answerverdict.h"

#include <QDateTime>

#include <utility>

namespace linnet::links {

using namespace Qt::Literals::StringLiterals;
using table::PageColumn;
using table::Value;

namespace {

Value textValue(const std::string &text)
{
    return text.empty() ? Value() : Value(QString::fromUtf8(text.data(), qsizetype(text.size())));
}

} // namespace

void PageRow::setText(PageColumn column, const std::string &text)
{
    (*this)[column] = textValue(text);
}

void PageRow::setCode(PageColumn column, QLatin1StringView code)
{
    (*this)[column] = code.isEmpty() ? Value() : Value(QString(code));
}

void PageRow::setFailure(const Error &error, bool hasRetryAfter)
{
    setCode(PageColumn::State, "failed"_L1);
    setCode(PageColumn::Reason, reasonCode(error.reason));
    setCode(PageColumn::Verdict, verdictOf(error, hasRetryAfter));
    if (error.status > 0)
        (*this)[PageColumn::Status] = qint64(error.status);
    if (!error.detail.isEmpty())
        (*this)[PageColumn::Detail] = error.detail;
}

void PageRow::setFailure(const Error &error, const net::Certificate &certificate)
{
    setFailure(error, false);
    if (certificate.problem.isEmpty())
        return;
    (*this)[PageColumn::Certificate] = certificate.problem;
    (*this)[PageColumn::Detail] = Value();
}

void PageRow::tellIfOnce(const Error &error, qint64 failedAt, const QDateTime &now)
{
    constexpr qint64 Lasting = 10 * 60;
    if (mayPass(error) && (failedAt == 0 || now.toSecsSinceEpoch() - failedAt < Lasting))
        (*this)[PageColumn::FailedOnce] = true;
}

void PageRow::setFacts(const PageFacts &facts)
{
    if (facts.hasTitle)
        (*this)[PageColumn::Title] = QString::fromStdString(facts.title);
    setText(PageColumn::MetaDescription, facts.description);
    setText(PageColumn::H1, facts.h1);
    setText(PageColumn::H2, facts.h2);
    setText(PageColumn::Robots, facts.robots.text);
    setText(PageColumn::Lang, facts.language);
    (*this)[PageColumn::Words] = qint64(facts.words);
    const QString charset = QString::fromLatin1(facts.charset.data(), qsizetype(facts.charset.size()));
    (*this)[PageColumn::Charset] = charset;
    if (facts.charsetFaulty)
        (*this)[PageColumn::Detail] = u"bytes that %1 does not have"_s.arg(charset);
    (*this)[PageColumn::ScriptBuilt] = facts.scripted;
    (*this)[PageColumn::Outlinks] = qint64(0);
}

/// Of pages that were read it is known already; other files have nothing to be listed.
void PageRow::tellWhyNotIndexable()
{
    const QString state = table::toText((*this)[PageColumn::State]);
    const bool isForbidden = table::toText((*this)[PageColumn::WhyNotFetched]) == "robots"_L1;
    const QLatin1StringView why = state == "redirect"_L1 ? "redirect"_L1
                                  : state == "failed"_L1 ? "error"_L1
                                  : isForbidden          ? "robots"_L1
                                                         : QLatin1StringView();
    if (why.isEmpty() || (*this)[PageColumn::Internal] != Value(true))
        return;
    (*this)[PageColumn::Indexable] = false;
    setCode(PageColumn::WhyNot, why);
}

store::RowWrite PageRow::take() &&
{
    tellWhyNotIndexable();
    return {&table::pageSchema(), {}, std::move(m_cells), store::RowMode::Replace};
}

PageRow PageRow::skipped(quint32 number, const Choice &choice)
{
    PageRow row;
    row[PageColumn::Url] = qint64(number);
    row.setCode(PageColumn::State, "skipped"_L1);
    row.setCode(PageColumn::WhyNotFetched, choice.why);
    if (!choice.detail.isEmpty())
        row[PageColumn::Detail] = choice.detail;
    if (!choice.robotsLine.isEmpty())
        row[PageColumn::RobotsLine] = choice.robotsLine;
    row[PageColumn::Internal] = choice.internal;
    return row;
}

} // namespace linnet::links
