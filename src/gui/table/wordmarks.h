// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "table/wordquery.h"

#include <QObject>

class QTextEdit;

namespace linnet::gui {

/// Marks the words of a filter in the text that is shown, and counts them.
class WordMarks : public QObject
{
    Q_OBJECT

public:
    /// Texts with more hits have the first ones marked.
    static constexpr int Most = 2000;

    explicit WordMarks(QTextEdit &edit);

    void setWords(std::vector<table::WordQuery> words);
    /// The text is another one, or the colours are.
    void mark();
    int count() const { return m_count; }

private:
    QTextEdit &m_edit;
    std::vector<table::WordQuery> m_words;
    int m_count = 0;
};

} // namespace linnet::gui
