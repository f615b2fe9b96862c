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
    void rooms();
    void roomSizes();
    void coreHasNoWindow();
    void drawingHasNoWidgets();
    void sizes();
    void classes();
    void latin1Literals();
};

namespace {

const QString Source = QStringLiteral(LINNET_SOURCE_DIR "/src/");

/// What each folder may include besides itself; "core" stands for every folder without a window.
const std::map<QString, QStringList> Allowed{
    {u"base"_s, {}},
    {u"encoding"_s, {u"base"_s}},
    {u"html"_s, {u"base"_s, u"encoding"_s}},
    {u"url"_s, {u"base"_s, u"encoding"_s, u"html"_s}},
    {u"net"_s, {u"base"_s, u"url"_s}},
    {u"table"_s, {u"base"_s}},
    {u"comparable"_s, {u"base"_s, u"table"_s}},
    {u"store"_s, {u"base"_s, u"table"_s, u"comparable"_s}},
    {u"jobs"_s, {u"base"_s, u"encoding"_s, u"net"_s, u"url"_s, u"table"_s, u"store"_s}},
    {u"vacancies"_s, {u"base"_s, u"net"_s, u"html"_s, u"table"_s, u"comparable"_s, u"store"_s, u"jobs"_s}},
    {u"checks"_s,
     {u"base"_s, u"encoding"_s, u"net"_s, u"html"_s, u"url"_s, u"table"_s, u"store"_s, u"jobs"_s}},
    {u"links"_s,
     {u"base"_s, u"encoding"_s, u"net"_s, u"html"_s, u"url"_s, u"table"_s, u"store"_s, u"jobs"_s}},
    {u"proxies"_s, {u"base"_s, u"encoding"_s, u"net"_s, u"html"_s, u"table"_s, u"store"_s, u"jobs"_s}},
    {u"exports"_s, {u"base"_s, u"table"_s, u"store"_s}},
    {u"imports"_s,
     {u"base"_s, u"encoding"_s, u"net"_s, u"url"_s, u"table"_s, u"comparable"_s, u"store"_s, u"jobs"_s,
      u"vacancies"_s, u"links"_s, u"exports"_s}},
    {u"analysis"_s, {u"base"_s, u"table"_s, u"store"_s}},
    {u"audit"_s, {u"base"_s, u"table"_s, u"store"_s}},
    {u"draw"_s, {u"base"_s}},
    {u"practice"_s, {u"base"_s}},
    {u"session"_s, {u"core"_s}},
    {u"models"_s, {u"core"_s, u"draw"_s}},
    {u"report"_s, {u"core"_s, u"models"_s, u"draw"_s}},
    {u"gui"_s, {u"core"_s, u"models"_s, u"practice"_s, u"draw"_s, u"report"_s}},
    {u"app"_s, {u"core"_s, u"models"_s, u"practice"_s, u"gui"_s}},
    {u"cli"_s, {u"core"_s, u"practice"_s, u"report"_s}},
};
/// The rooms inside a folder, from the bottom up: a room includes those before it. Rooms of one line never
/// include one another; "" is the folder's own files, the words that its rooms share.
const std::map<QString, QList<QStringList>> Rooms{
    {u"base"_s, {{u""_s}, {u"usage"_s, u"log"_s, u"graph"_s}}},
    {u"net"_s,
     {{u""_s},
      {u"rules"_s, u"proxy"_s},
      {u"health"_s, u"transfer"_s, u"probe"_s},
      {u"queue"_s},
      {u"engine"_s}}},
    {u"table"_s, {{u""_s}, {u"changes"_s, u"joined"_s}}},
    {u"store"_s,
     {{u""_s}, {u"sqlite"_s}, {u"schema"_s}, {u"read"_s, u"write"_s}, {u"project"_s}, {u"rescue"_s}}},
    {u"links"_s,
     {{u""_s}, {u"page"_s, u"robots"_s, u"sitemap"_s, u"traps"_s}, {u"hreflang"_s}, {u"crawl"_s}}},
    {u"vacancies"_s,
     {{u""_s}, {u"hh"_s, u"superjob"_s, u"trudvsem"_s, u"boards"_s}, {u"search"_s, u"import"_s}}},
    {u"proxies"_s, {{u""_s}, {u"list"_s, u"pool"_s}, {u"test"_s}}},
    {u"imports"_s, {{u""_s}, {u"text"_s, u"workbook"_s}, {u"columns"_s}, {u"job"_s}}},
    {u"exports"_s, {{u""_s}, {u"file"_s}, {u"table"_s}, {u"graph"_s, u"sitemap"_s}, {u"job"_s}}},
    {u"draw"_s, {{u""_s}, {u"map"_s, u"graph"_s}, {u"chart"_s}}},
    {u"models"_s, {{u""_s}, {u"table"_s}, {u"insight"_s, u"crawl"_s, u"activity"_s, u"proxies"_s}}},
    {u"analysis"_s, {{u""_s}, {u"stats"_s, u"graph"_s}}},
    {u"audit"_s, {{u""_s}, {u"rules"_s}, {u"run"_s}}},
    {u"session"_s, {{u""_s}, {u"saved"_s, u"sheets"_s}, {u"changes"_s, u"sample"_s}}},
    {u"practice"_s, {{u""_s}, {u"http"_s}, {u"vacancies"_s}, {u"sites"_s}, {u"server"_s}}},
    {u"cli"_s, {{u"options"_s, u"process"_s}, {u"output"_s}, {u""_s}, {u"project"_s}, {u"program"_s}}},
    {u"gui"_s,
     {{u""_s},
      {u"look"_s},
      {u"widgets"_s},
      {u"choice"_s, u"chart"_s, u"graph"_s, u"commands"_s},
      {u"table"_s},
      {u"insight"_s},
      {u"run"_s},
      {u"vacancies"_s, u"crawl"_s, u"checks"_s, u"proxies"_s, u"activity"_s},
      {u"navigator"_s, u"project"_s, u"help"_s, u"care"_s},
      {u"shell"_s}}},
};

const QStringList Core{u"base"_s,     u"encoding"_s,   u"html"_s,    u"url"_s,       u"net"_s,
                       u"table"_s,    u"store"_s,      u"jobs"_s,    u"vacancies"_s, u"checks"_s,
                       u"links"_s,    u"proxies"_s,    u"exports"_s, u"imports"_s,   u"session"_s,
                       u"analysis"_s, u"comparable"_s, u"audit"_s};

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

/// The room of a path like "net/queue/alarm.h": "queue"; "" for the folder's own files.
QString roomOf(const QString &path)
{
    return path.count(u'/') > 1 ? path.section(u'/', 1, 1) : QString();
}

/// The floor of a room in its folder; -1 = not declared.
int floorOf(const QString &folder, const QString &room)
{
    const QList<QStringList> &floors = Rooms.at(folder);
    for (int i = 0; i < floors.size(); ++i) {
        if (floors[i].contains(room))
            return i;
    }
    return -1;
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

void TestLayers::rooms()
{
    QStringList wrong;
    for (const Include &include : includes()) {
        const QString folder = include.file.section(u'/', 0, 0);
        if (!Rooms.contains(folder)) {
            QVERIFY2(roomOf(include.file).isEmpty(),
                     qPrintable(include.file + u" is in a room that no list has"_s));
            continue;
        }
        const QString from = roomOf(include.file);
        QVERIFY2(floorOf(folder, from) >= 0, qPrintable(include.file + u" is in a room that no list has"_s));
        if (include.target.section(u'/', 0, 0) != folder)
            continue;
        const QString to = roomOf(include.target);
        if (from != to && floorOf(folder, to) >= floorOf(folder, from))
            wrong.append(u"src/%1:%2 includes %3"_s.arg(include.file).arg(include.line).arg(include.target));
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestLayers::roomSizes()
{
    constexpr int Most = 45;
    std::map<QString, int> sizes;
    for (const QString &file : sourceFiles())
        ++sizes[file.section(u'/', 0, -2)];
    QStringList wrong;
    for (const auto &[folder, size] : sizes) {
        if (size > Most)
            wrong.append(u"src/%1 has %2 files"_s.arg(folder).arg(size));
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

void TestLayers::drawingHasNoWidgets()
{
    static const QRegularExpression widgets(
        u"^QtWidgets/|^Q(Application|[A-Za-z]*Widget|StyleOption|Label)$"_s);
    QStringList wrong;
    for (const Include &include : includes()) {
        const bool isDrawing = include.file.startsWith(u"draw/"_s) || include.file.startsWith(u"report/"_s);
        if (isDrawing && widgets.match(include.target).hasMatch())
            wrong.append(u"src/%1:%2 includes %3"_s.arg(include.file).arg(include.line).arg(include.target));
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestLayers::sizes()
{
    QStringList wrong;
    for (const QString &file : sourceFiles()) {
        const qsizetype lines = linesOf(file).size();
        const qsizetype limit = file == u"gui/shell/mainwindow.cpp" ? 300 : 600;
        if (lines > limit)
            wrong.append(u"src/%1 has %2 lines"_s.arg(file).arg(lines));
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

/// A class is defined in one file, so that the limit on files is a limit on classes.
void TestLayers::classes()
{
    // A definition stands at the beginning of a line: "Result<void> Writer::flush(", "Writer::~Writer(".
    static const QRegularExpression definition(uR"(^(?![\s#/}])(?:[^(]*[\s*&])?([A-Z]\w*)::[\w:~]+\()"_s);
    std::map<QString, QSet<QString>> files; ///< by folder and class
    for (const QString &file : sourceFiles()) {
        if (!file.endsWith(u".cpp"))
            continue;
        for (const QString &line : linesOf(file)) {
            const auto match = definition.match(line);
            if (match.hasMatch())
                files[file.section(u'/', 0, -2) + u' ' + match.captured(1)].insert(file);
        }
    }
    QVERIFY(files.size() > 300);
    QStringList wrong;
    for (const auto &[name, where] : files) {
        if (where.size() > 1)
            wrong.append(u"%1 is defined in %2"_s.arg(name, where.values().join(u", "_s)));
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
