// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/htmlreport.h"

#include "draw/chart/charttable.h"
#include "draw/chart/chartwords.h"
#include "report/inlinesvg.h"
#include "report/reportwords.h"

#include <QUrl>

#include <algorithm>

namespace linnet::report {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double ChartWidth = 720; ///< pixels: what fits between the margins of A4
constexpr int FontSize = 13;       ///< pixels

constexpr QLatin1StringView Css{
    ":root{color-scheme:light dark;--ink:#1d2430;--muted:#5b6475;--line:#dde1e7;--base:#fff;"
    "--accent:#1f6feb}\n"
    "*{box-sizing:border-box}\n"
    "body{margin:0 auto;padding:32px 24px;max-width:800px;background:var(--base);color:var(--ink);"
    "font:15px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}\n"
    "header{display:flex;gap:24px;justify-content:space-between;align-items:flex-start}\n"
    "header img{max-width:240px;max-height:80px;height:auto;flex:none}\n"
    "h1{font-size:28px;line-height:1.25;margin:0 0 8px}\n"
    "h2{font-size:20px;margin:32px 0 8px;padding-top:16px;border-top:1px solid var(--line)}\n"
    "h3{font-size:16px;margin:24px 0 4px}\n"
    "p{margin:0 0 8px}\n"
    "a{color:var(--accent)}\n"
    ".by,.few,footer{color:var(--muted)}\n"
    ".figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(160px,1fr));gap:16px;margin:24px 0;"
    "padding:0}\n"
    ".figures div{border:1px solid var(--line);border-radius:8px;padding:12px 16px}\n"
    ".figures dt{color:var(--muted);font-size:13px}\n"
    ".figures dd{margin:0}\n"
    ".figures .value{font-size:26px;font-weight:600;line-height:1.3}\n"
    ".figures .detail{font-size:13px;color:var(--muted)}\n"
    ".level{font-size:13px;color:var(--muted)}\n"
    ".finding{border-left:4px solid var(--line);padding-left:12px;margin:16px 0}\n"
    ".finding.error{border-color:#c93c37}\n"
    ".finding.warning{border-color:#b7791f}\n"
    ".finding h3{margin:0}\n"
    ".finding ul{margin:0;padding-left:20px}\n"
    ".remark{white-space:pre-line}\n"
    "figure{margin:8px 0 0}\n"
    "svg{display:block;max-width:100%;height:auto}\n"
    "details{margin:8px 0 0}\n"
    "summary{cursor:pointer;color:var(--muted)}\n"
    "table{border-collapse:collapse;width:100%;font-size:13px;margin:8px 0}\n"
    "th,td{padding:4px 8px;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}\n"
    "th{color:var(--muted);font-weight:600}\n"
    ".n{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}\n"};

constexpr QLatin1StringView PrintCss{"@page{size:A4;margin:15mm}\n"
                                     "@media print{:root{color-scheme:light}\n"
                                     "body{padding:0;max-width:none;font-size:11pt}\n"
                                     "details{display:none}\n"
                                     "figure,.figures,.figures div,tr,h1,h2,h3{break-inside:avoid}\n"
                                     "h2,h3,section p{break-after:avoid}\n"
                                     ".ask,.finding{break-inside:avoid}\n"
                                     "a{color:inherit}}\n"};

/// Puts one report together.
class HtmlMaker
{
public:
    HtmlMaker(const Report &report, const QFont &font)
        : m_report(report)
    {
        QFont sized = font;
        sized.setPixelSize(FontSize);
        m_light = draw::ChartStyle::forPaper(sized, report.locale);
        m_dark = {draw::Palette::darkOne(), sized, report.locale};
    }

    QByteArray make()
    {
        head();
        pageOne();
        audit();
        sections();
        about();
        put(u"</body>\n</html>"_s);
        return m_html.toUtf8();
    }

private:
    void put(const QString &markup) { m_html += markup + u'\n'; }
    /// An element with a text and nothing else in it. The text comes last: nothing in it is taken for a
    /// place.
    void element(const QString &name, const QString &text, const QString &css = {})
    {
        m_html += u'<' + name + (css.isEmpty() ? QString() : u" class=\""_s + css + u'"') + u'>';
        m_html += htmlText(text) + "</"_L1 + name + ">\n"_L1;
    }

