// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/table/wordmarks.h"

#include "gui/look/palette.h"

#include <QTextEdit>

namespace linnet::gui {

WordMarks::WordMarks(QTextEdit &edit)
    : QObject(&edit)
    , m_edit(edit)
{
}

void WordMarks::setWords(std::vector<table::WordQuery> words)
{
    m_words = std::move(words);
    mark();
}

void WordMarks::mark()
{
    m_count = 0;
    QList<QTextEdit::ExtraSelection> marks;
    // One unit of it for one position in the document.
    const QString text = m_words.empty() ? QString() : m_edit.document()->toPlainText();
    const Palette &palette = Palette::of(m_edit.palette());
    QTextCharFormat format;
    format.setBackground(mixed(palette.base, palette.warning, palette.dark ? 0.45 : 0.3));
    format.setForeground(palette.text);
    for (const table::WordQuery &words : m_words) {
        for (const table::WordQuery::Hit &hit : words.hits(text)) {
            if (m_count++ >= Most)
                continue;
            QTextCursor cursor(m_edit.document());
            cursor.setPosition(int(hit.at));
            cursor.setPosition(int(hit.at + hit.length), QTextCursor::KeepAnchor);
            marks << QTextEdit::ExtraSelection{cursor, format};
        }
    }
    m_edit.setExtraSelections(marks);
}

} // namespace linnet::gui
