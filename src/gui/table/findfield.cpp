// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/table/findfield.h"

#include "gui/look/icons.h"
#include "gui/widgets/retranslate.h"

#include <QKeyEvent>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto TypingRest = 250ms;
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
    addAction(lineIcon("search"_L1, IconTint::Muted), QLineEdit::LeadingPosition);
    keepTranslated(this, [this] {
        setPlaceholderText(tr("Find in all columns"));
        setAccessibleName(placeholderText());
        setToolTip(tr("Keeps the rows that have this text in any column (Ctrl+F)"));
    });
    m_rest.setSingleShot(true);
    m_rest.setInterval(TypingRest);
    connect(&m_rest, &QTimer::timeout, this, &FindField::apply);
    connect(this, &QLineEdit::textEdited, &m_rest, qOverload<>(&QTimer::start));
    connect(this, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty())
            apply(); // by the button, too
    });
    connect(this, &QLineEdit::returnPressed, this, &FindField::apply);
    connect(&state, &models::FilterState::changed, this, [this] {
        if (m_state.anyText() != text().trimmed())
            setText(m_state.anyText());
    });
}

QSize FindField::sizeHint() const
{
    return {UsualWidth, QLineEdit::sizeHint().height()};
}

QSize FindField::minimumSizeHint() const
{
    return {LeastWidth, QLineEdit::minimumSizeHint().height()};
}

void FindField::apply()
{
    m_rest.stop();
    m_state.setAnyText(text().trimmed());
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
