// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// What packages are made of, besides the programs: one version everywhere, and what desktops read is valid.
class TestPackaging : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneVersion();
    void debianChangelog();
    void desktopEntry();
    void metainfo();
    void picturesOfStores();
    void oneType();
    void scripts();

private:
    static QString source(const QString &name) { return QStringLiteral(LINNET_SOURCE_DIR "/") + name; }
    static QString textOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }
    static QString metainfoPath()
    {
        return QStringLiteral(LINNET_BIN_DIR "/../packaging/linux/org.linnet.Linnet.metainfo.xml");
    }
    /// What it prints when it does not end well; empty = it did.
    static QString complaint(const QString &program, const QStringList &args)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(program, args);
        const bool ended = process.waitForFinished(60'000);
        const QString printed = QString::fromUtf8(process.readAll());
        return ended && process.exitCode() == 0 ? QString() : printed + u" did not end well"_s;
    }
    static bool isMissing(const QString &program)
    {
        return QStandardPaths::findExecutable(program).isEmpty();
    }
};

void TestPackaging::oneVersion()
{
    static const QRegularExpression change(u"^## ([0-9.]+) \\((\\d{4}-\\d\\d-\\d\\d)\\)$"_s,
                                           QRegularExpression::MultilineOption);
    static const QRegularExpression debian(u"^linnet \\(([0-9.]+)-\\d+\\) "_s);
    const auto newest = change.match(textOf(source(u"CHANGELOG.md"_s)));
    QCOMPARE(newest.captured(1), QStringLiteral(LINNET_VERSION));
    QCOMPARE(debian.match(textOf(source(u"packaging/linux/changelog.Debian"_s))).captured(1),
             QStringLiteral(LINNET_VERSION));
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS)
    const QString release =
        u"<release version=\"%1\" date=\"%2\"/>"_s.arg(QStringLiteral(LINNET_VERSION), newest.captured(2));
    QVERIFY2(textOf(metainfoPath()).contains(release), qPrintable(release));
#endif
}

void TestPackaging::debianChangelog()
{
    if (isMissing(u"dpkg-parsechangelog"_s))
        QSKIP("elsewhere: dpkg-parsechangelog is not installed");
    QProcess process;
    process.start(u"dpkg-parsechangelog"_s,
                  {u"--all"_s, u"-l"_s, source(u"packaging/linux/changelog.Debian"_s)});
    QVERIFY(process.waitForFinished(60'000));
    QCOMPARE(QString::fromUtf8(process.readAllStandardError()), QString());
    QVERIFY(process.readAllStandardOutput().contains("Version: " LINNET_VERSION "-1\n"));
}

void TestPackaging::desktopEntry()
{
    if (isMissing(u"desktop-file-validate"_s))
        QSKIP("elsewhere: desktop-file-validate is not installed");
    QCOMPARE(complaint(u"desktop-file-validate"_s, {source(u"packaging/linux/org.linnet.Linnet.desktop"_s)}),
             QString());
}

void TestPackaging::metainfo()
{
    if (isMissing(u"appstreamcli"_s))
        QSKIP("elsewhere: appstreamcli is not installed");
    QCOMPARE(complaint(u"appstreamcli"_s, {u"validate"_s, u"--no-net"_s, u"--pedantic"_s, metainfoPath()}),
             QString());
}

/// Those that README shows.
void TestPackaging::picturesOfStores()
{
    static const QRegularExpression image(u"<image type=\"source\">@LINNET_HOMEPAGE@/([^<]+)</image>"_s);
    const QString metainfo = textOf(source(u"packaging/linux/org.linnet.Linnet.metainfo.xml.in"_s));
    static const QRegularExpression shown(u"!\\[[^\\]]+\\]\\((docs/pictures/[^)]+)\\)"_s);
    QStringList pictures;
    for (auto found = image.globalMatch(metainfo); found.hasNext();) {
        pictures << found.next().captured(1);
        QVERIFY2(QFile::exists(source(pictures.last())), qPrintable(pictures.last()));
    }
    QCOMPARE(pictures.size(), metainfo.count(u"<image"_s));
    QStringList ofReadme;
    const QString readme = textOf(source(u"README.md"_s));
    for (auto found = shown.globalMatch(readme); found.hasNext();)
        ofReadme << found.next().captured(1);
    QCOMPARE(pictures, ofReadme);
    QVERIFY(pictures.size() >= 5);
}

/// The desktop opens the files whose type is declared, and stores tell the same.
void TestPackaging::oneType()
{
    const QString type = u"application/vnd.linnet.project"_s;
    const QString declared = textOf(source(u"packaging/linux/org.linnet.Linnet.xml"_s));
    QVERIFY(declared.contains(u"<mime-type type=\"%1\">"_s.arg(type)));
    QVERIFY(declared.contains(u"<glob pattern=\"*.linnet\"/>"_s));
    QVERIFY(textOf(source(u"packaging/linux/org.linnet.Linnet.desktop"_s))
                .contains(u"\nMimeType=%1;\n"_s.arg(type)));
    QVERIFY(textOf(source(u"packaging/linux/org.linnet.Linnet.metainfo.xml.in"_s))
                .contains(u"<mediatype>%1</mediatype>"_s.arg(type)));
    QVERIFY(textOf(source(u"packaging/macos/Info.plist.in"_s)).contains(u"<string>%1</string>"_s.arg(type)));
}

void TestPackaging::scripts()
{
    if (isMissing(u"bash"_s))
        QSKIP("elsewhere: bash is not installed");
    int looked = 0;
    QStringList files{source(u"dev"_s)};
    for (QDirIterator it(source(u"packaging"_s), QDir::Files, QDirIterator::Subdirectories); it.hasNext();)
        files.append(it.next());
    for (const QString &file : std::as_const(files)) {
        if (!textOf(file).startsWith(u"#!"_s))
            continue;
        ++looked;
        QCOMPARE(complaint(u"bash"_s, {u"-n"_s, file}), QString());
    }
    QVERIFY(looked >= 5);
}

QTEST_GUILESS_MAIN(TestPackaging)
#include "tst_packaging.moc"
