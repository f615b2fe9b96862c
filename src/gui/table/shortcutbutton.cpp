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
    setOffered(true);
    connect(this, &QToolButton::clicked, this,
            [this](bool on) { m_filter.setHolds(m_shortcut.condition, on); });
    connect(&filter, &models::FilterState::changed, this,
            [this] { setChecked(m_filter.holds(m_shortcut.condition)); });
}

void ShortcutButton::setOffered(bool offered)
{
    setVisible(offered && !m_shortcut.condition.column.isEmpty());
    setEnabled(!isHidden());
}

void ShortcutButton::setTexts(const FilterShortcut &shortcut)
{
    m_shortcut = shortcut;
    setText(shortcut.text);
    setToolTip(shortcut.hint);
    setAccessibleDescription(shortcut.hint);
}

QString ShortcutButton::said(qint64 shown, qint64 total) const
{
    if (!isChecked() || m_filter.filter().conditions.size() != 1 || shown <= 0 || total < shown)
        return {};
    const QLocale locale;
    return m_shortcut.counted.arg(locale.toString(shown),
                                  locale.toString(double(total) / double(shown), 'f', 2));
}

} // namespace linnet::gui
