// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/help/helpdesk.h"
#include "gui/help/helpwindow.h"
#include "gui/shell/mainwindow.h"
#include "gui/shell/workspace.h"

#include <QLineEdit>
#include <QListWidget>
#include <QTest>

#include <functional>

namespace linnet::test {

using namespace Qt::Literals::StringLiterals;

/// Pictures of the help: pages, a search, and the lists that are made by code.
class HelpPictures
{
public:
    using Shoot = std::function<void(QWidget &, const QString &name)>;

    HelpPictures(gui::MainWindow &window, bool russian, Shoot shoot)
        : m_window(window)
        , m_russian(russian)
        , m_shoot(std::move(shoot))
    {
    }

    void run()
    {
        auto &desk = *m_window.findChild<gui::HelpDesk *>();
        for (const QString &topic :
             {u"start"_s, u"limits"_s, u"columns#checks"_s, u"keys"_s, u"commandline"_s, u"privacy"_s}) {
            desk.open(topic);
            QTest::qWait(200);
            m_shoot(*desk.helpWindow(), u"help-"_s + topic.section(u'#', 0, 0));
        }
        desk.helpWindow()
            ->findChild<QLineEdit *>(u"helpSearch"_s)
            ->setText(m_russian ? u"прокси"_s : u"proxy"_s);
        desk.helpWindow()->findChild<QListWidget *>(u"helpContents"_s)->setCurrentRow(0);
        QTest::qWait(200);
        m_shoot(*desk.helpWindow(), u"help-search"_s);
        desk.helpWindow()->close();
    }

private:
    gui::MainWindow &m_window;
    bool m_russian;
    Shoot m_shoot;
};

} // namespace linnet::test
