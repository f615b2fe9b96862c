// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <map>

using namespace Qt::StringLiterals;

/// Reads every #include line of src and fails on an edge that the architecture does not allow.
class TestLayers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void edges();
    void coreHasNoWindow();
    void sizes();
    void latin1Literals();
};

namespace {

const QString Source = QStringLiteral(LINNET_SOURCE_DIR "/src/");

/// What each folder may include besides itself; "core" stands for every folder without a window.
const std::map<QString, QStringList> Allowed{
    {u"base"_s, {}},
    {u"net"_s, {u"base"_s}},
    {u"html"_s, {u"base"_s}},
    {u"table"_s, {u"base"_s}},
    {u"store"_s, {u"base"_s, u"table"_s}},
    {u"jobs"_s, {u"base"_s, u"net"_s, u"table"_s, u"store"_s}},
    {u"vacancies"_s, {u"base"_s, u"net"_s, u"html"_s, u"table"_s, u"store"_s, u"jobs"_s}},
    {u"checks"_s, {u"base"_s, u"net"_s, u"html"_s, u"table"_s, u"store"_s, u"jobs"_s}},
    {u"links"_s, {u"base"_s, u"net"_s, u"html"_s, u"table"_s, u"store"_s, u"jobs"_s}},
    {u"proxies"_s, {u"base"_s, u"net"_s, u"html"_s, u"table"_s, u"store"_s, u"jobs"_s}},
    {u"exports"_s, {u"base"_s, u"table"_s, u"store"_s}},
    {u"practice"_s, {u"base"_s}},
    {u"session"_s, {u"core"_s}},
    {u"models"_s, {u"core"_s}},
    {u"gui"_s, {u"core"_s, u"models"_s}},
    {u"app"_s, {u"core"_s, u"models"_s, u"gui"_s}},
    {u"cli"_s, {u"core"_s}},
};
const QStringList Core{u"base"_s,    u"net"_s,       u"html"_s,   u"table"_s, u"store"_s,
                       u"jobs"_s,    u"vacancies"_s, u"checks"_s, u"links"_s, u"proxies"_s,
                       u"exports"_s, u"practice"_s,  u"session"_s};

struct Include
{
    QString file; ///< relative to src
    int line;
    QString target;
};

QStringList sourceFiles()
{
    QStringList files;
    QDirIterator it(Source, {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext())
        files.append(it.next().mid(Source.size()));
    return files;
}

QStringList linesOf(const QString &file)
{
    QFile in(Source + file);
    return in.open(QIODevice::ReadOnly) ? QString::fromUtf8(in.readAll()).split(u'\n') : QStringList();
}

QList<Include> includes()
{
    static const QRegularExpression pattern(uR"(^\s*#\s*include\s*[<"]([^>"]+)[>"])"_s);
    QList<Include> result;
    for (const QString &file : sourceFiles()) {
        const QStringList lines = linesOf(file);
        for (int i = 0; i < lines.size(); ++i) {
            const auto match = pattern.match(lines[i]);
            if (match.hasMatch())
                result.append({file, i + 1, match.captured(1)});
        }
    }
    return result;
}

bool isAllowed(const QString &from, const QString &to)
{
    const QStringList allowed = Allowed.at(from);
    return from == to || allowed.contains(to) || (allowed.contains(u"core"_s) && Core.contains(to));
}

} // namespace

void TestLayers::edges()
{
    QStringList wrong;
    const QList<Include> all = includes();
    QVERIFY(all.size() > 100);
    for (const Include &include : all) {
        const QString from = include.file.section(u'/', 0, 0);
        const QString to = include.target.section(u'/', 0, 0);
        QVERIFY2(Allowed.contains(from), qPrintable(u"src/%1 is in no layer"_s.arg(include.file)));
        if (Allowed.contains(to) && include.target.contains(u'/') && !isAllowed(from, to))
            wrong.append(u"src/%1:%2 includes %3"_s.arg(include.file).arg(include.line).arg(include.target));
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestLayers::coreHasNoWindow()
{
    static const QRegularExpression window(
        u"^(QtGui|QtWidgets|QtSvg)/|^Q(GuiApplication|Application|Widget|Color|Image|Pixmap|Icon|Font|Painter)$"_s);
    QStringList wrong;
    for (const Include &include : includes()) {
        if (Core.contains(include.file.section(u'/', 0, 0)) && window.match(include.target).hasMatch())
            wrong.append(u"src/%1:%2 includes %3"_s.arg(include.file).arg(include.line).arg(include.target));
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestLayers::sizes()
{
    QStringList wrong;
    for (const QString &file : sourceFiles()) {
        const qsizetype lines = linesOf(file).size();
        const qsizetype limit = file == u"gui/mainwindow.cpp" ? 300 : 600;
        if (lines > limit)
            wrong.append(u"src/%1 has %2 lines"_s.arg(file).arg(lines));
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

/// A Latin-1 literal with a letter beyond ASCII is read byte by byte and shows as rubbish.
void TestLayers::latin1Literals()
{
    static const QRegularExpression literal(
        uR"("[^"]*[^\x00-\x7F][^"]*"_L1|QLatin1String(View)?\("[^"]*[^\x00-\x7F])"_s);
    QStringList wrong;
    for (const QString &file : sourceFiles()) {
        const QStringList lines = linesOf(file);
        for (int i = 0; i < lines.size(); ++i) {
            if (literal.match(lines[i]).hasMatch())
                wrong.append(u"src/%1:%2"_s.arg(file).arg(i + 1));
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestLayers)
#include "tst_layers.moc"
