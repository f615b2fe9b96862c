// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/inlinesvg.h"

#include "draw/chart/chartfile.h"
#include "draw/chart/textruler.h"
#include "exports/file/xmltext.h"

#include <QSet>

#include <cmath>

namespace linnet::report {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int Series = 6; ///< that look different

/// Every colour that charts are painted with, in one order.
QList<QColor> inks(const draw::ChartStyle &style)
{
    const QColor &base = style.colors.base;
    QList<QColor> result{base,
                         style.colors.text,
                         style.colors.muted,
                         style.grid(),
                         style.colors.line,
                         style.few(),
                         draw::mixed(base, style.few(), 0.3),
                         style.water(),
                         style.land()};
    for (int i = 0; i < Series; ++i) {
        const QColor ink = style.series(i);
        result << ink << draw::mixed(base, ink, 0.3) << draw::mixed(base, ink, 0.35);
    }
    return result;
}

} // namespace

QString htmlText(const QString &text)
{
    return exports::xmlText(text).toHtmlEscaped();
}

QString inlineSvg(const draw::Chart &chart, const QString &description, const draw::ChartStyle &style,
                  double width, const QString &id)
{
    draw::Chart untitled = chart;
    untitled.title.clear();
    const double height = std::ceil(draw::chartHeight(untitled, width, style));
    const QString whole = QString::fromUtf8(draw::ChartFile(untitled, style, {width, height}).svg());
    // Its own root and words go: in a page the element needs a name, and no size of its own.
    const QString lastWords = u"</desc>"_s;
    const qsizetype body = whole.indexOf(lastWords);
    const QString root =
        u"<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"%1t %1d\" viewBox=\"0 0 "
        "%2 %3\" width=\"%2\" height=\"%3\">\n<title id=\"%1t\">"_s.arg(id)
            .arg(std::ceil(width))
            .arg(height);
    return root + htmlText(draw::TextRuler::oneLine(chart.title)) + "</title>\n<desc id=\""_L1 + id +
           "d\">"_L1 + htmlText(description) + "</desc>"_L1 +
           (body < 0 ? u"</svg>"_s : whole.mid(body + lastWords.size()).trimmed());
}

QString darkColorRules(const draw::ChartStyle &light, const draw::ChartStyle &dark)
{
    const QList<QColor> from = inks(light);
    const QList<QColor> to = inks(dark);
    QSet<QString> said;
    QString rules;
    for (qsizetype i = 0; i < from.size(); ++i) {
        const QString name = from[i].name();
        if (said.contains(name))
            continue;
        said.insert(name);
        rules += u"svg [fill=\"%1\"]{fill:%2} svg [stroke=\"%1\"]{stroke:%2}\n"_s.arg(name, to[i].name());
    }
    return rules;
}

} // namespace linnet::report
