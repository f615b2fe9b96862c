// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/table/findfield.h"

#include "gui/look/icons.h"
#include "gui/look/style.h"
#include "gui/look/textscale.h"
#include "gui/widgets/retranslate.h"
#include "table/wordquery.h"

#include <QActionGroup>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto FindRest = 250ms;
constexpr int UsualWidth = 190;
constexpr int LeastWidth = 90;

} // namespace

FindField::FindField(models::FilterState &state, QWidget *parent)
    : QLineEdit(parent)
    , m_state(state)
{
    setObjectName(u"find"_s);
    setClearButtonEnabled(true);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    QAction *how = addAction(lineIcon("search"_L1, IconTint::Muted), QLineEdit::LeadingPosition);
    connect(how, &QAction::triggered, this,
            [this] { showMenu(new QMenu(this), mapToGlobal(rect().bottomLeft())); });
    m_problem = addAction(lineIcon("warning"_L1, IconTint::Bad), QLineEdit::TrailingPosition);
    m_problem->setVisible(false);
    keepTranslated(this, [this] { showTexts(); });
    m_rest.setSingleShot(true);
    m_rest.setInterval(FindRest);
    connect(&m_rest, &QTimer::timeout, this, &FindField::apply);
    connect(this, &QLineEdit::textEdited, &m_rest, qOverload<>(&QTimer::start));
    connect(this, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty())
            apply(); // by the button, too
    });
    connect(this, &QLineEdit::returnPressed, this, &FindField::apply);
    connect(&state, &models::FilterState::changed, this, [this] {
        const QString wanted = m_state.anyText();
        if (!wanted.isEmpty() && m_state.isAnyTextOfWords() != m_isWords)
            setWords(!m_isWords);
        if (wanted != text().trimmed()) {
            showProblem({});
            setText(wanted);
        }
    });
}

void FindField::showTexts()
{
    setPlaceholderText(m_isWords ? tr("Find words in all columns") : tr("Find in all columns"));
    setAccessibleName(placeholderText());
    setToolTip(
        m_isWords
            ? tr("Keeps the rows that have these words in any column: analy* is any word that begins so, "
                 "\"power bi\" are words next to one another (Ctrl+F)")
            : tr("Keeps the rows that have this text in any column (Ctrl+F)"));
}

void FindField::setWords(bool words)
{
    m_isWords = words;
    showTexts();
}

void FindField::choose(bool words)
{
    setWords(words);
    Q_EMIT wordsChosen(words);
    apply();
}

void FindField::showMenu(QMenu *menu, const QPoint &position)
{
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (!menu->isEmpty())
        menu->addSeparator();
    auto *kinds = new QActionGroup(menu);
    QAction *part = menu->addAction(tr("Find any part of a text"), this, [this] { choose(false); });
    QAction *words = menu->addAction(tr("Find whole words (fast)"), this, [this] { choose(true); });
    for (QAction *kind : {part, words}) {
        kind->setCheckable(true);
        kinds->addAction(kind);
    }
    (m_isWords ? words : part)->setChecked(true);
    menu->popup(position);
}

void FindField::contextMenuEvent(QContextMenuEvent *event)
{
    showMenu(createStandardContextMenu(), event->globalPos());
}

void FindField::showProblem(const QString &problem)
{
    m_problem->setVisible(!problem.isEmpty());
    m_problem->setToolTip(problem);
    setAccessibleDescription(problem);
    setInvalid(this, !problem.isEmpty());
}

QSize FindField::sizeHint() const
{
    return {scaled(UsualWidth), QLineEdit::sizeHint().height()};
}

QSize FindField::minimumSizeHint() const
{
    return {LeastWidth, QLineEdit::minimumSizeHint().height()};
}

void FindField::apply()
{
    m_rest.stop();
    const QString wanted = text().trimmed();
    // The rows stay as they are until it can be read.
    const bool isNonsense = m_isWords && !wanted.isEmpty() && !table::WordQuery::parse(wanted);
    showProblem(
        isNonsense
            ? tr("Words are made of letters and digits; a star stands at the end of a word, and quotes "
                 "around words.")
            : QString());
    if (!isNonsense)
        m_state.setAnyText(wanted, m_isWords);
}

void FindField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        return;
    }
    if (event->key() == Qt::Key_Down) {
        apply();
        Q_EMIT leftDown();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace linnet::gui
