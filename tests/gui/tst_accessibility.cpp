// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/everydialog.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QRegularExpression>
#include <QSplitter>
#include <QTest>

using namespace linnet;
using namespace linnet::gui;
using namespace linnet::test;
using namespace Qt::Literals::StringLiterals;

/// Every control of every page and dialog has a name that a screen reader can say, and every text goes
/// through the translator.
class TestAccessibility : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void names();
    void texts();
    void keysAreUnique();
};

namespace {

/// Wraps every text that it is asked for.
class Brackets : public QTranslator
{
public:
    QString translate(const char *, const char *source, const char *, int) const override
    {
        return u'⟦' + QString::fromUtf8(source) + u'⟧';
    }
    bool isEmpty() const override { return false; }
};

/// Each page of the window, then each dialog.
void visitEverything(WindowRig &rig, const EveryPage::Look &look)
{
    EveryPage pages(rig, look);
    pages.visit();
    if (!QTest::currentTestFailed())
        EveryDialog(rig, pages, look).visit();
}

/// Lists of names that no language has words for: currencies, encodings, columns of a file.
const QStringList NamesOfTheWorld{u"currencyBox"_s, u"importEncoding"_s, u"joinKey"_s};

bool isInternal(const QWidget &widget)
{
    return widget.objectName().startsWith("qt_"_L1) || qobject_cast<const QMenu *>(&widget) ||
           widget.inherits("QSplitterHandle") || widget.inherits("QComboBoxPrivateContainer") ||
           widget.inherits("QLineEditIconButton") ||
           qobject_cast<const QAbstractScrollArea *>(widget.parentWidget());
}

/// What stands in the program as data: names of products, addresses, codes, dates.
bool isData(const QString &text)
{
    static const QRegularExpression data(
        u"^(.*[.]linnet|tst_\\w+|English|Русский|HTTP|Linnet/[0-9.]+|[0-9.]+ [(](build [0-9a-f+]+, )?Qt [0-9.]+[)]|https?://.*|[a-z.]+[.]example|<a href=\"https://[^>]*\">[^⟦<]*</a>|[^\\p{L}]*|.*[AP]M)$"_s);
    return data.match(text).hasMatch();
}

int translatedTexts = 0;

void collect(QStringList &into, const QString &where, const QString &text)
{
    translatedTexts += text.contains(u'⟦');
    if (!text.isEmpty() && !text.contains(u'⟦') && !isData(text))
        into << where + u": "_s + text;
}

} // namespace

void TestAccessibility::names()
{
    WindowRig rig;
    QStringList nameless;
    int looked = 0;
    visitEverything(rig, [&](const QString &where, QWidget &root) {
        QList<QWidget *> widgets = root.findChildren<QWidget *>();
        for (QWidget *widget : widgets) {
            // Buttons that the Tab key passes by are pressed by name all the same.
            const bool isUsed =
                (widget->focusPolicy() & Qt::TabFocus) || qobject_cast<QAbstractButton *>(widget);
            if (!isUsed || !widget->isVisible() || isInternal(*widget))
                continue;
            ++looked;
            const QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
            if (!interface || interface->text(QAccessible::Name).trimmed().isEmpty())
                nameless << u"%1: %2 \"%3\""_s.arg(
                    where, QLatin1StringView(widget->metaObject()->className()), widget->objectName());
        }
    });
    QVERIFY(looked > 60);
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
}

void TestAccessibility::texts()
{
    Brackets brackets;
    QStringList untranslated;
    {
        WindowRig rig;
        QCoreApplication::installTranslator(&brackets); // over the rig's own
        rig.makeWindow();
        rig.services().actions.retranslate();
        visitEverything(rig, [&](const QString &where, QWidget &root) {
            collect(untranslated, where, root.windowTitle().remove(u"Linnet"_s));
            for (QWidget *widget : root.findChildren<QWidget *>()) {
                if (isInternal(*widget) || !widget->isVisible())
                    continue;
                const QString place = where + u' ' + widget->objectName();
                collect(untranslated, place, widget->toolTip());
                collect(untranslated, place, widget->accessibleName());
                collect(untranslated, place, widget->windowTitle());
                if (const auto *label = qobject_cast<const QLabel *>(widget))
                    collect(untranslated, place, label->text());
                else if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
                    collect(untranslated, place, button->text());
                else if (const auto *edit = qobject_cast<const QLineEdit *>(widget))
                    collect(untranslated, place, edit->placeholderText());
                else if (const auto *box = qobject_cast<const QComboBox *>(widget);
                         box && !NamesOfTheWorld.contains(box->objectName()))
                    collect(untranslated, place, box->currentText());
            }
        });
        for (const QAction *action : rig.window().findChildren<QAction *>())
            collect(untranslated, u"action"_s, action->text());
    }
    QCoreApplication::removeTranslator(&brackets);
    untranslated.removeDuplicates();
    QVERIFY2(untranslated.isEmpty(), qPrintable(untranslated.join(u'\n')));
    QVERIFY(translatedTexts > 200);
}

void TestAccessibility::keysAreUnique()
{
    WindowRig rig;
    QHash<QString, QString> owners;
    for (const QMenu *menu : rig.window().findChildren<QMenu *>()) {
        for (const QAction *action : menu->actions()) {
            const QString key = action->shortcut().toString();
            if (key.isEmpty())
                continue;
            QVERIFY2(!owners.contains(key),
                     qPrintable(key + u": "_s + owners.value(key) + u", "_s + action->text()));
            owners.insert(key, action->text());
        }
    }
    for (const auto &key : {u"Ctrl+Q"_s, u"Ctrl+Shift+S"_s, u"Ctrl+,"_s, u"F5"_s, u"Shift+F5"_s, u"F6"_s,
                            u"Ctrl+F"_s, u"Ctrl+E"_s})
        QVERIFY2(owners.contains(key), qPrintable(key));
}

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
