// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/table/wordsearch.h"

#include "base/errortext.h"
#include "gui/widgets/retranslate.h"
#include "models/table/wordconditions.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;
namespace words = models::WordConditions;

WordSearch::WordSearch(models::FilterState &state, models::RowModel &model, QWidget *parent)
    : QWidget(parent)
    , m_state(state)
    , m_model(model)
    , m_text(new QLabel(this))
    , m_words(new QToolButton(this))
{
    m_text->setObjectName(u"indexed"_s);
    m_words->setObjectName(u"words"_s);
    m_words->setAutoRaise(true);
    m_words->setFocusPolicy(Qt::StrongFocus);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_text);
    row->addWidget(m_words);
    m_everySecond.setInterval(std::chrono::seconds(1));
    connect(&m_everySecond, &QTimer::timeout, this, &WordSearch::showState);
    connect(&state, &models::FilterState::changed, this, &WordSearch::showState);
    connect(&model, &models::RowModel::buildingChanged, this, [this](bool building) {
        if (building) {
            m_searching.start();
            m_everySecond.start();
            return;
        }
        m_everySecond.stop();
        showState();
    });
    connect(m_words, &QToolButton::clicked, this, [this] {
        if (const auto other = words::insteadOfParts(m_state.schema(), m_state.filter()))
            m_state.setFilter(*other);
    });
    keepTranslated(this, [this] {
        m_words->setText(tr("Look for words"));
        m_words->setToolTip(
            tr("Finds whole words and their beginnings at once, by an index, instead of looking "
               "through every text for any part of it"));
        m_words->setAccessibleDescription(m_words->toolTip());
        showState();
    });
}

void WordSearch::setIndexed(const store::IndexedTexts &texts)
{
    m_texts = texts;
    showState();
}

QString WordSearch::indexText() const
{
    if (m_texts.isComplete() || !words::useIndex(m_state.schema(), m_state.filter()))
        return {};
    const QLocale locale;
    const QString done =
        tr("%1 of %2 texts indexed").arg(locale.toString(m_texts.indexed), locale.toString(m_texts.all));
    return m_texts.error.reason == Reason::None ? done : tr("%1, waiting").arg(done);
}

void WordSearch::showState()
{
    const bool isLong = m_everySecond.isActive() && m_searching.elapsed() >= m_everySecond.interval();
    const bool canAsk = isLong && words::insteadOfParts(m_state.schema(), m_state.filter()).has_value();
    const QString text =
        canAsk ? tr("Looking through every text, %Ln second(s)", nullptr, int(m_searching.elapsed() / 1000))
               : indexText();
    m_text->setText(text);
    m_text->setToolTip(m_texts.error.reason == Reason::None || canAsk ? QString()
                                                                      : ErrorText::sentence(m_texts.error));
    m_words->setVisible(canAsk);
    setVisible(!text.isEmpty());
}

} // namespace linnet::gui
