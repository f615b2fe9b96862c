// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/pdfreport.h"

#include "draw/chart/chartpainter.h"
#include "draw/chart/charttable.h"
#include "draw/chart/textruler.h"
#include "report/pdfpages.h"
#include "report/reportwords.h"

#include <QImage>

#include <algorithm>

namespace linnet::report {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int TextSize = 13; ///< pixels, as all below
constexpr int SmallSize = 11;
constexpr int TitleSize = 26;
constexpr int HeadingSize = 18;
constexpr int QuestionSize = 15;
constexpr int ValueSize = 22;
constexpr double Gap = 8;
constexpr double CardHeight = 108;
constexpr int DetailLines = 3;
constexpr int LabelLines = 2;
constexpr double CellGap = 12;
constexpr int MostGroups = 12; ///< rows of a chart, so that two have place on a page
constexpr QSizeF LogoRoom(200, 70);

/// Paints one report onto its pages.
class PdfMaker
{
public:
    PdfMaker(const Report &report, const QFont &font, const std::stop_token &stop)
        : m_report(report)
        , m_stop(stop)
        , m_colors(draw::Palette::light())
        , m_pages(report.title, report.author, font)
    {
    }

    Result<QByteArray> make()
    {
        if (const Result<void> begun = m_pages.begin(); !begun)
            return std::unexpected(begun.error());
        pageOne();
        audit();
        charts();
        tables();
        about();
        QByteArray bytes = m_pages.end();
        if (m_stop.stop_requested())
            return fail(Reason::Cancelled);
        return bytes;
    }

private:
    void paragraph(const QString &text, const QColor &ink)
    {
        m_pages.text(text, m_pages.font(TextSize), ink);
        m_pages.skip(Gap);
    }
    void paragraph(const QString &text) { paragraph(text, m_colors.text); }

    /// Never alone at the end of a page.
    void heading(const QString &text)
    {
        m_pages.skip(m_pages.isAtTop() ? 0 : 2 * Gap);
        const QFont font = m_pages.font(HeadingSize, true);
        m_pages.need(m_pages.heightOf(text, font) + 6 * TextSize);
        m_pages.text(text, font, m_colors.text);
        m_pages.skip(Gap);
    }

    void logo()
    {
        const QImage image = QImage::fromData(m_report.logo.png, "PNG");
        if (image.isNull())
            return;
        // Half as large as its pixels, which are many for paper.
        QSizeF size = QSizeF(image.size()) / 2;
        if (size.width() > LogoRoom.width() || size.height() > LogoRoom.height())
            size.scale(LogoRoom, Qt::KeepAspectRatio);
        m_pages.painter().drawImage(QRectF(QPointF(m_pages.left(), m_pages.top()), size), image);
        m_pages.skip(size.height() + Gap);
    }

    void pageOne()
    {
        logo();
        m_pages.text(m_report.title, m_pages.font(TitleSize, true), m_colors.text);
        m_pages.skip(Gap);
        if (!m_report.author.isEmpty())
            paragraph(ReportWords::by(m_report.author), m_colors.muted);
        paragraph(m_report.made, m_colors.muted);
        paragraph(m_report.rows);
        cards(m_report.figures);
        heading(ReportWords::inShort());
        if (m_report.answers.isEmpty())
            paragraph(ReportWords::noRows());
        for (const auto &[question, sentence] : m_report.answers) {
            m_pages.need(4 * TextSize);
            m_pages.text(question, m_pages.font(TextSize, true), m_colors.text);
            paragraph(sentence);
        }
        heading(ReportWords::changes());
        for (const QString &line : m_report.changes)
            paragraph(line);
        if (!m_report.remarks.isEmpty())
            heading(ReportWords::remarks());
        for (const QString &remark : m_report.remarks)
            paragraph(remark);
    }

    void cards(const std::vector<Figure> &figures)
    {
        if (figures.empty())
            return;
        m_pages.skip(Gap);
        m_pages.need(CardHeight);
        const auto count = double(figures.size());
        const double wide = (m_pages.width() - Gap * (count - 1)) / count;
        double x = m_pages.left();
        for (const Figure &figure : figures) {
            card(figure, {x, m_pages.top(), wide, CardHeight});
            x += wide + Gap;
        }
        m_pages.skip(CardHeight + Gap);
    }

