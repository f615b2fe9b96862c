// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/help/helptext.h"

#include "gui/look/textscale.h"

#include <QEvent>
#include <QImage>
#include <QTextBlock>
#include <QTextTable>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int Margin = 20; ///< around the page

bool isCommand(const QTextBlock &block)
{
    auto part = block.begin();
    const bool isFixed = !part.atEnd() && part.fragment().charFormat().fontFixedPitch();
    return isFixed && (++part).atEnd();
}

/// Lines that belong together: of lists, tables and commands.
bool isTight(const QTextBlock &block)
{
    return block.textList() || QTextCursor(block).currentTable() ||
           (isCommand(block) && isCommand(block.next()));
}

/// The picture of a block that is nothing else; none = another block.
QTextFragment pictureOf(const QTextBlock &block)
{
    const auto part = block.begin();
    return !part.atEnd() && part.fragment().charFormat().isImageFormat() ? part.fragment() : QTextFragment();
}

QString fileOf(const QUrl &picture)
{
    const bool isOurs = picture.scheme() == "qrc"_L1 && picture.path().startsWith("/help/pictures/"_L1);
    return isOurs ? u':' + picture.path() : QString();
}

} // namespace

HelpText::HelpText(QWidget *parent)
    : QTextBrowser(parent)
{
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
}

void HelpText::showPage(const HelpBook::Page &page)
{
    document()->setBaseUrl(QUrl(u"qrc"_s + page.folder));
    setMarkdown(page.markdown);
    document()->setDocumentMargin(Margin);
    layOutTables();
    layOutBlocks(page.anchors);
    tellPictures();
    fitPictures();
}

void HelpText::layOutTables()
{
    for (QTextFrame *frame : document()->rootFrame()->childFrames()) {
        if (auto *table = qobject_cast<QTextTable *>(frame)) {
            QTextTableFormat format = table->format();
            format.setBorderCollapse(true);
            format.setBorderBrush(palette().mid());
            format.setCellPadding(6);
            format.setCellSpacing(0);
            format.setBottomMargin(8);
            table->setFormat(format);
        }
    }
}

void HelpText::layOutBlocks(const QStringList &anchors)
{
    qsizetype heading = 0;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        QTextCursor cursor(block);
        QTextBlockFormat format = block.blockFormat();
        format.setLineHeight(120, QTextBlockFormat::ProportionalHeight);
        format.setTopMargin(0);
        format.setBottomMargin(isTight(block) ? 3 : 10);
        if (pictureOf(block).isValid()) {
            format.setLineHeight(100, QTextBlockFormat::ProportionalHeight);
            format.setBottomMargin(2);
        }
        if (format.headingLevel() > 1 && heading < anchors.size()) {
            format.setTopMargin(14);
            QTextCharFormat named;
            named.setAnchor(true);
            named.setAnchorNames({anchors[heading++]});
            cursor.select(QTextCursor::BlockUnderCursor);
            cursor.mergeCharFormat(named);
        }
        cursor.setBlockFormat(format);
    }
}

void HelpText::tellPictures()
{
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        const QTextFragment picture = pictureOf(block);
        if (!picture.isValid())
            continue;
        QTextBlockFormat below = block.blockFormat();
        below.setBottomMargin(14);
        QTextCharFormat words;
        words.setForeground(palette().placeholderText());
        const QString shown = picture.charFormat().stringProperty(QTextFormat::ImageAltText);
        QTextCursor cursor(block);
        cursor.movePosition(QTextCursor::EndOfBlock);
        cursor.insertBlock(below, words);
        cursor.insertText(shown, words);
    }
}

void HelpText::fitPictures()
{
    const int most = viewport()->width() - 2 * Margin;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        const QTextFragment picture = pictureOf(block);
        if (!picture.isValid())
            continue;
        QTextImageFormat format = picture.charFormat().toImageFormat();
        const QUrl url = document()->baseUrl().resolved(QUrl(format.name()));
        const QString file = fileOf(url);
        if (file.isEmpty())
            continue;
        const QImage taken(file);
        const QSize size = scaled(taken.size());
        const QSize shown =
            size.width() <= most ? size : size.scaled(most, size.height(), Qt::KeepAspectRatio);
        if (shown.isEmpty() || qRound(format.width()) == shown.width())
            continue;
        // The document itself would leave out pixels.
        const double ratio = devicePixelRatioF();
        document()->addResource(
            QTextDocument::ImageResource, url,
            taken.convertToFormat(QImage::Format_RGB32)
                .scaled((QSizeF(shown) * ratio).toSize(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
        format.setWidth(shown.width());
        format.setHeight(shown.height());
        QTextCursor cursor(document());
        cursor.setPosition(picture.position());
        cursor.setPosition(picture.position() + picture.length(), QTextCursor::KeepAnchor);
        cursor.setCharFormat(format);
    }
}

QVariant HelpText::loadResource(int type, const QUrl &name)
{
    const QString file = type == QTextDocument::ImageResource ? fileOf(name) : QString();
    if (!file.isEmpty())
        return QImage(file);
    // For nothing at all the document would look on the disk by itself.
    QImage none(1, 1, QImage::Format_ARGB32);
    none.fill(Qt::transparent);
    return none;
}

void HelpText::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    fitPictures();
}

void HelpText::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitPictures();
}

} // namespace linnet::gui
