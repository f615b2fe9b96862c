// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/longtextedit.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QMimeData>
#include <QScopedValueRollback>

#include <algorithm>
#include <utility>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype AtOnce = 50'000; // characters that need no pieces
constexpr int PieceLines = 50;
constexpr int RemovedAtOnce = 2000; // characters
constexpr qint64 TurnMs = 5;        // of putting in before the window may do other things

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
    connect(&m_next, &QTimer::timeout, this, &LongTextEdit::goOn);
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
            m_text.replace(m_place.selectionStart(), m_place.selectionEnd() - m_place.selectionStart(),
                           m_incoming.sliced(m_put));
    }
    return m_text;
}

void LongTextEdit::setText(const QString &text)
{
    const QScopedValueRollback own(m_isOwnChange, true);
    end();
    const QString whole = plain(text);
    if (whole.size() <= AtOnce) {
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
    } else if (more.size() <= AtOnce && !selectsMuch()) {
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
    m_isBegun = false;
    m_next.start();
    putPiece();
    m_text = std::move(whole);
}

bool LongTextEdit::selectsMuch() const
{
    const QTextCursor cursor = textCursor();
    return cursor.selectionEnd() - cursor.selectionStart() > AtOnce;
}

/// Each piece joins the step of undo that the first one began.
void LongTextEdit::putPiece()
{
    const QScopedValueRollback own(m_isOwnChange, true);
    const bool isKnown = m_revision == document()->revision();
    if (std::exchange(m_isBegun, true))
        m_place.joinPreviousEditBlock();
    else
        m_place.beginEditBlock();
    if (!removePiece()) {
        const qsizetype from = std::exchange(m_put, pieceEnd(m_incoming, m_put));
        m_place.insertText(m_incoming.sliced(from, m_put - from));
    }
    m_place.endEditBlock();
    m_revision = isKnown ? document()->revision() : -1;
}

/// Of what was selected, from its end; false when nothing is left of it.
bool LongTextEdit::removePiece()
{
    const int begin = m_place.selectionStart();
    const int end = m_place.selectionEnd();
    if (begin == end)
        return false;
    const int from = std::max(begin, end - RemovedAtOnce);
    QTextCursor piece(document());
    piece.setPosition(from);
    piece.setPosition(end, QTextCursor::KeepAnchor);
    piece.removeSelectedText();
    m_place.setPosition(begin);
    m_place.setPosition(from, QTextCursor::KeepAnchor);
    return true;
}

void LongTextEdit::goOn()
{
    const auto isDone = [this] { return m_put == m_incoming.size() && !m_place.hasSelection(); };
    QElapsedTimer turn;
    turn.start();
    while (!isDone() && turn.elapsed() < TurnMs)
        putPiece();
    if (!isDone())
        return;
    const std::vector<std::unique_ptr<QEvent>> typed = std::exchange(m_typed, {});
    if (m_isFilling)
        moveCursor(QTextCursor::Start);
    end();
    ensureCursorVisible();
    for (const std::unique_ptr<QEvent> &event : typed)
        QCoreApplication::sendEvent(this, event.get());
}

void LongTextEdit::end()
{
    m_next.stop();
    m_typed.clear();
    if (std::exchange(m_isFilling, false))
        setUndoRedoEnabled(true);
    m_incoming.clear();
    m_put = 0;
    m_place = {};
}

void LongTextEdit::takeBack()
{
    end();
    undo();
    // Half a list shall not come back.
    document()->clearUndoRedoStacks(QTextDocument::RedoStack);
}

/// What is typed in place of a long selection waits until that is removed.
bool LongTextEdit::event(QEvent *event)
{
    if (event->type() == QEvent::KeyPress && !isReadOnly() && !isTakingIn() && selectsMuch()) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool cuts = key->matches(QKeySequence::Cut);
        const bool removes = cuts || key->key() == Qt::Key_Delete || key->key() == Qt::Key_Backspace;
        const bool commands =
            (key->modifiers() & (Qt::ControlModifier | Qt::AltModifier)) == Qt::ControlModifier;
        const bool types = !commands && !key->text().isEmpty() && key->text().front().isPrint();
        if (cuts)
            copy();
        if (removes || types)
            insert(QString());
        if (removes)
            return true;
    }
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