    void card(const Figure &figure, const QRectF &place)
    {
        QPainter &painter = m_pages.painter();
        painter.setPen(QPen(m_colors.line, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(place, 6, 6);
        double y = place.top() + Gap;
        const auto put = [&](const QString &text, const QFont &font, const QColor &ink, int most) {
            const draw::TextRuler ruler(font);
            painter.setFont(font);
            painter.setPen(ink);
            for (const QString &line :
                 ruler.wrapped(draw::TextRuler::oneLine(text), place.width() - 2 * Gap, most)) {
                painter.drawText(QPointF(place.left() + Gap, y + QFontMetricsF(font).ascent()), line);
                y += ruler.line();
            }
        };
        put(figure.label, m_pages.font(SmallSize), m_colors.muted, LabelLines);
        put(figure.value, m_pages.font(ValueSize, true), figure.few ? m_colors.muted : m_colors.text, 1);
        put(figure.detail, m_pages.font(SmallSize), m_colors.muted, DetailLines);
    }

    void audit()
    {
        const AuditPart &audit = m_report.audit;
        if (audit.sentence.isEmpty())
            return;
        heading(audit.title);
        paragraph(audit.sentence);
        if (!audit.remark.isEmpty())
            paragraph(audit.remark, m_colors.muted);
        cards(audit.figures);
        for (const AuditItem &item : audit.worst) {
            if (m_stop.stop_requested())
                return;
            finding(item);
        }
        if (!audit.further.isEmpty())
            paragraph(ReportWords::furtherFindings().arg(audit.further.join(u"; "_s)), m_colors.muted);
    }

    /// The name and what it means stay on one page.
    void finding(const AuditItem &item)
    {
        const QFont bold = m_pages.font(QuestionSize, true);
        const QFont plain = m_pages.font(TextSize);
        const QFont small = m_pages.font(SmallSize);
        const QString fix = item.fix.isEmpty() ? QString() : ReportWords::whatToDo().arg(item.fix);
        m_pages.skip(m_pages.isAtTop() ? 0 : Gap);
        m_pages.need(m_pages.heightOf(item.what, bold) + m_pages.heightOf(item.why, plain) +
                     m_pages.heightOf(fix, plain) + 6 * TextSize);
        m_pages.text(item.what, bold, m_colors.text);
        m_pages.text(item.reason, small,
                     item.level == "error"_L1     ? m_colors.bad
                     : item.level == "warning"_L1 ? m_colors.warning
                                                  : m_colors.muted);
        m_pages.skip(Gap / 2);
        if (!item.why.isEmpty())
            m_pages.text(item.why, plain, m_colors.text);
        if (!fix.isEmpty())
            m_pages.text(fix, plain, m_colors.text);
        m_pages.skip(Gap / 2);
        for (const AuditExample &example : item.examples) {
            m_pages.text(u"• "_s + example.url, small, m_colors.text);
            if (!example.detail.isEmpty())
                m_pages.text(example.detail, small, m_colors.muted);
        }
        if (item.more > 0)
            m_pages.text(ReportWords::morePlaces(item.more), small, m_colors.muted);
        m_pages.skip(Gap);
    }

    void charts()
    {
        if (m_report.sections.empty() && m_report.leftOut.isEmpty())
            return;
        heading(ReportWords::questions());
        for (const Section &section : m_report.sections) {
            if (m_stop.stop_requested())
                return;
            chart(section);
        }
        if (!m_report.leftOut.isEmpty())
            paragraph(ReportWords::noAnswer().arg(m_report.leftOut.join(u' ')), m_colors.muted);
    }

    /// Question, sentence and chart stay on one page.
    void chart(const Section &section)
    {
        draw::Chart untitled = section.chart;
        untitled.title.clear();
        untitled.mostGroups = std::min(untitled.mostGroups, MostGroups);
        const draw::ChartStyle style =
            draw::ChartStyle::forPaper(m_pages.font(SmallSize + 1), m_report.locale);
        const QFont question = m_pages.font(QuestionSize, true);
        const QFont plain = m_pages.font(TextSize);
        const double head =
            m_pages.heightOf(section.chart.title, question) + Gap +
            (section.sentence.isEmpty() ? 0 : m_pages.heightOf(section.sentence, plain) + Gap);
        const double height = draw::chartHeight(untitled, m_pages.width(), style);
        m_pages.need(head + height);
        m_pages.text(section.chart.title, question, m_colors.text);
        m_pages.skip(Gap);
        if (!section.sentence.isEmpty())
            paragraph(section.sentence);
        // What is higher than a page leaves out what it can.
        const double shown = std::min(height, m_pages.room());
        draw::paintChart(m_pages.painter(), {m_pages.left(), m_pages.top(), m_pages.width(), shown}, untitled,
                         style);
        m_pages.skip(shown + 2 * Gap);
    }

    void tables()
    {
        if (m_report.sections.empty())
            return;
        heading(ReportWords::data());
        for (const Section &section : m_report.sections) {
            if (m_stop.stop_requested())
                return;
            table(section.chart.title, draw::chartTable(section.chart, m_report.locale));
        }
    }

    /// Numbers take what they need; the rest of the width is for what is called by them.
    std::vector<double> widthsOf(const draw::ChartTable &data, const draw::TextRuler &ruler) const
    {
        const size_t columns = data.columns.size();
        const double most = m_pages.width() * 0.3;
        std::vector<double> widths(columns, 0);
        const size_t rows = std::min(data.rows.size(), size_t(MostTableRows));
        double taken = 0;
        for (size_t i = 1; i < columns; ++i) {
            widths[i] = ruler.width(data.columns[i].title);
            for (size_t row = 0; row < rows; ++row)
                widths[i] = std::max(widths[i], ruler.width(data.rows[row][i].text));
            widths[i] =
                std::min(widths[i], data.columns[i].number ? m_pages.width() / double(columns) : most);
            taken += widths[i] + CellGap;
        }
        if (columns > 0)
            widths[0] = std::max(m_pages.width() * 0.2, m_pages.width() - taken);
        return widths;
    }

    void table(const QString &title, const draw::ChartTable &data)
    {
        const QFont font = m_pages.font(SmallSize);
        const draw::TextRuler ruler(font);
        const std::vector<double> widths = widthsOf(data, ruler);
        m_pages.need(8 * ruler.line());
        m_pages.text(title, m_pages.font(TextSize, true), m_colors.text);
        QStringList titles;
        for (const draw::ChartTable::Column &column : data.columns)
            titles.append(column.title);
        row(data, titles, widths, m_colors.muted);
        const size_t shown = std::min(data.rows.size(), size_t(MostTableRows));
        for (size_t i = 0; i < shown; ++i) {
            QStringList cells;
            for (const draw::ChartTable::Cell &cell : data.rows[i])
                cells.append(cell.text);
            row(data, cells, widths, m_colors.text);
        }
        if (shown < data.rows.size())
            m_pages.text(ReportWords::more(qint64(data.rows.size() - shown)), font, m_colors.muted);
        m_pages.skip(2 * Gap);
    }

    void row(const draw::ChartTable &data, const QStringList &cells, const std::vector<double> &widths,
             const QColor &ink)
    {
        const QFont font = m_pages.font(SmallSize);
        const draw::TextRuler ruler(font);
        std::vector<QStringList> lines;
        qsizetype most = 1;
        for (size_t i = 0; i < widths.size(); ++i) {
            const QString text = draw::TextRuler::oneLine(cells.value(qsizetype(i)));
            lines.push_back(ruler.wrapped(text, widths[i], LabelLines));
            most = std::max(most, lines.back().size());
        }
        m_pages.need(double(most) * ruler.line() + 3);
        QPainter &painter = m_pages.painter();
        painter.setFont(font);
        painter.setPen(ink);
        double x = m_pages.left();
        for (size_t i = 0; i < widths.size(); ++i) {
            double y = m_pages.top() + QFontMetricsF(font).ascent();
            for (const QString &line : lines[i]) {
                const double indent = data.columns[i].number ? widths[i] - ruler.width(line) : 0;
                painter.drawText(QPointF(x + indent, y), line);
                y += ruler.line();
            }
            x += widths[i] + CellGap;
        }
        m_pages.skip(double(most) * ruler.line() + 1);
        m_pages.rule(m_colors.line);
        m_pages.skip(2);
    }

    void about()
    {
        heading(ReportWords::about());
        for (const auto &[label, text] : m_report.about) {
            m_pages.need(3 * TextSize);
            m_pages.text(label, m_pages.font(SmallSize), m_colors.muted);
            m_pages.text(text, m_pages.font(TextSize), m_colors.text);
            m_pages.skip(Gap / 2);
        }
    }

    const Report &m_report;
    const std::stop_token &m_stop;
    const draw::Palette &m_colors;
    PdfPages m_pages;
};

} // namespace

Result<QByteArray> pdfReport(const Report &report, const QFont &font, const std::stop_token &stop)
{
    return PdfMaker(report, font, stop).make();
}

} // namespace linnet::report
