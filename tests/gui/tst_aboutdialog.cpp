// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/version.h"
#include "gui/shell/aboutdialog.h"
#include "gui/shell/licencesdialog.h"

#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QTest>
#include <QTextBrowser>

using namespace linnet;
using namespace linnet::gui;
using namespace Qt::Literals::StringLiterals;

/// What the window says about the program: version, build, Qt, and whose work it is made with.
class TestAboutDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QCoreApplication::setApplicationVersion({}); }
    void tellsBuildAndQt();
    void licences();
    void namesEveryLibrary();
};

void TestAboutDialog::tellsBuildAndQt()
{
    QCoreApplication::setApplicationVersion(versionText(u"1a2b3c4d"_s));
    const AboutDialog about;
    const auto *build = about.findChild<QLabel *>(u"build"_s);
    QVERIFY(build);
    QCOMPARE(build->text(), u"%1 (build 1a2b3c4d, Qt %2)"_s.arg(QStringLiteral(LINNET_VERSION),
                                                                QString::fromLatin1(qVersion())));
    QVERIFY(build->textInteractionFlags().testFlag(Qt::TextSelectableByKeyboard));
}

void TestAboutDialog::licences()
{
    AboutDialog about;
    about.show();
    about.findChild<QPushButton *>(u"licencesButton"_s)->click();
    auto *dialog = about.findChild<LicencesDialog *>();
    QTRY_VERIFY_WITH_TIMEOUT(dialog && dialog->isVisible(), 20'000);
    const QString text = dialog->findChild<QTextBrowser *>(u"licences"_s)->toPlainText();
    QVERIFY2(text.contains(u"libxlsxwriter"_s) && text.contains(u"BSD-2-Clause"_s),
             qPrintable(text.left(500)));
    // It is laid out as a table, not shown as its source.
    QVERIFY2(!text.contains(u"|---"_s), qPrintable(text));
}

/// What CMake looks for is named there.
void TestAboutDialog::namesEveryLibrary()
{
    QFile build(QStringLiteral(LINNET_SOURCE_DIR "/CMakeLists.txt"));
    QFile named(QStringLiteral(LINNET_SOURCE_DIR "/THIRD-PARTY.md"));
    QVERIFY(build.open(QIODevice::ReadOnly) && named.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(named.readAll()).toLower();
    // Beside the names that CMake and the libraries share.
    const QHash<QString, QString> otherwise{{u"qt6"_s, u"qt 6"_s},
                                            {u"sqlite3"_s, u"sqlite"_s},
                                            {u"qt6keychain"_s, u"qtkeychain"_s},
                                            {u"stemmer"_s, u"libstemmer"_s},
                                            {u"zstd"_s, u"zstandard"_s}};
    static const QRegularExpression library(u"(?:find_package|pkg_check_modules)\\((\\w+)"_s);
    int looked = 0;
    for (auto match = library.globalMatch(QString::fromUtf8(build.readAll())); match.hasNext();) {
        const QString name = match.next().captured(1).toLower();
        if (name == u"pkgconfig")
            continue;
        ++looked;
        QVERIFY2(text.contains(otherwise.value(name, name)), qPrintable(name));
    }
    QVERIFY(looked >= 9);
}

QTEST_MAIN(TestAboutDialog)
#include "tst_aboutdialog.moc"
