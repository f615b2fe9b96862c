// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/linesedit.h"

#include "encoding/filetext.h"
#include "jobs/addressinput.h"

#include <QEvent>
#include <QFile>
#include <QKeyEvent>
#include <QMimeData>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>
#include <cmath>

namespace linnet::gui {

namespace {

constexpr int MostLines = 4;
constexpr int LineEditPadding = 6; // above and below the text, as line edits have it
constexpr qint64 LargestFile = 4'000'000;

} // namespace

LinesEdit::LinesEdit(QWidget *parent)
    : LongTextEdit(parent)
{
    setTabChangesFocus(true);
    setLineWrapMode(QPlainTextEdit::NoWrap);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    document()->setDocumentMargin(LineEditPadding);
    connect(document(), &QTextDocument::blockCountChanged, this, &LinesEdit::fitHeight);
    fitHeight();
}

int LinesEdit::heightOf(int lines) const
{
    const int text = int(std::ceil(fontMetrics().lineSpacing() * lines));
    return text + 2 * int(document()->documentMargin()) + 2 * frameWidth();
}

void LinesEdit::fitHeight()
{
    const int lines = std::clamp(blockCount(), 1, MostLines);
    setVerticalScrollBarPolicy(blockCount() > MostLines ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    setFixedHeight(heightOf(lines));
}

QSize LinesEdit::sizeHint() const
{
    return {200, heightOf(1)};
}

QSize LinesEdit::minimumSizeHint() const
{
    return {80, heightOf(1)};
}

void LinesEdit::changeEvent(QEvent *event)
{
    LongTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitHeight();
}

void LinesEdit::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && !event->modifiers().testFlag(Qt::ShiftModifier)) {
        Q_EMIT returnPressed();
        return;
    }
    if (isReturn) {
        insertPlainText(QString(QChar::LineFeed)); // not the line separator that Shift+Return means elsewhere
        ensureCursorVisible();
        return;
    }
    LongTextEdit::keyPressEvent(event);
}

bool LinesEdit::canInsertFromMimeData(const QMimeData *source) const
{
    return source->hasUrls() || source->hasText();
}

void LinesEdit::insertFromMimeData(const QMimeData *source)
{
    if (isReadOnly())
        return;
    QStringList lines;
    for (const QUrl &url : source->urls()) {
        if (!url.isLocalFile()) {
            lines << QString::fromLatin1(url.toEncoded());
            continue;
        }
        QFile file(url.toLocalFile());
        if (file.size() > LargestFile || !file.open(QIODevice::ReadOnly))
            Q_EMIT dropFailed(url.toLocalFile());
        else
            lines << encoding::fileText(file.readAll(), encoding::OtherBytes::Guess).trimmed();
    }
    if (!source->hasUrls())
        lines << source->text().trimmed();
    if (!lines.isEmpty())
        insert(lines.join(QChar::LineFeed));
}

} // namespace linnet::gui
