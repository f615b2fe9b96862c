// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/shell/mainwindow.h"
#include "gui/shell/workspace.h"

#include <QAbstractButton>
#include <QTest>

#include <functional>

namespace linnet::test {

using namespace Qt::Literals::StringLiterals;

/// Pictures of each form as it begins, and with all that it has.
class FormPictures
{
public:
    using Shoot = std::function<void(QWidget &, const QString &name)>;

    FormPictures(gui::MainWindow &window, Shoot shoot)
        : m_window(window)
        , m_shoot(std::move(shoot))
    {
    }

    void run()
    {
        for (const QString &kind : {u"vacancies"_s, u"crawl"_s, u"checks"_s, u"proxies"_s}) {
            m_window.workspace().newTask(kind);
            QTest::qWait(200);
            m_shoot(m_window, u"form-"_s + kind);
            gui::RunPage *page = m_window.workspace().task(kind);
            if (auto *more = page->findChild<QAbstractButton *>(u"moreButton"_s)) {
                more->setChecked(true);
                QTest::qWait(200);
                m_shoot(m_window, u"form-more-"_s + kind);
                more->setChecked(false);
            }
        }
        m_window.startPractice();
        QTest::qWait(300);
        m_shoot(m_window, u"form-practice"_s);
        m_window.workspace().task().pressMain();
        QTest::qWait(2500);
        m_shoot(m_window, u"form-running"_s);
        m_window.workspace().task().finish();
        QTest::qWait(1500);
        m_shoot(m_window, u"form-ended"_s);
    }

private:
    gui::MainWindow &m_window;
    Shoot m_shoot;
};

} // namespace linnet::test
