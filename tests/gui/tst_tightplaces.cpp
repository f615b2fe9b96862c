// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/everydialog.h"
#include "gui/roomcheck.h"
#include "gui/smallscreen.h"

#include <QDir>
#include <QScreen>

using namespace linnet;
using namespace linnet::test;
using namespace Qt::Literals::StringLiterals;

/// A screen of 1366x768, letters twice as large, or words that are a third longer: everything on every page
/// and in every dialog can be read and come to.
class TestTightPlaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everythingFits_data();
    void everythingFits();
};

namespace {

/// A language whose every text is a third longer, as German or Finnish are: what fits then fits in most.
class LongWords : public QTranslator
{
public:
    QString translate(const char *, const char *source, const char *, int) const override
    {
        const QString text = QString::fromUtf8(source);
        QString more; // in words, so that what wraps can wrap
        while (more.size() < text.size() / 3)
            more += more.size() % 9 == 8 ? u' ' : u'ö';
        return u'⟦' + text + more + u'⟧';
    }
    bool isEmpty() const override { return false; }
};

constexpr QSize Screen(1366, 768);
/// Without the frame of a window and the panel of a desktop.
constexpr QSize Room(1366, 728);

} // namespace

void TestTightPlaces::everythingFits_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("percent");
    QTest::newRow("English, twice as large") << u"en"_s << 200;
    QTest::newRow("Russian, twice as large") << u"ru"_s << 200;
    QTest::newRow("long words, twice as large") << u"long"_s << 200;
    QTest::newRow("Russian") << u"ru"_s << 100;
    QTest::newRow("long words") << u"long"_s << 100;
}

void TestTightPlaces::everythingFits()
{
    QFETCH(const QString, language);
    QFETCH(const int, percent);
    QCOMPARE(QGuiApplication::primaryScreen()->size(), Screen);
    LongWords longWords;
    QStringList found;
    int looked = 0;
    {
        WindowRig rig(language == "long"_L1 ? u"en"_s : language);
        rig.services().theme.setTextPercent(percent);
        if (language == "long"_L1)
            QCoreApplication::installTranslator(&longWords); // over the rig's own
        rig.makeWindow();
        rig.services().actions.retranslate();
        rig.window().resize(Room);
        const QString folder = qEnvironmentVariable("LINNET_PICTURES");
        const auto check = [&](const QString &name, QWidget &window) {
            if (!folder.isEmpty())
                window.grab().save(u"%1/%2-%3-%4.png"_s.arg(folder, language)
                                       .arg(percent)
                                       .arg(QString(name).replace(u'/', u'_').replace(u' ', u'-')));
            RoomCheck room(window, Room);
            for (const QString &fault : room.faults())
                found << name + u": "_s + fault;
            looked += room.looked();
        };
        EveryPage pages(rig, check);
        pages.visit();
        if (!QTest::currentTestFailed())
            EveryDialog(rig, pages, check).visit();
    }
    QCoreApplication::removeTranslator(&longWords);
    for (const QString &fault : std::as_const(found)) // a failure tells only the first of them
        qWarning("%s", qPrintable(fault));
    QVERIFY2(found.isEmpty(),
             qPrintable(u"%1 places, the first is %2"_s.arg(found.size()).arg(found.value(0))));
    QVERIFY(looked > 1000);
}

// A screen of the size that is looked at, in place of the platform's own.
int main(int argc, char *argv[])
{
    const QTemporaryDir folder;
    if (!haveScreen(Screen, folder.filePath(u"screen.json"_s)))
        return 1;
    QApplication app(argc, argv);
    TestTightPlaces test;
    QTEST_SET_MAIN_SOURCE_PATH
    return QTest::qExec(&test, argc, argv);
}
#include "tst_tightplaces.moc"