    void head()
    {
        put(u"<!DOCTYPE html>\n<html lang=\"%1\" xmlns=\"http://www.w3.org/1999/xhtml\">\n<head>\n"
            "<meta charset=\"utf-8\"/>\n"
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
            "'unsafe-inline'; img-src data:\"/>\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
            "<meta name=\"referrer\" content=\"no-referrer\"/>\n"
            "<meta name=\"generator\" content=\"Linnet\"/>"_s.arg(m_report.language()));
        if (!m_report.author.isEmpty())
            put(u"<meta name=\"author\" content=\""_s + htmlText(m_report.author) + "\"/>"_L1);
        element(u"title"_s, m_report.title);
        put(u"<style>"_s);
        put(Css);
        put("@media screen and "
            "(prefers-color-scheme:dark){:root{--ink:#e6e9ef;--muted:#9aa4b5;--line:#343a45;"
            "--base:#23272f;--accent:#6aa5ff}"_L1);
        put(darkColorRules(m_light, m_dark) + u'}');
        put(PrintCss);
        put(u"</style>\n</head>\n<body>"_s);
    }

    void pageOne()
    {
        put(u"<header>\n<div>"_s);
        element(u"h1"_s, m_report.title);
        if (!m_report.author.isEmpty())
            element(u"p"_s, ReportWords::by(m_report.author), u"by"_s);
        element(u"p"_s, m_report.made, u"by"_s);
        put(u"</div>"_s);
        if (!m_report.logo.png.isEmpty())
            put(u"<img alt=\"%1\" width=\"%2\" src=\"data:image/png;base64,%3\"/>"_s.arg(
                htmlText(m_report.author.isEmpty() ? ReportWords::logo() : m_report.author),
                QString::number((m_report.logo.size.width() + 1) / 2),
                QString::fromLatin1(m_report.logo.png.toBase64())));
        put(u"</header>\n<main>"_s);
        element(u"p"_s, m_report.rows);
        figures(m_report.figures);
        element(u"h2"_s, ReportWords::inShort());
        if (m_report.answers.isEmpty())
            element(u"p"_s, ReportWords::noRows());
        for (const auto &[question, sentence] : m_report.answers)
            put("<p><strong>"_L1 + htmlText(question) + "</strong> "_L1 + htmlText(sentence) + "</p>"_L1);
        element(u"h2"_s, ReportWords::changes());
        for (const QString &line : m_report.changes)
            element(u"p"_s, line);
        if (!m_report.remarks.isEmpty()) {
            element(u"h2"_s, ReportWords::remarks());
            for (const QString &paragraph : m_report.remarks)
                element(u"p"_s, paragraph, u"remark"_s);
        }
    }

    void figures(const std::vector<Figure> &figures)
    {
        put(u"<dl class=\"figures\">"_s);
        for (const Figure &figure : figures) {
            put(u"<div>"_s);
            element(u"dt"_s, figure.label);
            element(u"dd"_s, figure.value, figure.few ? u"value few"_s : u"value"_s);
            if (!figure.detail.isEmpty())
                element(u"dd"_s, figure.detail, u"detail"_s);
            put(u"</div>"_s);
        }
        put(u"</dl>"_s);
    }

    void audit()
    {
        const AuditPart &audit = m_report.audit;
        if (audit.sentence.isEmpty())
            return;
        element(u"h2"_s, audit.title);
        element(u"p"_s, audit.sentence);
        if (!audit.remark.isEmpty())
            element(u"p"_s, audit.remark, u"by"_s);
        if (!audit.figures.empty())
            figures(audit.figures);
        for (const AuditItem &item : audit.worst)
            finding(item);
        if (!audit.further.isEmpty())
            element(u"p"_s, ReportWords::furtherFindings().arg(audit.further.join(u"; "_s)), u"by"_s);
    }

