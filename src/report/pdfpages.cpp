// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/pdfpages.h"

#include "draw/chart/textruler.h"
#include "draw/palette.h"
#include "report/reportwords.h"

#include <QPageSize>

#include <climits>

namespace linnet::report {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int PaperResolution = 1200; ///< an inch
constexpr double Pixels = 96;         ///< an inch
constexpr double PaperWidth = 210 / 25.4 * Pixels;
constexpr double PaperHeight = 297 / 25.4 * Pixels;
constexpr double Margin = 15 / 25.4 * Pixels;
constexpr double FootHeight = 24;
constexpr int FootSize = 11;

} // namespace

PdfPages::PdfPages(const QString &title, const QString &author, const QFont &font)
    : m_title(draw::TextRuler::oneLine(title))
    , m_font(font)
    , m_buffer(&m_bytes)
    , m_writer((m_buffer.open(QIODevice::WriteOnly), &m_buffer)) // in memory
    , m_y(Margin)
{
    m_writer.setTitle(author.isEmpty() ? m_title : m_title + u" · "_s + author);
    m_writer.setCreator(u"Linnet"_s);
    m_writer.setResolution(PaperResolution);
    m_writer.setPageSize(QPageSize(QPageSize::A4));
    m_writer.setPageMargins({});
}

Result<void> PdfPages::begin()
{
    if (!m_painter.begin(&m_writer))
        return fail(Reason::Io, u"the pages could not be made as PDF"_s);
    m_painter.scale(PaperResolution / Pixels, PaperResolution / Pixels);
    m_painter.setRenderHint(QPainter::Antialiasing);
    return {};
}

QByteArray PdfPages::end()
{
    endPage();
    m_painter.end();
    return m_bytes;
}

double PdfPages::width() const
{
    return PaperWidth - 2 * Margin;
}

double PdfPages::left() const
{
    return Margin;
}

double PdfPages::room() const
{
    return PaperHeight - Margin - FootHeight - m_y;
}

bool PdfPages::isAtTop() const
{
    return m_y <= Margin;
}

QFont PdfPages::font(int size, bool bold) const
{
    QFont result = m_font;
    result.setPixelSize(size);
    result.setWeight(bold ? QFont::DemiBold : QFont::Normal);
    return result;
}

void PdfPages::need(double height)
{
    if (height <= room() || isAtTop())
        return;
    endPage();
    m_writer.newPage();
    ++m_page;
    m_y = Margin;
}

void PdfPages::endPage()
{
    const draw::TextRuler ruler(font(FootSize));
    const QString number = ReportWords::page(m_page);
    const double wide = ruler.width(number);
    m_painter.setFont(ruler.font());
    m_painter.setPen(draw::Palette::light().muted);
    const double y = PaperHeight - Margin;
    m_painter.drawText(QPointF(left() + width() - wide, y), number);
    m_painter.drawText(QPointF(left(), y), ruler.elided(m_title, width() - wide - FootHeight));
}

QStringList PdfPages::lines(const QString &text, const QFont &font, double width) const
{
    const draw::TextRuler ruler(font);
    QStringList result;
    for (const QString &line : text.split(u'\n')) {
        // The ruler looks at a limited length; long remarks go piece by piece.
        QString rest = line;
        if (rest.trimmed().isEmpty())
            result.append(QString());
        constexpr qsizetype Piece = 1500;
        while (!rest.trimmed().isEmpty()) {
            qsizetype at = rest.size();
            if (at > Piece) {
                at = rest.lastIndexOf(u' ', Piece);
                at = at <= 0 ? Piece : at;
            }
            result += ruler.wrapped(draw::TextRuler::oneLine(rest.left(at)), width, INT_MAX);
            rest = rest.mid(at);
        }
    }
    return result;
}

void PdfPages::text(const QString &text, const QFont &font, const QColor &ink)
{
    const draw::TextRuler ruler(font);
    const double rise = QFontMetricsF(font).ascent();
    for (const QString &line : lines(text, font, width())) {
        need(ruler.line());
        m_painter.setFont(font);
        m_painter.setPen(ink);
        m_painter.drawText(QPointF(left(), m_y + rise), line);
        m_y += ruler.line();
    }
}

double PdfPages::heightOf(const QString &text, const QFont &font) const
{
    return double(lines(text, font, width()).size()) * draw::TextRuler(font).line();
}

void PdfPages::rule(const QColor &ink)
{
    m_painter.setPen(QPen(ink, 1));
    m_painter.drawLine(QLineF(left(), m_y, left() + width(), m_y));
}

} // namespace linnet::report
