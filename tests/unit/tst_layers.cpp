// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <map>

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
    {u"base"_qs, {}},
    {u"net"_qs, {u"base"_qs}},
    {u"html"_qs, {u"base"_qs}},
    {u"table"_qs, {u"base"_qs}},
    {u"store"_qs, {u"base"_qs, u"table"_qs}},
    {u"jobs"_qs, {u"base"_qs, u"net"_qs, u"table"_qs, u"store"_qs}},
    {u"vacancies"_qs, {u"base"_qs, u"net"_qs, u"html"_qs, u"table"_qs, u"store"_qs, u"jobs"_qs}},
    {u"checks"_qs, {u"base"_qs, u"net"_qs, u"html"_qs, u"table"_qs, u"store"_qs, u"jobs"_qs}},
    {u"links"_qs, {u"base"_qs, u"net"_qs, u"html"_qs, u"table"_qs, u"store"_qs, u"jobs"_qs}},
    {u"proxies"_qs, {u"base"_qs, u"net"_qs, u"html"_qs, u"table"_qs, u"store"_qs, u"jobs"_qs}},
    {u"exports"_qs, {u"base"_qs, u"table"_qs, u"store"_qs}},
    {u"practice"_qs, {u"base"_qs}},
    {u"session"_qs, {u"core"_qs}},
    {u"models"_qs, {u"core"_qs}},
    {u"gui"_qs, {u"core"_qs, u"models"_qs}},
    {u"app"_qs, {u"core"_qs, u"models"_qs, u"gui"_qs}},
    {u"cli"_qs, {u"core"_qs}},
};
const QStringList Core{u"base"_qs,    u"net"_qs,       u"html"_qs,   u"table"_qs, u"store"_qs,
                       u"jobs"_qs,    u"vacancies"_qs, u"checks"_qs, u"links"_qs, u"proxies"_qs,
                       u"exports"_qs, u"practice"_qs,  u"session"_qs};

struct Include
{
    QString file; ///< relative to src
    int line;
    QString target;
};

QStringList sourceFiles()
{
    QStringList files;
    QDirIterator it(Source, {u"*.h"_qs, u"*.cpp"_qs}, QDir::Files, QDirIterator::Subdirectories);
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
    static const QRegularExpression pattern(uR"(^\s*#\s*include\s*[<"]([^>"]+)[>"])"_qs);
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
    return from == to || allowed.contains(to) || (allowed.contains(u"core"_qs) && Core.contains(to));
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
        QVERIFY2(Allowed.contains(from), qPrintable(u"src/%1 is in no layer"_qs.arg(include.file)));
        if (Allowed.contains(to) && include.target.contains(u'/') && !isAllowed(from, to))
            wrong.append(u"src/%1:%2 includes %3"_qs.arg(include.file).arg(include.line).arg(include.target));
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestLayers::coreHasNoWindow()
{
    static const QRegularExpression window(
        u"^(QtGui|QtWidgets|QtSvg)/|^Q(GuiApplication|Application|Widget|Color|Image|Pixmap|Icon|Font|Painter)$"_qs);
    QStringList wrong;
    for (const Include &include : includes()) {
        if (Core.contains(include.file.section(u'/', 0, 0)) && window.match(include.target).hasMatch())
            wrong.append(u"src/%1:%2 includes %3"_qs.arg(include.file).arg(include.line).arg(include.target));
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
            wrong.append(u"src/%1 has %2 lines"_qs.arg(file).arg(lines));
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

/// A Latin-1 literal with a letter beyond ASCII is read byte by byte and shows as rubbish.
void TestLayers::latin1Literals()
{
    static const QRegularExpression literal(
        uR"("[^"]*[^\x00-\x7F][^"]*"_L1|QLatin1String(View)?\("[^"]*[^\x00-\x7F])"_qs);
    QStringList wrong;
    for (const QString &file : sourceFiles()) {
        const QStringList lines = linesOf(file);
        for (int i = 0; i < lines.size(); ++i) {
            if (literal.match(lines[i]).hasMatch())
                wrong.append(u"src/%1:%2"_qs.arg(file).arg(i + 1));
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestLayers)
#include "tst_layers.moc"
