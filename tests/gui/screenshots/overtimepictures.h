// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/navigator/searchdialog.h"
#include "gui/project/workdialog.h"
#include "gui/run/importdialog.h"
#include "gui/run/importflow.h"
#include "gui/shell/mainwindow.h"
#include "gui/shell/workspace.h"
#include "session/session.h"
#include "store/project/project.h"
#include "support/inventedvacancies.h"

#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QSemaphore>
#include <QSpinBox>
#include <QTest>

#include <functional>

namespace linnet::test {

using namespace Qt::Literals::StringLiterals;

/// Pictures of runs over time: saved searches, when they run, files that are imported, work that takes long.
class OverTimePictures
{
public:
    using Shoot = std::function<void(QWidget &, const QString &name)>;

    OverTimePictures(gui::MainWindow &window, session::Session &session, const QString &folder, bool russian,
                     Shoot shoot)
        : m_window(window)
        , m_session(session)
        , m_folder(folder)
        , m_isRussian(russian)
        , m_shoot(std::move(shoot))
    {
    }

    void run()
    {
        const QString path = QDir(m_folder).filePath(u"over time.linnet"_s);
        makeProject(path);
        m_window.openProject(path);
        QTest::qWait(2500);
        m_shoot(m_window, u"40-saved-searches"_s);
        shootSearch(path);
        shootImport();
        shootWork();
        if (!m_session.projectSlot().close())
            qWarning("The project cannot be closed");
    }

private:
    static session::SavedSearch saved(int number, const QString &name, const QString &folder)
    {
        return {.number = number,
                .kind = u"vacancies"_s,
                .params = {{u"search"_s, QJsonObject{{u"text"_s, name}}}},
                .name = name,
                .folder = folder};
    }

    QString text(const QString &russian, const QString &english) const
    {
        return m_isRussian ? russian : english;
    }

    void makeProject(const QString &path) const
    {
        const auto project = store::Project::open(path);
        if (!project)
            return;
        store::Writer &writer = (*project)->writer();
        const QString market = text(u"Рынок труда по областям"_s, u"Labour market by region"_s);
        const QStringList names{text(u"Аналитики данных в Центральном федеральном округе"_s,
                                     u"Data analysts of the central region"_s),
                                text(u"Инженеры"_s, u"Engineers"_s), text(u"Медсёстры"_s, u"Nurses"_s)};
        for (int i = 0; i < names.size(); ++i) {
            session::SavedSearch search = saved(i + 1, names[i], i < 2 ? market : QString());
            if (i == 0) {
                search.schedule = session::Schedule::fromText(u"1d 09:00"_s).value();
                search.schedule->since = QDateTime::currentDateTimeUtc();
            }
            writer.postMemo(session::SavedSearch::memoKey(search.task()), search.memo());
            for (int run = 0; run < 2; ++run) {
                store::Unit unit =
                    inventedUnit(writer.postRun(search.kind, search.params), 0, 300 + 40 * run);
                unit.state = store::RunState::Finished;
                writer.post(std::move(unit));
            }
        }
        if (!(*project)->close())
            qWarning("The project cannot be closed");
    }

    void shootSearch(const QString &path) const
    {
        session::SavedSearch search =
            saved(1, text(u"Аналитики данных в Центральном федеральном округе"_s, u"Data analysts"_s),
                  text(u"Рынок труда по областям"_s, u"Labour market by region"_s));
        search.schedule = session::Schedule::fromText(u"7d 18:30"_s).value();
        search.schedule->since = QDateTime::currentDateTimeUtc();
        search.files = u"/home/analyst/reports of the market"_s;
        search.onlyNew = true;
        search.note = text(u"Для отчёта по понедельникам"_s, u"For the report on Mondays"_s);
        gui::SearchDialog dialog(search, search.name, {search.folder}, path, &m_window);
        dialog.open();
        QTest::qWait(300);
        m_shoot(dialog, u"41-schedule-days"_s);
        dialog.findChild<QSpinBox *>(u"everyBox"_s)->setValue(6);
        m_shoot(dialog, u"41-schedule-more"_s);
        dialog.findChild<QComboBox *>(u"unitBox"_s)->setCurrentIndex(1);
        m_shoot(dialog, u"41-schedule-hours"_s);
        dialog.findChild<QComboBox *>(u"unitBox"_s)->setCurrentIndex(0);
        m_shoot(dialog, u"41-schedule-none"_s);
        gui::SearchDialog unsaved(search, search.name, {search.folder}, {}, &m_window);
        unsaved.open();
        QTest::qWait(300);
        m_shoot(unsaved, u"41-schedule-unsaved"_s);
    }

    void shootImport() const
    {
        QByteArray table = m_isRussian
                               ? "Должность;Оклад от;Ссылка на вакансию;Дата размещения;Компания;Код;Навыки\n"
                               : "Job title;Salary from;Link;Posted on;Company;Code;Skills\n";
        for (int i = 1; i <= 40; ++i) {
            const QByteArray n = QByteArray::number(i);
            table += "Аналитик данных " + n + ";" +
                     (i % 9 == 4 ? QByteArray("по договорённости") : n + "0 000,00") +
                     ";https://example.org/jobs/" + n + ";" + QByteArray::number(1 + i % 28) +
                     ".11.2026;ООО «Ромашка»;A-" + n + ";SQL, Python, Excel\n";
        }
        const QString path = QDir(m_folder).filePath(text(u"вакансии.csv"_s, u"vacancies.csv"_s));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(table) != table.size())
            return;
        file.close();
        m_window.workspace().importFlow().take({path});
        const auto dialog = [this] { return m_window.findChild<gui::ImportDialog *>(u"importPreview"_s); };
        if (!QTest::qWaitFor([&] { return dialog() && dialog()->isVisible(); }, 20'000))
            return;
        m_shoot(*dialog(), u"42-import"_s);
        dialog()->reject();
    }

    void shootWork() const
    {
        QSemaphore end;
        gui::WorkDialog::run<bool>(
            &m_window, text(u"market.linnet сжимается…"_s, u"market.linnet is being compacted…"_s),
            [&end](const store::Course &course) {
                course.at(0.4);
                end.acquire();
                return true;
            },
            [](bool) {});
        auto *dialog = m_window.findChild<gui::WorkDialog *>();
        QTest::qWait(300);
        m_shoot(*dialog, u"43-work"_s);
        end.release();
        QTest::qWait(300);
    }

    gui::MainWindow &m_window;
    session::Session &m_session;
    QString m_folder;
    bool m_isRussian;
    Shoot m_shoot;
};

} // namespace linnet::test
