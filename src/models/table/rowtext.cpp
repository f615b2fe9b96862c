// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/rowtext.h"

#include "base/visibletext.h"
#include "models/table/amountunit.h"
#include "table/changes/changeschema.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace linnet::models {

using namespace Qt::Literals::StringLiterals;

namespace {

QString cellWords(const char *text)
{
    return QCoreApplication::translate("linnet::models", text);
}

} // namespace

RowText::RowText(const table::Schema &schema)
    : m_schema(schema)
    , m_earlier(schema)
{
}

const table::Value *RowText::value(const table::Cells &cells, QStringView key) const
{
    const auto index = m_schema.indexOf(key);
    return index && size_t(*index) < cells.size() ? &cells[size_t(*index)] : nullptr;
}

QString RowText::fact(const table::Cells &cells, QStringView key) const
{
    const table::Value *found = value(cells, key);
    return found ? m_format.display(m_schema.columns[size_t(*m_schema.indexOf(key))], *found) : QString();
}

QString RowText::title(const table::Cells &cells) const
{
    const size_t first = m_earlier.areKept() ? table::ChangeColumns.size() : 0;
    return cells.empty() ? QString() : m_format.display(m_schema.columns[first], cells[first]);
}

QString RowText::salary(const table::Cells &cells) const
{
    const QString from = fact(cells, u"salary_from");
    const QString to = fact(cells, u"salary_to");
    if (from.isEmpty() && to.isEmpty())
        return {};
    QString text;
    if (from.isEmpty())
        text = cellWords(QT_TRANSLATE_NOOP("linnet::models", "up to %1")).arg(to);
    else if (to.isEmpty())
        text = cellWords(QT_TRANSLATE_NOOP("linnet::models", "from %1")).arg(from);
    else
        text = from == to ? from : from + u'–' + to;
    text += u' ' + AmountUnit::sign(fact(cells, u"currency"));
    const table::Value *gross = value(cells, u"salary_gross");
    if (const bool *isGross = gross ? std::get_if<bool>(gross) : nullptr)
        text += u' ' + (*isGross ? cellWords(QT_TRANSLATE_NOOP("linnet::models", "before tax"))
                                 : cellWords(QT_TRANSLATE_NOOP("linnet::models", "in hand")));
    return text.simplified();
}

QString RowText::html(const table::Cells &cells) const
{
    QStringList facts{fact(cells, u"employer"), fact(cells, u"area"), salary(cells), fact(cells, u"title")};
    facts.removeAll(QString());
    QStringList second{fact(cells, u"experience"), fact(cells, u"schedule"), fact(cells, u"employment"),
                       fact(cells, u"work_format")};
    if (const QString created = fact(cells, u"created"); !created.isEmpty())
        second << cellWords(QT_TRANSLATE_NOOP("linnet::models", "published %1")).arg(created);
    second.removeAll(QString());

    const QString dot = u" · "_s;
    QString result = "<p style='margin: 0'><b>"_L1 + title(cells).toHtmlEscaped() + "</b>"_L1;
    if (!facts.isEmpty())
        result += dot + facts.join(dot).toHtmlEscaped();
    if (!second.isEmpty())
        result += "<br>"_L1 + second.join(dot).toHtmlEscaped();
    if (m_earlier.areKept()) {
        const QString before = m_earlier.all(cells);
        result += "<br>"_L1 + fact(cells, u"change").toHtmlEscaped();
        if (!before.isEmpty())
            result += dot + EarlierValues::was(before).toHtmlEscaped();
    }
    if (const QString skills = fact(cells, u"skills"); !skills.isEmpty())
        result += "<br>"_L1 +
                  cellWords(QT_TRANSLATE_NOOP("linnet::models", "Skills: %1")).arg(skills).toHtmlEscaped();
    result += "</p>"_L1;
    for (const QStringView key : {QStringView(u"description"), QStringView(u"preview")}) {
        const table::Value *text = value(cells, key);
        if (text && !table::isNull(*text))
            result += "<p style='margin: 8px 0 0 0; white-space: pre-wrap'>"_L1 +
                      linked(table::toText(*text)) + "</p>"_L1;
    }
    return result;
}

QUrl RowText::webAddress(const QString &text)
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    const bool isWeb = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    return url.isValid() && isWeb && !url.host().isEmpty() ? url : QUrl();
}

QString RowText::linked(const QString &text)
{
    static const QRegularExpression address(u"https?://[^\\s<>\"«»]+[^\\s<>\"«».,;:!?)\\]]"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    QString result;
    qsizetype done = 0;
    for (auto matches = address.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        const QUrl url = webAddress(match.captured());
        if (!url.isValid())
            continue;
        result += text.mid(done, match.capturedStart() - done).toHtmlEscaped();
        result += "<a href=\""_L1 + QString::fromLatin1(url.toEncoded()).toHtmlEscaped() + "\">"_L1 +
                  match.captured().toHtmlEscaped() + "</a>"_L1;
        done = match.capturedEnd();
    }
    return visibleText(result + text.mid(done).toHtmlEscaped(), LineBreaks::Keep);
}

QUrl RowText::link(const table::Cells &cells) const
{
    // The ad's own page before the place to apply at.
    for (const QStringView key :
         {QStringView(u"alternate_url"), QStringView(u"url"), QStringView(u"final_url"),
          QStringView(u"parsed_url"), QStringView(u"source_url")}) {
        const table::Value *found = value(cells, key);
        if (const QUrl url = found ? webAddress(table::toText(*found)) : QUrl(); url.isValid())
            return url;
    }
    return {};
}

} // namespace linnet::models
