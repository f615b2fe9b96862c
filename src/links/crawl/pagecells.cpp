// SPDX-License-Identifier: GPL-3.0-or-later
#include "links/crawl/pagecells.h"

#include "html/ascii.h"
#include "links/addresskeys.h"
#include "links/page/tagattributes.h"
#include "links/page/textcapture.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace linnet::links {

using namespace Qt::Literals::StringLiterals;
using table::PageColumn;
using table::Value;

namespace {

constexpr qsizetype LongestItem = 200;
constexpr qsizetype MostItems = 20;

QString textOf(std::string_view text)
{
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

/// Items of a list are parted by semicolons.
QString asItem(QString text)
{
    return text.replace(u';', u',').simplified().left(LongestItem);
}

Value listOf(const QStringList &items)
{
    return items.isEmpty() ? Value() : Value(items.first(std::min(items.size(), MostItems)).join(u';'));
}

/// All lines of a header.
QList<QByteArray> linesOf(const net::HeaderFields &headers, QByteArrayView name)
{
    QList<QByteArray> lines;
    for (const auto &[key, value] : headers) {
        if (name.compare(key, Qt::CaseInsensitive) == 0)
            lines += value.split('\n');
    }
    return lines;
}

/// The parts of a header that semicolons or commas part, in lower case.
QList<QByteArray> partsOf(const QByteArray &line, char mark)
{
    QList<QByteArray> parts = line.toLower().split(mark);
    for (QByteArray &part : parts)
        part = part.trimmed();
    return parts;
}

Value hstsSeconds(const net::HeaderFields &headers)
{
    for (const QByteArray &part : partsOf(linesOf(headers, "Strict-Transport-Security").value(0), ';')) {
        if (!part.startsWith("max-age="))
            continue;
        bool isNumber = false;
        const qint64 seconds = part.sliced(8).replace('"', "").toLongLong(&isNumber);
        return isNumber ? Value(seconds) : Value();
    }
    return {};
}

QStringList safetyHeaders(const net::HeaderFields &headers)
{
    const QByteArray policy = linesOf(headers, "Content-Security-Policy").join(';').toLower();
    QStringList found;
    if (!policy.isEmpty())
        found.append(u"csp"_s);
    if (linesOf(headers, "X-Content-Type-Options").value(0).trimmed().toLower() == "nosniff")
        found.append(u"nosniff"_s);
    if (policy.contains("frame-ancestors") || !linesOf(headers, "X-Frame-Options").isEmpty())
        found.append(u"frames"_s);
    if (!linesOf(headers, "Referrer-Policy").isEmpty())
        found.append(u"referrer"_s);
    return found;
}

QStringList unsafeCookies(const net::HeaderFields &headers, bool isHttps)
{
    QStringList found;
    for (const QByteArray &line : linesOf(headers, "Set-Cookie")) {
        const QList<QByteArray> parts = partsOf(line, ';');
        const auto has = [&](QByteArrayView flag) {
            return std::ranges::any_of(parts, [&](const QByteArray &part) {
                return part == flag ||
                       (part.startsWith(flag) && part.size() > flag.size() && part[flag.size()] == '=');
            });
        };
        QStringList missing;
        if (isHttps && !has("secure"))
            missing.append(u"Secure"_s);
        if (!has("httponly"))
            missing.append(u"HttpOnly"_s);
        if (!has("samesite"))
            missing.append(u"SameSite"_s);
        const QString name =
            QString::fromLatin1(line.first(std::max<qsizetype>(0, line.indexOf('='))).trimmed());
        if (!missing.isEmpty() && !name.isEmpty())
            found.append(asItem(name + u": "_s + missing.join(u", "_s)));
    }
    return found;
}

/// What headers say to single crawlers: "googlebot: noindex".
QStringList botHeaders(const net::HeaderFields &headers)
{
    QStringList found;
    for (const QByteArray &line : linesOf(headers, "X-Robots-Tag")) {
        const qsizetype colon = line.indexOf(':');
        const QByteArray name = line.first(std::max<qsizetype>(0, colon)).trimmed().toLower();
        const bool isName = !name.isEmpty() && !name.contains(',') && !name.startsWith("max-") &&
                            name != "unavailable_after" && name != "linnet" && name != "*";
        if (isName)
            found.append(
                asItem(QString::fromLatin1(name + ": " + line.sliced(colon + 1).trimmed().toLower())));
    }
    return found;
}

QString hex(std::uint64_t bits)
{
    return u"%1"_s.arg(quint64(bits), 16, 16, QChar(u'0'));
}

bool isSameText(const std::string &one, const std::string &other)
{
    return !one.empty() && textOf(one).compare(textOf(other), Qt::CaseInsensitive) == 0;
}

void setCanonicals(PageRow &row, const std::vector<CanonicalName> &names)
{
    row[PageColumn::CanonicalCount] = qint64(names.size());
    std::set<std::string> different;
    for (const CanonicalName &name : names) {
        const PageColumn column = name.isHeader ? PageColumn::CanonicalHeader : PageColumn::CanonicalWritten;
        if (table::isNull(row[column]))
            row.setText(column, name.url);
        different.insert(name.resolved);
    }
    if (!names.empty())
        row[PageColumn::CanonicalConflict] = different.size() > 1;
}

void setRobots(PageRow &row, const PageDetails &details, const net::HeaderFields &headers)
{
    const QStringList named = botHeaders(headers);
    QStringList sources;
    if (details.hasMetaRobots)
        sources.append(u"meta"_s);
    if (linesOf(headers, "X-Robots-Tag").size() > named.size())
        sources.append(u"header"_s);
    row[PageColumn::RobotsSource] = listOf(sources);
    QStringList bots;
    for (const BotRule &rule : details.bots)
        bots.append(asItem(textOf(rule.bot) + u": "_s + textOf(rule.rules)));
    row[PageColumn::RobotsBots] = listOf(bots + named);
}

void setHeadFaults(PageRow &row, const PageDetails &details)
{
    QStringList faults;
    if (details.titleOutsideHead)
        faults.append(u"title"_s);
    if (details.descriptionOutsideHead)
        faults.append(u"description"_s);
    if (details.canonicalOutsideHead)
        faults.append(u"canonical"_s);
    if (details.robotsOutsideHead)
        faults.append(u"robots"_s);
    if (details.alternateOutsideHead)
        faults.append(u"hreflang"_s);
    row[PageColumn::HeadFaults] = listOf(faults);
}

} // namespace

void setAddressCells(PageRow &row, std::string_view url)
{
    const QByteArray bytes(url.data(), qsizetype(url.size()));
    row[PageColumn::Host] = hostOf(url).toString();
    row[PageColumn::UrlLength] =
        qint64(QString::fromUtf8(QByteArray::fromPercentEncoding(bytes)).toUcs4().size());
}

void setHeaderCells(PageRow &row, const net::HeaderFields &headers, bool isHttps)
{
    const QByteArray coding = linesOf(headers, "Content-Encoding").join(", ").trimmed().toLower();
    if (!coding.isEmpty() && coding != "identity")
        row[PageColumn::ContentEncoding] = QString::fromLatin1(coding.left(LongestItem));
    if (isHttps) // elsewhere it means nothing (RFC 6797, 8.1)
        row[PageColumn::Hsts] = hstsSeconds(headers);
    row[PageColumn::SafetyHeaders] = listOf(safetyHeaders(headers));
    row[PageColumn::UnsafeCookies] = listOf(unsafeCookies(headers, isHttps));
}

void setDetailCells(PageRow &row, const PageFacts &facts, const net::HeaderFields &headers)
{
    const PageDetails &details = facts.details;
    const auto count = [&row](PageColumn column, qint64 value) { row[column] = value; };
    count(PageColumn::TitleCount, details.titles);
    count(PageColumn::TitleWidth, details.titleWidth);
    count(PageColumn::DescriptionCount, details.descriptions);
    count(PageColumn::DescriptionWidth, details.descriptionWidth);
    count(PageColumn::H1Count, details.h1);
    count(PageColumn::H2Count, details.h2);
    count(PageColumn::Images, details.images);
    count(PageColumn::ImagesNoAlt, details.imagesNoAlt);
    count(PageColumn::ImagesAltEmpty, details.imagesEmptyAlt);
    count(PageColumn::ImagesAltLong, details.imagesLongAlt);
    count(PageColumn::ImagesNoSize, details.imagesNoSize);
    count(PageColumn::MainWords, details.mainWords);
    count(PageColumn::TextShare, std::llround(details.textShare * 100));
    count(PageColumn::Elements, details.elements);
    count(PageColumn::ElementDepth, details.elementDepth);
    count(PageColumn::IdsDoubled, details.doubledIds);
    count(PageColumn::AnchorsEmpty, details.emptyAnchors);
    count(PageColumn::LinksScript, details.scriptLinks);
    count(PageColumn::DataBroken, details.brokenData);
    count(PageColumn::Jobs, details.jobs.count);
    row.setText(PageColumn::HeadingSkip, details.headingSkip);
    row.setText(PageColumn::Icon, details.icon);
    if (!facts.h1.empty())
        row[PageColumn::H1IsTitle] = isSameText(facts.h1, facts.title);
    if (details.textHash != 0)
        row[PageColumn::TextHash] = hex(details.textHash);
    if (details.simHash != 0)
        row[PageColumn::Simhash] = hex(details.simHash);
    if (details.hasViewport)
        row[PageColumn::Viewport] = textOf(details.viewport);
    row[PageColumn::FillerText] = details.hasFillerText;
    row[PageColumn::PasswordField] = details.asksPassword;
    row[PageColumn::CharsetSource] = textOf(html::sourceCode(facts.charsetSource));
    if (facts.hasRefresh) {
        row.setText(PageColumn::RefreshUrl, facts.refreshUrl);
        row[PageColumn::RefreshSeconds] = facts.refreshSeconds;
    }
    const auto list = [](const std::vector<std::string> &items) {
        QStringList texts;
        for (const std::string &item : items)
            texts.append(asItem(textOf(item)));
        return listOf(texts);
    };
    row[PageColumn::OpenGraph] = list(details.openGraph);
    row[PageColumn::Twitter] = list(details.twitter);
    row[PageColumn::DataTypes] = list(details.dataTypes);
    row[PageColumn::JobFaults] = list(details.jobs.faults);
    row[PageColumn::JobGaps] = list(details.jobs.gaps);
    setCanonicals(row, details.canonicals);
    setRobots(row, details, headers);
    setHeadFaults(row, details);
}

} // namespace linnet::links
