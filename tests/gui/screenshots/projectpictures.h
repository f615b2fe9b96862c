// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/project/projectdialog.h"
#include "gui/shell/mainwindow.h"
#include "session/session.h"
#include "store/project/project.h"
#include "support/inventedvacancies.h"

#include <QDir>
#include <QMessageBox>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTest>

#include <functional>

namespace linnet::test {

using namespace Qt::Literals::StringLiterals;

/// Pictures of the care of a project, and of one that another program has open.
class ProjectPictures
{
public:
    using Shoot = std::function<void(QWidget &, const QString &name)>;
    using Open = std::function<void(const QString &action)>;

    ProjectPictures(gui::MainWindow &window, session::Session &session, const QString &folder, Open open,
                    Shoot shoot)
        : m_window(window)
        , m_session(session)
        , m_folder(folder)
        , m_open(std::move(open))
        , m_shoot(std::move(shoot))
    {
    }

    void run()
    {
        const QString path = QDir(m_folder).filePath(u"market.linnet"_s);
        makeProject(path);
        m_window.openProject(path);
        QTest::qWait(1500);
        m_open(u"file.project"_s);
        QTest::qWait(1500);
        auto &dialog = *m_window.findChild<gui::ProjectDialog *>();
        dialog.findChild<QTableView *>()->selectRow(1);
        m_shoot(dialog, u"30-project"_s);
        dialog.findChild<QSpinBox *>()->setValue(1);
        shootBox(dialog, u"thinButton"_s, u"30-project-thin"_s);
        shootBox(dialog, u"compactButton"_s, u"30-project-compact"_s);
        dialog.findChild<QPushButton *>(u"checkButton"_s)->click();
        QTest::qWait(1500);
        m_shoot(dialog, u"30-project-checked"_s);
        dialog.findChild<QPushButton *>(u"deleteButton"_s)->click();
        m_shoot(dialog, u"30-project-deleted"_s);
        dialog.close();
        if (!m_session.projectSlot().close())
            return;
        const auto other = store::Project::open(path);
        m_window.openProject(path);
        if (auto *box = m_window.findChild<QMessageBox *>(u"lockedBox"_s)) {
            m_shoot(*box, u"31-locked"_s);
            box->buttons().constFirst()->click();
        }
        QTest::qWait(1500);
        m_shoot(m_window, u"31-read-only"_s);
        m_open(u"file.project"_s);
        QTest::qWait(1000);
        m_shoot(*m_window.findChild<gui::ProjectDialog *>(), u"31-read-only-project"_s);
        m_window.findChild<gui::ProjectDialog *>()->close();
        if (!m_session.projectSlot().close())
            qWarning("The project cannot be closed");
    }

private:
    void makeProject(const QString &path) const
    {
        const auto project = store::Project::open(path);
        if (!project)
            return;
        store::Writer &writer = (*project)->writer();
        for (const int rows : {1200, 1250, 1310, 90}) {
            const QString text = rows > 1000 ? u"аналитик данных"_s : u"тестировщик"_s;
            store::Unit unit = inventedUnit(
                writer.postRun(u"vacancies"_s, {{u"search"_s, QJsonObject{{u"text"_s, text}}}}), 0, rows);
            unit.state = store::RunState::Finished;
            writer.post(std::move(unit));
        }
        if (!(*project)->close())
            qWarning("The project cannot be closed");
    }

    void shootBox(QWidget &dialog, const QString &button, const QString &name) const
    {
        dialog.findChild<QPushButton *>(button)->click();
        QTest::qWait(250);
        if (auto *box = dialog.findChild<QMessageBox *>()) {
            m_shoot(*box, name);
            box->close();
        }
        QTest::qWait(100);
    }

    gui::MainWindow &m_window;
    session::Session &m_session;
    QString m_folder;
    Open m_open;
    Shoot m_shoot;
};

} // namespace linnet::test
