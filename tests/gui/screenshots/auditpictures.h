// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/crawl/auditbookdialog.h"
#include "gui/crawl/auditrulesdialog.h"
#include "gui/crawl/crawlpage.h"
#include "gui/crawl/ownruledialog.h"
#include "gui/crawl/segmentsdialog.h"
#include "gui/crawl/viewlist.h"
#include "gui/shell/mainwindow.h"
#include "gui/shell/workspace.h"
#include "gui/table/resultspane.h"
#include "gui/table/resultsview.h"

#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QTest>
#include <QTreeView>

#include <functional>

namespace linnet::test {

using namespace Qt::Literals::StringLiterals;

/// The findings of the practice site for audits, the rules, a rule of one's own, the workbook, and segments.
class AuditPictures
{
public:
    using Shoot = std::function<void(QWidget &widget, const QString &name)>;

    AuditPictures(gui::MainWindow &window, const QUrl &practice, const QString &folder, Shoot shoot)
        : m_window(window)
        , m_practice(practice)
        , m_folder(folder)
        , m_shoot(std::move(shoot))
    {
    }

    void run()
    {
        m_window.workspace().newTask(u"crawl"_s);
        m_page = qobject_cast<gui::CrawlPage *>(m_window.workspace().task(u"crawl"_s));
        gui::CrawlValues values = m_page->values();
        values.addresses = m_practice.resolved(QUrl(u"/audit/"_s)).toString();
        values.depth = 2;
        values.delay = {};
        m_page->setValues(values);
        m_page->start();
        if (!QTest::qWaitFor([this] { return !m_page->isUnderWay() && m_page->findings().isJudged(); },
                             180'000))
            qWarning("The crawl does not end");
        QTest::qWait(3000);
        m_shoot(m_window, u"40-audit"_s);
        choose(u"links_broken"_s);
        m_shoot(m_window, u"41-audit-places"_s);
        choose(u"title_duplicate"_s);
        m_shoot(m_window, u"41-audit-finding"_s);
        auto *order = m_page->findChild<QComboBox *>(u"findingOrder"_s);
        order->setCurrentIndex(1);
        Q_EMIT order->activated(1);
        m_shoot(m_window, u"42-audit-by-subject"_s);
        auto *list = m_page->findChild<gui::ViewList *>()->findChild<QListView *>();
        const int passed = list->model()->rowCount() - 1;
        Q_EMIT list->clicked(list->model()->index(passed, 0));
        list->scrollTo(list->model()->index(passed + 8, 0));
        m_shoot(m_window, u"42-audit-passed"_s);
        shootRules();
        shootBook();
        shootSegments();
    }

private:
    void choose(const QString &finding)
    {
        m_page->chooseEntry(m_page->findings().entryOf(finding));
        QTest::qWait(1000);
    }

    void shootRules()
    {
        m_page->findChild<QPushButton *>(u"auditRules"_s)->click();
        auto *dialog = m_page->findChild<gui::AuditRulesDialog *>();
        using Column = models::AuditRuleModel::Column;
        models::AuditRuleModel &model = dialog->model();
        model.setData(model.indexOf(u"title_long"_s).siblingAtColumn(int(Column::Threshold)), u"600"_s,
                      Qt::EditRole);
        model.setData(model.indexOf(u"title_short"_s), Qt::Unchecked, Qt::CheckStateRole);
        dialog->choose(u"title_long"_s);
        m_shoot(*dialog, u"43-audit-rules"_s);
        dialog->tree().edit(dialog->tree().currentIndex().siblingAtColumn(int(Column::Level)));
        m_shoot(*dialog, u"43-audit-rules-level"_s);
        dialog->search().setText(u"h1"_s);
        m_shoot(*dialog, u"43-audit-rules-found"_s);
        dialog->findChild<QPushButton *>(u"addRule"_s)->click();
        auto *own = dialog->findChild<gui::OwnRuleDialog *>();
        m_shoot(*own, u"44-audit-own-new"_s);
        own->findChild<QLineEdit *>(u"what"_s)->setText(u"No price"_s);
        own->findChild<QPlainTextEdit *>(u"filter"_s)->setPlainText(u"url contains /shop/ and price empty"_s);
        m_shoot(*own, u"44-audit-own-wrong"_s);
        own->findChild<QPlainTextEdit *>(u"filter"_s)
            ->setPlainText(u"url contains /shop/ and h2_count < {n}"_s);
        own->findChild<QLineEdit *>(u"number"_s)->setText(u"1"_s);
        m_shoot(*own, u"44-audit-own"_s);
        own->accept();
        m_shoot(*dialog, u"45-audit-rules-own"_s);
        dialog->reject();
        QTest::qWait(100);
    }

    void shootBook()
    {
        m_page->findChild<QPushButton *>(u"auditBook"_s)->click();
        auto *dialog = m_page->findChild<gui::AuditBookDialog *>();
        dialog->findChild<QLineEdit *>(u"path"_s)->setText(m_folder + u"/findings.xlsx"_s);
        m_shoot(*dialog, u"46-audit-book"_s);
        dialog->findChild<QPushButton *>(u"make"_s)->click();
        QTest::qWait(4000);
        m_shoot(*dialog, u"46-audit-book-made"_s);
        dialog->reject();
    }

    void shootSegments()
    {
        m_page->findChild<QPushButton *>(u"editSegments"_s)->click();
        auto *dialog = m_page->findChild<gui::SegmentsDialog *>();
        dialog->addLine(u"Languages"_s, u"/audit/lang"_s);
        dialog->addLine(u"Titles"_s, u"url contains title and url not contains twice"_s);
        dialog->addLine(u"Headings"_s, u"titel contains h1"_s);
        dialog->table().item(2, 0)->setText(u"Pages"_s);
        m_shoot(*dialog, u"47-audit-segments-wrong"_s);
        dialog->table().item(2, 1)->setText(u"url contains .html"_s);
        m_shoot(*dialog, u"47-audit-segments"_s);
        dialog->accept();
        auto *chooser = m_page->findChild<QComboBox *>(u"findingSegment"_s);
        if (!QTest::qWaitFor([chooser] { return chooser->findData(u"Titles"_s) > 0; }, 30'000))
            qWarning("The segments do not come");
        chooser->setCurrentIndex(chooser->findData(u"Titles"_s));
        Q_EMIT chooser->activated(chooser->currentIndex());
        QTest::qWait(2000);
        m_shoot(m_window, u"48-audit-segment"_s);
    }

    gui::MainWindow &m_window;
    QUrl m_practice;
    QString m_folder;
    Shoot m_shoot;
    gui::CrawlPage *m_page = nullptr;
};

} // namespace linnet::test