    void finding(const AuditItem &item)
    {
        put(u"<section class=\"finding "_s + item.level + "\">"_L1);
        element(u"h3"_s, item.what);
        element(u"p"_s, item.reason, u"level"_s);
        element(u"p"_s, item.why);
        if (!item.fix.isEmpty())
            element(u"p"_s, ReportWords::whatToDo().arg(item.fix));
        put(u"<ul>"_s);
        for (const AuditExample &example : item.examples) {
            m_html += "<li>"_L1 + linkTo(example.url);
            if (!example.detail.isEmpty())
                m_html += "<br/><span class=\"level\">"_L1 + htmlText(example.detail) + "</span>"_L1;
            put(u"</li>"_s);
        }
        put(u"</ul>"_s);
        if (item.more > 0)
            element(u"p"_s, ReportWords::morePlaces(item.more), u"level"_s);
        put(u"</section>"_s);
    }

    /// A web address as a link, anything else as text.
    static QString linkTo(const QString &text)
    {
        const QUrl url(text, QUrl::StrictMode);
        const bool isLink = url.isValid() && !url.host().isEmpty() &&
                            (url.scheme() == "https"_L1 || url.scheme() == "http"_L1);
        if (!isLink)
            return htmlText(text);
        return "<a rel=\"noreferrer\" href=\""_L1 + htmlText(QString::fromLatin1(url.toEncoded())) +
               "\">"_L1 + htmlText(text) + "</a>"_L1;
    }

    void sections()
    {
        if (m_report.sections.empty() && m_report.leftOut.isEmpty())
            return;
        element(u"h2"_s, ReportWords::questions());
        for (size_t i = 0; i < m_report.sections.size(); ++i)
            section(m_report.sections[i], u"c%1"_s.arg(i + 1));
        if (!m_report.leftOut.isEmpty())
            element(u"p"_s, ReportWords::noAnswer().arg(m_report.leftOut.join(u' ')), u"by"_s);
    }

    void section(const Section &section, const QString &id)
    {
        put(u"<section>\n<div class=\"ask\">"_s);
        element(u"h3"_s, section.chart.title);
        if (!section.sentence.isEmpty())
            element(u"p"_s, section.sentence);
        put(u"<figure>"_s);
        const QString caption = draw::ChartWords(section.chart, m_report.locale).caption();
        put(inlineSvg(section.chart, (section.sentence + u' ' + caption).trimmed(), m_light, ChartWidth, id));
        put(u"</figure>\n</div>\n<details>"_s);
        element(u"summary"_s, ReportWords::dataOf(section.chart.title));
        table(draw::chartTable(section.chart, m_report.locale));
        put(u"</details>\n</section>"_s);
    }

    void table(const draw::ChartTable &data)
    {
        put(u"<table>\n<thead>\n<tr>"_s);
        for (const draw::ChartTable::Column &column : data.columns)
            put(u"<th scope=\"col\"%1>"_s.arg(column.number ? u" class=\"n\""_s : QString()) +
                htmlText(column.title) + "</th>"_L1);
        put(u"</tr>\n</thead>\n<tbody>"_s);
        const size_t shown = std::min(data.rows.size(), size_t(MostTableRows));
        for (size_t row = 0; row < shown; ++row) {
            m_html += "<tr>"_L1;
            for (size_t i = 0; i < data.columns.size(); ++i)
                m_html += (data.columns[i].number ? "<td class=\"n\">"_L1 : "<td>"_L1) +
                          htmlText(data.rows[row][i].text) + "</td>"_L1;
            put(u"</tr>"_s);
        }
        put(u"</tbody>\n</table>"_s);
        if (shown < data.rows.size())
            element(u"p"_s, ReportWords::more(qint64(data.rows.size() - shown)), u"by"_s);
    }

    void about()
    {
        put(u"</main>\n<footer>"_s);
        element(u"h2"_s, ReportWords::about());
        put(u"<table>\n<tbody>"_s);
        for (const auto &[label, text] : m_report.about) {
            m_html += "<tr><th scope=\"row\">"_L1 + htmlText(label) + "</th><td>"_L1 + linkTo(text);
            put(u"</td></tr>"_s);
        }
        put(u"</tbody>\n</table>\n</footer>"_s);
    }

    const Report &m_report;
    draw::ChartStyle m_light;
    draw::ChartStyle m_dark;
    QString m_html;
};

} // namespace

QByteArray htmlReport(const Report &report, const QFont &font)
{
    return HtmlMaker(report, font).make();
}

} // namespace linnet::report
