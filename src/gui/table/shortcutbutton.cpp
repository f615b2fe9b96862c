// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/table/shortcutbutton.h"

#include "models/table/filterstate.h"

#include <QLocale>

namespace linnet::gui {

ShortcutButton::ShortcutButton(models::FilterState &filter, const FilterShortcut &shortcut, QWidget *parent)
    : QToolButton(parent)
    , m_filter(filter)
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setTexts(shortcut);
    setVisible(!shortcut.condition.column.isEmpty());
    connect(this, &QToolButton::clicked, this, [this](bool on) { m_filter.setHolds(m_shortcut.condition, on); });
    connect(&filter, &models::FilterState::changed, this, &ShortcutButton::refresh);
}

void ShortcutButton::setTexts(const FilterShortcut &shortcut)
{
    m_shortcut = shortcut;
    setToolTip(shortcut.hint);
    setAccessibleDescription(shortcut.hint);
    refresh();
}

void ShortcutButton::setCounts(qint64 shown, qint64 total)
{
    m_shown = shown;
    m_total = total;
    refresh();
}

void ShortcutButton::refresh()
{
    setChecked(m_filter.holds(m_shortcut.condition));
    const bool isAlone = isChecked() && m_filter.filter().conditions.size() == 1;
    const QLocale locale;
    if (isAlone && m_shown > 0 && m_total >= m_shown)
        setText(m_shortcut.counted.arg(locale.toString(m_shown),
                                       locale.toString(double(m_total) / double(m_shown), 'f', 2)));
    else
        setText(m_shortcut.text);
}

} // namespace linnet::gui
