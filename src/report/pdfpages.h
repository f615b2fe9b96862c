// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QBuffer>
#include <QFont>
#include <QPainter>
#include <QPdfWriter>
#include <QRectF>
#include <QString>

namespace linnet::report {

/// Pages of A4 that are filled from the top; what does not fit goes onto the next one. All sizes are in
/// pixels of 1/96 inch. For any thread that may use fonts.
class PdfPages
{
public:
    /// The title is that of the file and stands below each page.
    PdfPages(const QString &title, const QString &author, const QFont &font);

    Result<void> begin();
    /// Ends the last page; the bytes of the whole file.
    QByteArray end();

    QPainter &painter() { return m_painter; }
    double width() const;
    double left() const;
    double top() const { return m_y; } ///< where the next thing goes
    double room() const;               ///< down to the end of the page
    bool isAtTop() const;

    /// A font of the file.
    QFont font(int size, bool bold = false) const;

    /// A new page when less is left and the page is not empty.
    void need(double height);
    void skip(double height) { m_y += height; }
    /// Lines of text, broken at words and across pages; line breaks stay.
    void text(const QString &text, const QFont &font, const QColor &ink);
    /// The height of such a text.
    double heightOf(const QString &text, const QFont &font) const;
    void rule(const QColor &ink);

private:
    void endPage();
    QStringList lines(const QString &text, const QFont &font, double width) const;

    QString m_title;
    QFont m_font;
    QByteArray m_bytes;
    QBuffer m_buffer;
    QPdfWriter m_writer;
    QPainter m_painter;
    int m_page = 1;
    double m_y = 0;
};

} // namespace linnet::report
