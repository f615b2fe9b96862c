// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/filterstate.h"
#include "models/table/rowmodel.h"
#include "store/write/indexedtexts.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QLabel;
class QToolButton;

namespace linnet::gui {

/// Beside the chips: how far the index of words is, while the filter asks for words in long texts; and when a
/// search through every text takes long, how long, with the offer to look for words instead. Hidden
/// otherwise.
class WordSearch : public QWidget
{
    Q_OBJECT

public:
    /// Both outlive it.
    WordSearch(models::FilterState &state, models::RowModel &model, QWidget *parent = nullptr);

    void setIndexed(const store::IndexedTexts &texts);

private:
    void showState();
    QString indexText() const;

    models::FilterState &m_state;
    models::RowModel &m_model;
    store::IndexedTexts m_texts;
    QTimer m_everySecond;
    QElapsedTimer m_searching;
    QLabel *m_text;
    QToolButton *m_words;
};

} // namespace linnet::gui
