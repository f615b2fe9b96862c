// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/longtextedit.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QMimeData>
#include <QScopedValueRollback>

#include <utility>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype AtOnce = 50'000; // characters that need no pieces
constexpr int PieceLines = 50;
constexpr qint64 TurnMs = 5; // of putting in before the window may do other things

/// The signs that toPlainText() gives back: a text is the same before and after it was in the document.
QString plain(QString text)
{
    text.replace(u"\r\n"_s, u"\n"_s);
    for (QChar &sign : text) {
        switch (sign.unicode()) {
        case u'\r':
        case QChar::LineSeparator:
        case QChar::ParagraphSeparator:
        case 0xfdd0: // begin and end of a frame within a document
        case 0xfdd1:
            sign = QChar::LineFeed;
            break;
        case QChar::Nbsp:
            sign = QChar::Space;
            break;
        default:
            break;
        }
    }
    return text;
}

qsizetype pieceEnd(const QString &text, qsizetype from)
{
    for (int line = 0; line < PieceLines; ++line) {
        from = text.indexOf(QChar::LineFeed, from) + 1;
        if (from == 0)
            return text.size();
    }
    return from;
}

} // namespace

LongTextEdit::LongTextEdit(QWidget *parent)
    : QPlainTextEdit(parent)
{
    m_next.setInterval(0);
    connect(&m_next, &QTimer::timeout, this, &LongTextEdit::putNext);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_isOwnChange)
            Q_EMIT touched();
    });
}

LongTextEdit::~LongTextEdit() = default;

const QString &LongTextEdit::text() const
{
    if (const int revision = document()->revision(); m_revision != revision) {
        m_text = toPlainText();
        m_revision = revision;
        if (isTakingIn())
            m_text.insert(m_place.position(), m_incoming.sliced(m_put));
    }
    return m_text;
}

void LongTextEdit::setText(const QString &text)
{
    const QScopedValueRollback own(m_isOwnChange, true);
    m_next.stop();
    m_typed.clear();
    const QString whole = plain(text);
    if (whole.size() <= AtOnce) {
        end();
        setPlainText(whole);
        return;
    }
    clear();
    setUndoRedoEnabled(false);
    m_isFilling = true;
    takeIn(QTextCursor(document()), whole);
}

void LongTextEdit::insert(const QString &text)
{
    const QString more = plain(text);
    if (isTakingIn()) {
        m_incoming += more;
        m_revision = -1;
        Q_EMIT touched();
    } else if (more.size() <= AtOnce) {
        insertPlainText(more);
        ensureCursorVisible();
    } else {
        takeIn(textCursor(), more);
        Q_EMIT touched();
    }
}

void LongTextEdit::takeIn(QTextCursor place, const QString &text)
{
    QString whole = this->text();
    whole.replace(place.selectionStart(), place.selectionEnd() - place.selectionStart(), text);
    m_place = std::move(place);
    m_incoming = text;
    m_put = 0;
    m_next.start();
    putPiece();
    m_text = std::move(whole);
}

/// Each piece joins the step of undo that the first one began.
void LongTextEdit::putPiece()
{
    const QScopedValueRollback own(m_isOwnChange, true);
    if (m_put == 0)
        m_place.beginEditBlock();
    else
        m_place.joinPreviousEditBlock();
    const qsizetype from = std::exchange(m_put, pieceEnd(m_incoming, m_put));
    const bool isKnown = m_revision == document()->revision();
    m_place.insertText(m_incoming.sliced(from, m_put - from)); // in place of the selection, the first time
    m_place.endEditBlock();
    m_revision = isKnown || from == 0 ? document()->revision() : -1;
}

void LongTextEdit::putNext()
{
    QElapsedTimer turn;
    turn.start();
    while (m_put < m_incoming.size() && turn.elapsed() < TurnMs)
        putPiece();
    if (m_put < m_incoming.size())
        return;
    m_next.stop();
    if (m_isFilling)
        moveCursor(QTextCursor::Start);
    end();
    ensureCursorVisible();
    for (const std::unique_ptr<QEvent> &event : std::exchange(m_typed, {}))
        QCoreApplication::sendEvent(this, event.get());
}

void LongTextEdit::end()
{
    if (std::exchange(m_isFilling, false))
        setUndoRedoEnabled(true);
    m_incoming.clear();
    m_put = 0;
    m_place = {};
}

void LongTextEdit::takeBack()
{
    m_next.stop();
    m_typed.clear();
    end();
    undo();
    // Half a list shall not come back.
    document()->clearUndoRedoStacks(QTextDocument::RedoStack);
}

bool LongTextEdit::event(QEvent *event)
{
    if (!isTakingIn() || (event->type() != QEvent::KeyPress && event->type() != QEvent::InputMethod))
        return QPlainTextEdit::event(event);
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Tab || key->key() == Qt::Key_Backtab)
            return QPlainTextEdit::event(event);
        if (!m_isFilling && (key->key() == Qt::Key_Escape || key->matches(QKeySequence::Undo))) {
            takeBack();
            return true;
        }
    }
    m_typed.emplace_back(event->clone());
    return true;
}

/// Its actions know only what is in the document by now.
void LongTextEdit::contextMenuEvent(QContextMenuEvent *event)
{
    if (!isTakingIn())
        QPlainTextEdit::contextMenuEvent(event);
}

void LongTextEdit::insertFromMimeData(const QMimeData *source)
{
    if (!isReadOnly())
        insert(source->text());
}

} // namespace linnet::gui
