// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/lookactions.h"

#include "gui/appsettings.h"
#include "gui/shell/mainmenu.h"

#include <QAction>
#include <QActionGroup>

namespace linnet::gui {

using namespace Qt::Literals::StringLiterals;

LookActions::LookActions(const Services &services, const MainMenu &menus, QWidget &window)
    : QObject(&window)
    , m_services(services)
{
    for (const QAction *colours : menus.themes()->actions()) {
        const QString name = colours->data().toString();
        m_services.actions.provide(
            colours->objectName(), &window,
            {[this, name] {
                 setting::Theme.write(m_services.settings, name);
                 m_services.theme.setChoice(Theme::choiceByName(name));
             },
             {},
             [this, name] { return Theme::nameOf(m_services.theme.choice()) == name; }});
    }
    provideText(u"view.textLarger"_s, window, [](int now) { return now + Theme::TextStep; });
    provideText(u"view.textSmaller"_s, window, [](int now) { return now - Theme::TextStep; });
    provideText(u"view.textUsual"_s, window, [](int) { return Theme::UsualText; });
}

void LookActions::provideText(const QString &id, QWidget &window, std::function<int(int now)> wanted)
{
    const auto choose = [this, wanted] {
        m_services.theme.setTextPercent(wanted(m_services.theme.textPercent()));
        setting::TextPercent.write(m_services.settings, m_services.theme.textPercent());
    };
    const auto isOther = [this, wanted] {
        const int now = m_services.theme.textPercent();
        const int then = wanted(now);
        return then != now && then >= Theme::SmallestText && then <= Theme::LargestText;
    };
    m_services.actions.provide(id, &window, {choose, isOther, {}});
}

} // namespace linnet::gui
