// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/appsettings.h"
#include "gui/care/cleardatadialog.h"
#include "gui/care/newsofversions.h"
#include "gui/services.h"
#include "gui/shell/mainwindow.h"
#include "gui/shell/windowdialogs.h"
#include "gui/widgets/actionregistry.h"
#include "session/access.h"

#include <QApplication>
#include <QCheckBox>
#include <QPushButton>
#include <QTest>

#include <functional>

namespace linnet::test {

using namespace Qt::Literals::StringLiterals;

/// What is kept, the report of a fault, and news of a version.
class CarePictures
{
public:
    using Shoot = std::function<void(QWidget &widget, const QString &name)>;

    CarePictures(gui::MainWindow &window, const gui::Services &services, const QString &prefix, Shoot shoot)
        : m_window(window)
        , m_services(services)
        , m_prefix(prefix)
        , m_shoot(std::move(shoot))
    {
    }

    /// search: makes a search, so that there is something to report.
    void run(const std::function<void()> &search)
    {
        gui::setting::TellNews.write(m_services.settings, true);
        gui::setting::NewsVersion.write(m_services.settings, u"99.1.0"_s);
        gui::setting::NewsPage.write(m_services.settings, u"https://linnet.example/99"_s);
        shootDialog(u"12-settings-without-address"_s, [this] { m_window.dialogs().openSettings(); });
        m_window.dialogs().news().setAddress(QUrl(u"https://linnet.example/newest.json"_s));
        Q_EMIT m_window.dialogs().news().changed();
        m_shoot(m_window, u"12-news"_s);
        shootDialog(u"12-settings"_s, [this] { m_window.dialogs().openSettings(); });
        shootDialog(u"12-about"_s, [this] { m_services.actions.run(u"help.about"_s); });
        shootDialog(u"12-newer"_s, [this] { m_window.dialogs().openNewer(); });
        search();
        shootDialog(u"12-report"_s, [this] { m_services.actions.run(u"help.report"_s); });
        m_services.access.setToken(u"hh"_s, "invented");
        shootDialog(u"12-clear"_s, [this] {
            m_window.dialogs().openSettings();
            QApplication::activeModalWidget()->findChild<QPushButton *>(u"clearButton"_s)->click();
        });
        if (QWidget *settings = QApplication::activeModalWidget())
            settings->close();
        gui::ClearDataDialog clear(m_services, &m_window);
        clear.show();
        QTest::qWait(300);
        for (QCheckBox *box : clear.findChildren<QCheckBox *>())
            box->setChecked(box->isEnabled());
        clear.findChild<QPushButton *>(u"clearButton"_s)->click();
        QTest::qWait(300);
        if (QWidget *question = clear.findChild<QWidget *>(u"clearBox"_s)) {
            question->grab().save(m_prefix + u"12-clear-question.png"_s);
            for (QPushButton *button : question->findChildren<QPushButton *>()) {
                if (!button->isDefault())
                    button->click();
            }
        }
        QTest::qWait(500);
        clear.grab().save(m_prefix + u"12-cleared.png"_s);
    }

private:
    template <typename Open> void shootDialog(const QString &name, Open open)
    {
        open();
        QTest::qWait(250);
        if (QWidget *dialog = QApplication::activeModalWidget()) {
            dialog->grab().save(m_prefix + name + u".png"_s);
            dialog->close();
        }
    }

    gui::MainWindow &m_window;
    gui::Services m_services;
    QString m_prefix;
    Shoot m_shoot;
};

} // namespace linnet::test
