// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/table/markeditor.h"

#include "gui/look/icons.h"
#include "gui/widgets/retranslate.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QStringListModel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

namespace {

QStringList itemsOf(const QString &text)
{
    return store::MarkEdit{.starred = {}, .tagsToAdd = text.split(u';'), .tagsToRemove = {}, .note = {}}
        .applied({})
        .tags;
}

QString textOf(const QStringList &tags)
{
    return tags.join("; "_L1);
}

} // namespace

MarkEditor::MarkEditor(QWidget *parent)
    : QWidget(parent)
    , m_star(new QToolButton(this))
    , m_tags(new QLineEdit(this))
    , m_note(new QPlainTextEdit(this))
    , m_known(new QStringListModel(this))
    , m_completer(new QCompleter(m_known, this))
{
    m_star->setObjectName(u"star"_s);
    m_tags->setObjectName(u"tags"_s);
    m_note->setObjectName(u"note"_s);
    m_star->setAutoRaise(true);
    m_star->setCheckable(true);
    m_star->setFocusPolicy(Qt::StrongFocus);
    m_note->setTabChangesFocus(true);
    m_note->installEventFilter(this);
    m_completer->setWidget(m_tags);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setFilterMode(Qt::MatchContains);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->setSpacing(4);
    auto *row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(m_star);
    row->addWidget(m_tags, 1);
    layout->addLayout(row);
    layout->addWidget(m_note, 1);
    setMinimumWidth(160);
    setEnabled(false);

    connect(m_star, &QToolButton::clicked, this, [this] {
        showStar(); // until it is stored
        Q_EMIT starToggled(m_id);
    });
    connect(m_tags, &QLineEdit::editingFinished, this, &MarkEditor::takeTags);
    connect(m_tags, &QLineEdit::textEdited, this, [this](const QString &text) {
        const QString last = text.sliced(text.lastIndexOf(u';') + 1).trimmed();
        m_completer->setCompletionPrefix(last);
        if (last.isEmpty() || m_completer->completionCount() == 0)
            m_completer->popup()->hide();
        else
            m_completer->complete();
    });
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &MarkEditor::completeTag);
    keepTranslated(this, [this] { showTexts(); });
}

void MarkEditor::showTexts()
{
    m_star->setToolTip(tr("Star: to find the row again (*)"));
    m_star->setAccessibleName(tr("Star"));
    m_tags->setPlaceholderText(tr("Tags, parted by ;"));
    m_tags->setToolTip(tr("Your words for this row, parted by semicolons (Ctrl+T)"));
    m_tags->setAccessibleName(tr("Tags"));
    m_note->setPlaceholderText(tr("Note"));
    m_note->setToolTip(tr("What you want to remember of this row (Ctrl+M)"));
    m_note->setAccessibleName(tr("Note"));
}

void MarkEditor::showStar()
{
    m_star->setChecked(m_mark.starred);
    m_star->setIcon(lineIcon(m_mark.starred ? "starred"_L1 : "star"_L1,
                             m_mark.starred ? IconTint::Warning : IconTint::Muted));
}

void MarkEditor::setMark(qint64 id, const store::Mark &mark)
{
    if (id != m_id) {
        takeTags();
        takeNote();
    }
    const bool other = std::exchange(m_id, id) != id;
    const store::Mark before = std::exchange(m_mark, mark);
    setEnabled(id > 0 && !m_forbidden);
    showStar();
    const QString tags = textOf(mark.tags);
    if (other || (m_tags->text() == textOf(before.tags) && m_tags->text() != tags))
        m_tags->setText(tags);
    if (other || (m_note->toPlainText() == before.note && before.note != mark.note))
        m_note->setPlainText(mark.note);
}

void MarkEditor::setForbidden(const QString &why)
{
    m_forbidden = !why.isEmpty();
    setToolTip(why);
}

void MarkEditor::setKnownTags(const QStringList &tags)
{
    if (tags != m_known->stringList())
        m_known->setStringList(tags);
}

void MarkEditor::focusTags()
{
    m_tags->setFocus(Qt::ShortcutFocusReason);
    m_tags->end(false);
}

void MarkEditor::focusNote()
{
    m_note->setFocus(Qt::ShortcutFocusReason);
}

void MarkEditor::takeTags()
{
    const QStringList tags = itemsOf(m_tags->text());
    if (m_id == 0 || tags == m_mark.tags)
        return;
    // In the order in which they stand now.
    const store::MarkEdit edit{.starred = {}, .tagsToAdd = tags, .tagsToRemove = m_mark.tags, .note = {}};
    m_mark.tags = tags;
    m_tags->setText(textOf(tags)); // as it is stored, so that it follows when that is undone
    Q_EMIT edited(m_id, edit, tr("Change the tags"));
}

void MarkEditor::takeNote()
{
    const QString note = m_note->toPlainText().trimmed();
    if (m_id == 0 || note == m_mark.note)
        return;
    m_mark.note = note;
    if (m_note->toPlainText() != note)
        m_note->setPlainText(note);
    Q_EMIT edited(m_id, {.starred = {}, .tagsToAdd = {}, .tagsToRemove = {}, .note = note},
                  tr("Change the note"));
}

void MarkEditor::completeTag(const QString &tag)
{
    const QString text = m_tags->text();
    QStringList tags = itemsOf(text.left(text.lastIndexOf(u';') + 1));
    tags.append(tag);
    m_tags->setText(textOf(tags) + "; "_L1);
}

bool MarkEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_note && event->type() == QEvent::FocusOut)
        takeNote();
    return QWidget::eventFilter(watched, event);
}

} // namespace linnet::gui
