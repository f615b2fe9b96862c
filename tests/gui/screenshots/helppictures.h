// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/help/helpdesk.h"
#include "gui/help/helpwindow.h"
#include "gui/help/tour.h"
#include "gui/shell/firststeps.h"
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
        shootTour();
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
    void shootTour() const
    {
        m_window.firstSteps().start();
        for (const int wait : {300, 1500, 3000}) {
            QTest::qWait(wait);
            const auto *tour = m_window.findChild<gui::Tour *>();
            if (!tour)
                return;
            m_shoot(m_window, u"tour-%1"_s.arg(tour->step() + 1));
            m_window.findChild<gui::Tour *>()->next();
        }
        m_window.workspace().task().finish();
        QTest::qWait(1000);
    }

    gui::MainWindow &m_window;
    bool m_russian;
    Shoot m_shoot;
};

} // namespace linnet::test
