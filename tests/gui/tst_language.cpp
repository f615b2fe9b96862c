// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/activity/activitypage.h"
#include "gui/appsettings.h"
#include "gui/navigator/navigatorpanel.h"
#include "gui/shell/settingsdialog.h"
#include "gui/shell/startpage.h"
#include "gui/table/detailpane.h"
#include "gui/table/filterrow.h"
#include "gui/table/resultspane.h"
#include "gui/table/rowtableview.h"
#include "gui/widgets/banner.h"
#include "gui/windowrig.h"
#include "table/vacancyschema.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace linnet;
using namespace linnet::gui;
using namespace linnet::test;
using namespace Qt::Literals::StringLiterals;
using table::VacancyColumn;

/// Another language while the window stands: it is the same window, in other words.
class TestLanguage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingIsSaidAnew();
    void settingsTakeEffectAtOnce();
};

namespace {

/// Texts of the window's widgets that people can see, but for those in `without`.
QStringList texts(const QWidget &root, const QList<QWidget *> &without = {})
{
    QStringList result;
    for (const QWidget *widget : root.findChildren<QWidget *>()) {
        const auto holds = [widget](const QWidget *part) {
            return part == widget || part->isAncestorOf(widget);
        };
        if (!widget->isVisible() || std::ranges::any_of(without, holds))
            continue;
        result << widget->toolTip() << widget->accessibleName();
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            result << label->text();
        else if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            result << button->text();
        else if (const auto *edit = qobject_cast<const QLineEdit *>(widget))
            result << edit->placeholderText();
        else if (const auto *box = qobject_cast<const QComboBox *>(widget))
            result << box->currentText();
    }
    for (const QAction *action : root.actions())
        result << action->text();
    result.removeDuplicates();
    return result;
}

/// Words that are the same in every language, and what the user or a server wrote.
bool isData(const QString &text)
{
    static const QRegularExpression data(
        u"^([^\\p{L}]*|.*(hh[.]ru|Linnet|linnet|HAR|RUR|RUB|USD|https?:|example|PM|AM).*)$"_s);
    return data.match(text).hasMatch();
}

QStringList latin(const QStringList &texts)
{
    static const QRegularExpression cyrillic(u"\\p{Cyrillic}"_s);
    QStringList result;
    for (const QString &text : texts) {
        if (!text.contains(cyrillic) && !isData(text))
            result << text;
    }
    return result;
}

} // namespace

void TestLanguage::everythingIsSaidAnew()
{
    WindowRig rig;
    const QStringList start = latin(texts(rig.window()));
    QVERIFY(start.size() > 40); // English
    rig.window().startPractice();
    VacanciesValues values = rig.vacancies().values();
    values.pages = 1;
    values.details = false;
    rig.vacancies().setValues(values);
    rig.vacancies().start();
    QTRY_VERIFY_WITH_TIMEOUT(!rig.vacancies().isUnderWay() && rig.vacancies().results().shown() > 0, 30'000);
    const store::RunId run = rig.vacancies().run();
    ResultsPane &pane = *rig.vacancies().results().pane();
    pane.filter().setCellText(int(VacancyColumn::Employer), u"о"_s);
    const table::Filter filter = pane.filter().filter();

    rig.setLanguage(u"ru"_s);
    QTRY_COMPARE(rig.actions().action(u"file.quit"_s)->text().remove(u'&'), u"Выход"_s);
    const auto title = [&pane] {
        return pane.model().headerData(int(VacancyColumn::Employer), Qt::Horizontal).toString();
    };
    QCOMPARE(title(), u"Работодатель"_s);
    QVERIFY(
        pane.table()->filterRow()->edit(int(VacancyColumn::Employer))->accessibleName().contains(title()));
    QCOMPARE(pane.filter().filter(), filter);
    QCOMPARE(rig.vacancies().run(), run);
    QCOMPARE(rig.vacancies().values(), values);
    const QStringList left = latin(texts(rig.window(), {pane.details()})); // an ad's text is data
    QVERIFY2(left.isEmpty(), qPrintable(left.join(u'\n')));
    rig.workspace().showStart();
    QVERIFY2(latin(texts(rig.window())).isEmpty(), qPrintable(latin(texts(rig.window())).join(u'\n')));
    rig.workspace().showActivity();
    QTRY_VERIFY2(latin(texts(rig.window())).isEmpty(), qPrintable(latin(texts(rig.window())).join(u'\n')));
    const auto *navigator = rig.window().findChild<NavigatorPanel *>()->findChild<QTreeView *>();
    QCOMPARE(navigator->model()->index(0, 0).data().toString(), u"Начало"_s);
}

void TestLanguage::settingsTakeEffectAtOnce()
{
    WindowRig rig;
    SettingsDialog dialog(rig.services());
    dialog.show();
    QSignalSpy chosen(&dialog, &SettingsDialog::languageChosen);
    auto *box = dialog.findChild<QComboBox *>(u"languageBox"_s);
    box->setCurrentIndex(box->findData(u"ru"_s));
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(setting::Language.read(rig.settings()), u"ru"_s);
    rig.setLanguage(u"ru"_s);
    QTRY_COMPARE(dialog.windowTitle(), u"Настройки"_s);
    QCOMPARE(box->currentData().toString(), u"ru"_s); // still the one chosen
    const auto *theme = dialog.findChild<QComboBox *>(u"themeBox"_s);
    QCOMPARE(theme->currentText(), u"как в системе"_s);
    QCOMPARE(chosen.size(), 1);
}

QTEST_MAIN(TestLanguage)
#include "tst_language.moc"
