// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/clirunner.h"
#include "support/inventedvacancies.h"
#include "support/tempproject.h"
#include "support/vacancyrows.h"
#include "table/checkschema.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace linnet;
using namespace Qt::Literals::StringLiterals;
using table::VacancyColumn;

/// The report as a file: what stands in it, what never does, and how it is asked for.
class TestReportCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void isOnePageWithoutAnythingFromElsewhere();
    void textsOfOthersAreTexts();
    void figuresAreThoseOfStats();
    void filterSaysHowMany();
    void fewRows_data();
    void fewRows();
    void manyEmployers();
    void questionsAndOwnWords();
    void ownQuestions();
    void limitsOfTheProject();
    void comparesWithLastTime();
    void logo();
    void pdf();
    void ofChecks();
    void standardOutput();
    void wrongUse_data();
    void wrongUse();
    void whatIsThereStays();

private:
    /// What a reader of XML finds in a page.
    struct Page
    {
        bool isRead = false;
        QString error;
        QStringList elements;
        QList<std::pair<QString, QString>> attributes; ///< name and value
        QStringList headings;                          ///< h1 to h6, in order
        QString css;
        QString text;
        QStringList figures; ///< what stands in dd elements, in order
        int svgs = 0;
        int toldSvgs = 0; ///< that have a role, a title and a description
        QString language;

        QStringList values(const QString &name) const
        {
            QStringList result;
            for (const auto &[key, value] : attributes) {
                if (key == name)
                    result.append(value);
            }
            return result;
        }
    };

    static Page read(const QByteArray &bytes);
    static Page failed(const QString &why)
    {
        Page page;
        page.error = why;
        return page;
    }
    static bool isClosed(const Page &page);
    Page make(const QStringList &args);
    QJsonObject stats(const QStringList &args);

    std::unique_ptr<test::CliRunner> m_cli;
    QString m_project;
};

namespace {

constexpr auto Script = "<script>alert(1)</script>";

store::RowWrite ad(int n, const QString &employer, const QString &area, const QString &skills, double pay)
{
    return test::vacancyRow(u"hh:%1"_s.arg(n), {{VacancyColumn::Id, QString::number(n)},
                                                {VacancyColumn::Vacancy, QString::fromLatin1(Script)},
                                                {VacancyColumn::Employer, employer},
                                                {VacancyColumn::Area, area},
                                                {VacancyColumn::Skills, skills},
                                                {VacancyColumn::SalaryFrom, pay},
                                                {VacancyColumn::Currency, u"RUR"_s},
                                                {VacancyColumn::SalaryGross, true},
                                                {VacancyColumn::Source, u"hh"_s},
                                                {VacancyColumn::Created, u"2026-05-05T10:00:00+0300"_s}});
}

enum RunNumber : int
{
    Invented = 1,
    Hostile,
    Alone,
    Wide,
    Checks,
};

} // namespace

void TestReportCommand::initTestCase()
{
    m_cli = std::make_unique<test::CliRunner>(QStringLiteral(LINNET_BIN_DIR));
    m_project = m_cli->path(u"p.linnet"_s);
    const auto project = store::Project::open(m_project);
    QVERIFY(project);
    store::Writer &writer = (*project)->writer();
    QCOMPARE(writer.postRun(u"vacancies"_s, {{u"a"_s, 1}}), store::RunId(Invented));
    writer.post(test::inventedUnit(Invented, 0, 2000));
    store::Unit hostile;
    hostile.run = writer.postRun(u"vacancies"_s, {{u"a"_s, 2}});
    for (int n = 0; n < 40; ++n)
        hostile.rows.push_back(ad(n, QString::fromLatin1(Script), u"\"><img src=x onerror=alert(1)>"_s,
                                  u"javascript:alert(1);</svg></style><b>& %1 %2"_s, 100'000 + n * 1000));
    writer.post(std::move(hostile));
    store::Unit alone;
    alone.run = writer.postRun(u"vacancies"_s, {{u"a"_s, 3}});
    alone.rows.push_back(ad(1, u"One"_s, u"Here"_s, u"SQL"_s, 100'000));
    writer.post(std::move(alone));
    store::Unit wide;
    wide.run = writer.postRun(u"vacancies"_s, {{u"a"_s, 4}});
    for (int n = 0; n < 10'000; ++n)
        wide.rows.push_back(
            ad(n, QString::number(n) + u' ' + QString(300, u'W'), QString(300, u'Ж'), u"SQL"_s, 50'000 + n));
    writer.post(std::move(wide));
    store::Unit checks;
    checks.run = writer.postRun(u"checks"_s, {{u"a"_s, 5}});
    for (int n = 0; n < 8; ++n) {
        table::Cells cells(table::checkSchema().columns.size());
        cells[size_t(table::CheckColumn::Url)] = u"https://%1.example/%2"_s.arg(n % 2).arg(n);
        cells[size_t(table::CheckColumn::Status)] = qint64(n < 6 ? 200 : 404);
        cells[size_t(table::CheckColumn::Seconds)] = 0.5 + n;
        if (n >= 6)
            cells[size_t(table::CheckColumn::Reason)] = u"http_status"_s;
        checks.rows.push_back(
            {&table::checkSchema(), QString::number(n), std::move(cells), store::RowMode::Keep});
    }
    writer.post(std::move(checks));
    QVERIFY((*project)->close());
}

TestReportCommand::Page TestReportCommand::read(const QByteArray &bytes)
{
    Page page;
    QXmlStreamReader xml(bytes);
    QStringList open;
    bool hasTitle = false;
    bool hasDescription = false;
    static const QRegularExpression heading(u"^h[1-6]$"_s);
    while (!xml.atEnd()) {
        switch (xml.readNext()) {
        case QXmlStreamReader::StartElement:
            open.append(xml.name().toString());
            page.elements.append(open.last());
            for (const QXmlStreamAttribute &attribute : xml.attributes())
                page.attributes.append({attribute.name().toString(), attribute.value().toString()});
            if (heading.match(open.last()).hasMatch())
                page.headings.append(open.last());
            if (open.last() == "html"_L1)
                page.language = xml.attributes().value("lang"_L1).toString();
            if (open.last() == "dd"_L1)
                page.figures.append(QString());
            if (open.last() == "svg"_L1) {
                ++page.svgs;
                hasTitle = hasDescription = false;
                page.toldSvgs += xml.attributes().value("role"_L1) == "img"_L1;
            }
            break;
        case QXmlStreamReader::Characters: {
            const QString text = xml.text().toString();
            if (open.value(open.size() - 1) == "style"_L1) {
                page.css += text;
                break;
            }
            page.text += text;
            if (open.value(open.size() - 1) == "dd"_L1)
                page.figures.last() += text;
            const bool isOfSvg = open.value(open.size() - 2) == "svg"_L1 && !text.trimmed().isEmpty();
            hasTitle = hasTitle || (isOfSvg && open.last() == "title"_L1);
            hasDescription = hasDescription || (isOfSvg && open.last() == "desc"_L1);
            break;
        }
        case QXmlStreamReader::EndElement:
            if (open.takeLast() == "svg"_L1 && (!hasTitle || !hasDescription))
                --page.toldSvgs;
            break;
        default:
            break;
        }
    }
    page.error = xml.errorString() + u" in line %1"_s.arg(xml.lineNumber());
    page.isRead = !xml.hasError();
    return page;
}

/// Nothing acts, and nothing comes from elsewhere.
bool TestReportCommand::isClosed(const Page &page)
{
    for (const QString &name : {u"script"_s, u"iframe"_s, u"object"_s, u"embed"_s, u"link"_s, u"base"_s,
                                u"form"_s, u"image"_s, u"use"_s, u"foreignObject"_s, u"video"_s, u"audio"_s})
        if (page.elements.contains(name))
            return false;
    for (const auto &[name, value] : page.attributes) {
        const bool isFine =
            (!name.startsWith(u"on"_s) && name != "style"_L1 && name != "srcset"_L1) &&
            (name != "href"_L1 || value.startsWith(u"https://"_s) || value.startsWith(u"http://"_s)) &&
            (name != "src"_L1 || value.startsWith(u"data:image/png;base64,"_s)) && !value.contains(u"url("_s);
        if (!isFine) {
            qWarning() << name << value;
            return false;
        }
    }
    return !page.css.contains(u"url("_s) && !page.css.contains(u"@import"_s) && !page.css.contains(u'\\');
}

TestReportCommand::Page TestReportCommand::make(const QStringList &args)
{
    const auto result = m_cli->run(QStringList{u"report"_s, m_project, u"-o"_s, u"r.html"_s} + args);
    if (result.status != 0 || !result.err.isEmpty())
        return failed(u"%1: "_s.arg(result.status) + QString::fromUtf8(result.err));
    return read(m_cli->read(u"r.html"_s));
}

QJsonObject TestReportCommand::stats(const QStringList &args)
{
    const auto result = m_cli->run(QStringList{u"stats"_s, m_project, u"-o"_s, u"s.json"_s} + args);
    return result.status == 0 ? QJsonDocument::fromJson(m_cli->read(u"s.json"_s)).array().at(0).toObject()
                              : QJsonObject();
}

void TestReportCommand::isOnePageWithoutAnythingFromElsewhere()
{
    const Page page = make({u"--run"_s, u"1"_s});
    QVERIFY2(page.isRead, qPrintable(page.error));
    QVERIFY(isClosed(page));
    QCOMPARE(page.language, u"en"_s);
    QVERIFY(page.values(u"content"_s)
                .contains(u"default-src 'none'; style-src 'unsafe-inline'; img-src data:"_s));
    QVERIFY(page.svgs > 6);
    QCOMPARE(page.toldSvgs, page.svgs);
    QCOMPARE(page.elements.count(u"details"_s), page.svgs);
    QCOMPARE(page.headings.count(u"h1"_s), 1);
    QCOMPARE(page.headings.front(), u"h1"_s);
    for (qsizetype i = 1; i < page.headings.size(); ++i)
        QVERIFY(page.headings[i][1].digitValue() <= page.headings[i - 1][1].digitValue() + 1);
    const QStringList ids = page.values(u"id"_s);
    QCOMPARE(QSet<QString>(ids.begin(), ids.end()).size(), ids.size());
    for (const QString &named : page.values(u"aria-labelledby"_s))
        for (const QString &id : named.split(u' '))
            QVERIFY(ids.contains(id));
}

void TestReportCommand::textsOfOthersAreTexts()
{
    m_cli->write(u"remarks.txt"_s,
                 "javascript:alert(1) <img src=\"https://elsewhere.example/x\">\n\n\x01 & %1");
    const QString title = u"</title><script>x()</script> %2 \"&\""_s;
    const Page page = make({u"--run"_s, u"2"_s, u"--title"_s, title, u"--author"_s, u"<i>\" onload=\"x"_s,
                            u"--remarks"_s, m_cli->path(u"remarks.txt"_s)});
    QVERIFY2(page.isRead, qPrintable(page.error));
    QVERIFY(isClosed(page));
    QCOMPARE(page.toldSvgs, page.svgs);
    for (const QString &said :
         {title, QString::fromLatin1(Script), u"<i>\" onload=\"x"_s, u"\"><img src=x onerror=alert(1)>"_s,
          u"</svg></style><b>& %1 %2"_s, u"javascript:alert(1) <img src=\"https://elsewhere.example/x\">"_s})
        QVERIFY2(page.text.contains(said), qPrintable(said));
}

void TestReportCommand::figuresAreThoseOfStats()
{
    const Page page = make({u"--run"_s, u"1"_s});
    const QJsonObject all = stats({u"--run"_s, u"1"_s, u"--measure"_s, u"pay"_s});
    QVERIFY(!all.isEmpty());
    const QLocale c = QLocale::c();
    QVERIFY2(page.figures.size() >= 7, qPrintable(page.error));
    const auto plain = [](QString text) { return text.remove(u','); };
    const qint64 n = all.value(u"n"_s).toInteger();
    const qint64 known = all.value(u"known"_s).toInteger();
    QCOMPARE(plain(page.figures[0]), QString::number(n));
    QCOMPARE(page.figures[1], c.toString(100.0 * double(known) / double(n), 'f', 1) + u"\u00a0%"_s);
    QCOMPARE(plain(page.figures[2]), u"for %1 of %2 ads"_s.arg(known).arg(n));
    QCOMPARE(plain(page.figures[3]),
             QString::number(qRound64(all.value(u"median"_s).toDouble())) + u" ₽"_s);
    QVERIFY(plain(page.figures[4]).endsWith(u"n = %1 ads"_s.arg(known)));
    QCOMPARE(page.figures[5], u"2"_s);
    const QJsonObject first = stats({u"--run"_s, u"1"_s, u"--by"_s, u"source"_s});
    QVERIFY(page.figures[6].contains(QString::number(qRound(first.value(u"share"_s).toDouble() * 100))));
}

void TestReportCommand::filterSaysHowMany()
{
    const Page page = make({u"--run"_s, u"1"_s, u"--where"_s, u"area = Kazan"_s});
    QVERIFY2(page.isRead, qPrintable(page.error));
    const qint64 n = stats({u"--run"_s, u"1"_s, u"--where"_s, u"area = Kazan"_s}).value(u"n"_s).toInteger();
    QVERIFY(n > 0 && n < 2000);
    QVERIFY(QString(page.text).remove(u',').contains(u"About %1 of 2000 ads"_s.arg(n)));
    QVERIFY(page.text.contains(u"Kazan"_s));
    // Runs are added up.
    const Page both = make({u"--run"_s, u"1"_s, u"--run"_s, u"3"_s});
    QVERIFY2(both.isRead, qPrintable(both.error));
    QCOMPARE(QString(both.figures.value(0)).remove(u','), u"2001"_s);
}

void TestReportCommand::fewRows_data()
{
    QTest::addColumn<QStringList>("args");
    QTest::addColumn<QString>("count");
    QTest::newRow("one") << QStringList{u"--run"_s, u"3"_s} << u"1"_s;
    QTest::newRow("none") << QStringList{u"--run"_s, u"1"_s, u"--where"_s, u"area = Nowhere"_s} << u"0"_s;
}

void TestReportCommand::fewRows()
{
    QFETCH(const QStringList, args);
    QFETCH(const QString, count);
    const Page page = make(args);
    QVERIFY2(page.isRead, qPrintable(page.error));
    QVERIFY(isClosed(page));
    QCOMPARE(page.figures.value(0), count);
    // Of so few nothing is told.
    QVERIFY(page.figures.contains(u"—"_s));
    QVERIFY(page.text.contains(u"too few known values"_s));
    QVERIFY(!page.text.contains(u"The highest median"_s) && !page.text.contains(u"Half lie above"_s));
    QCOMPARE(page.svgs > 0, count == "1"_L1);
    const auto result = m_cli->run(QStringList{u"report"_s, m_project, u"-o"_s, u"few.pdf"_s} + args);
    QVERIFY2(result.status == 0, result.err);
    QVERIFY(m_cli->read(u"few.pdf"_s).startsWith("%PDF-"));
}

void TestReportCommand::manyEmployers()
{
    const Page page = make({u"--run"_s, u"4"_s, u"--questions"_s, u"employers,areas"_s});
    QVERIFY2(page.isRead, qPrintable(page.error));
    QCOMPARE(page.svgs, 2);
    QVERIFY(page.text.contains(QString(300, u'Ж')));
    QVERIFY(page.text.contains(u"more row"_s));
    QVERIFY(m_cli->read(u"r.html"_s).size() < 1'000'000);
    const auto result = m_cli->run({u"report"_s, m_project, u"-o"_s, u"wide.pdf"_s, u"--run"_s, u"4"_s});
    QVERIFY2(result.status == 0, result.err);
}

void TestReportCommand::questionsAndOwnWords()
{
    m_cli->write(u"remarks.txt"_s, "First.\nStill first.\r\n\r\nSecond.");
    const Page page =
        make({u"--run"_s, u"1"_s, u"--questions"_s, u"skills,paid"_s, u"--title"_s, u"My title"_s,
              u"--author"_s, u"Ann"_s, u"--remarks"_s, m_cli->path(u"remarks.txt"_s)});
    QVERIFY2(page.isRead, qPrintable(page.error));
    QCOMPARE(page.svgs, 2);
    QVERIFY(page.text.contains(u"What is paid?"_s) && page.text.contains(u"Which skills are asked for?"_s));
    QVERIFY(!page.text.contains(u"Who hires?"_s));
    for (const QString &said : {u"My title"_s, u"By Ann"_s, u"First.\nStill first."_s, u"Second."_s})
        QVERIFY2(page.text.contains(said), qPrintable(said));
    QVERIFY(!page.text.contains(u" adds "_s));
}

void TestReportCommand::ownQuestions()
{
    const QString path = m_cli->path(u"own.linnet"_s);
    const auto project = store::Project::open(path);
    QVERIFY(project);
    const store::RunId id = (*project)->writer().postRun(u"vacancies"_s, {{u"x"_s, 1}});
    (*project)->writer().post(test::inventedUnit(id, 0, 300));
    (*project)->writer().postMemo(
        u"questions"_s, u"[{\"number\":1,\"name\":\"Pay by <b>town</b>\",\"by\":\"area\",\"measure\":"
                        "\"pay\"},{\"number\":4,\"name\":\"Towns by experience\",\"by\":\"area\","
                        "\"split\":\"experience\"},{\"number\":5,\"name\":\"Of pages\",\"by\":\"depth\"}]"_s);
    QVERIFY((*project)->close());
    const auto made =
        m_cli->run({u"report"_s, path, u"-o"_s, u"own.html"_s, u"--questions"_s, u"own-1,own-4,areas"_s});
    QVERIFY2(made.status == 0, made.err);
    const Page page = read(m_cli->read(u"own.html"_s));
    QVERIFY2(page.isRead, qPrintable(page.error));
    QCOMPARE(page.svgs, 3);
    QVERIFY(page.text.contains(u"Pay by <b>town</b>"_s) && page.text.contains(u"Towns by experience"_s));
    // Without a choice they stand behind the others; the columns of one are not there.
    QCOMPARE(m_cli->run({u"report"_s, path, u"-o"_s, u"own.html"_s}).status, 0);
    const Page all = read(m_cli->read(u"own.html"_s));
    QVERIFY(all.text.indexOf(u"Towns by experience"_s) > all.text.indexOf(u"Who hires?"_s));
    QVERIFY(!all.text.contains(u"Of pages"_s));
    const auto none = m_cli->run({u"report"_s, path, u"-o"_s, u"own.html"_s, u"--questions"_s, u"own-5"_s});
    QCOMPARE(none.status, 2);
    QVERIFY2(none.err.contains("--questions own-5") && none.err.contains("own-4"), none.err);
}

void TestReportCommand::limitsOfTheProject()
{
    const QString path = m_cli->path(u"limits.linnet"_s);
    {
        const auto project = store::Project::open(path);
        QVERIFY(project);
        const store::RunId id = (*project)->writer().postRun(u"vacancies"_s, {{u"x"_s, 1}});
        (*project)->writer().post(test::inventedUnit(id, 0, 300));
        QVERIFY((*project)->close());
    }
    const QStringList args{u"report"_s, path, u"-o"_s, u"l.html"_s, u"--questions"_s, u"paid"_s};
    QCOMPARE(m_cli->run(args).status, 0);
    QVERIFY(!read(m_cli->read(u"l.html"_s)).text.contains(u"too few known values"_s));
    {
        const auto project = store::Project::open(path);
        QVERIFY(project);
        (*project)->writer().postMemo(u"limits"_s, u"{\"median\":1000,\"sure\":1000,\"tenths\":1000}"_s);
        QVERIFY((*project)->close());
    }
    QCOMPARE(m_cli->run(args).status, 0);
    QVERIFY(read(m_cli->read(u"l.html"_s)).text.contains(u"too few known values"_s));
    // The command line gives every number with its n.
    const auto stats = m_cli->run({u"stats"_s, path, u"--measure"_s, u"pay"_s, u"-o"_s, u"s.json"_s});
    QCOMPARE(stats.status, 0);
    QVERIFY(m_cli->read(u"s.json"_s).contains("\"median\""));
}

void TestReportCommand::comparesWithLastTime()
{
    const QString path = m_cli->path(u"twice.linnet"_s);
    const auto project = store::Project::open(path);
    QVERIFY(project);
    store::Writer &writer = (*project)->writer();
    for (int run = 1; run <= 2; ++run) {
        const store::RunId id = writer.postRun(u"vacancies"_s, {{u"x"_s, 1}});
        store::Unit unit = test::inventedUnit(id, 0, run == 1 ? 20 : 23);
        unit.state = store::RunState::Finished;
        writer.post(std::move(unit));
    }
    QVERIFY((*project)->close());
    const auto first = m_cli->run({u"report"_s, path, u"-o"_s, u"1.html"_s, u"--run"_s, u"1"_s});
    const auto second = m_cli->run({u"report"_s, path, u"-o"_s, u"2.html"_s});
    QVERIFY2(first.status == 0 && second.status == 0, second.err);
    QVERIFY(read(m_cli->read(u"1.html"_s)).text.contains(u"nothing to compare with yet"_s));
    const Page page = read(m_cli->read(u"2.html"_s));
    QVERIFY(page.text.contains(u"3 new"_s));
    QVERIFY(!page.text.contains(u"nothing to compare with yet"_s));
}

void TestReportCommand::logo()
{
    // The smallest PNG: one pixel.
    m_cli->write(
        u"logo.png"_s,
        QByteArray::fromBase64("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9"
                               "awAAAABJRU5ErkJggg=="));
    m_cli->write(u"logo.svg"_s, "<svg xmlns='http://www.w3.org/2000/svg'><script>x()</script></svg>");
    const Page page = make({u"--run"_s, u"1"_s, u"--logo"_s, m_cli->path(u"logo.png"_s)});
    QVERIFY2(page.isRead, qPrintable(page.error));
    QVERIFY(isClosed(page));
    QCOMPARE(page.elements.count(u"img"_s), 1);
    QCOMPARE(page.values(u"alt"_s).size(), 1);
    for (const QString &name : {u"missing.png"_s, u"logo.svg"_s}) {
        const auto result =
            m_cli->run({u"report"_s, m_project, u"-o"_s, u"bad.html"_s, u"--logo"_s, m_cli->path(name)});
        QCOMPARE(result.status, 2);
        QVERIFY2(result.err.contains(name.toUtf8()), result.err);
        QVERIFY(m_cli->read(u"bad.html"_s).isEmpty());
    }
}

void TestReportCommand::pdf()
{
    const auto result = m_cli->run({u"report"_s, m_project, u"-o"_s, u"r.PDF"_s, u"--run"_s, u"1"_s});
    QVERIFY2(result.status == 0, result.err);
    QVERIFY(result.err.isEmpty());
    const QByteArray bytes = m_cli->read(u"r.PDF"_s);
    QVERIFY(bytes.startsWith("%PDF-") && bytes.trimmed().endsWith("%%EOF"));
    static const QRegularExpression page(u"/Type\\s*/Page[^s]"_s);
    auto pages = page.globalMatch(QString::fromLatin1(bytes));
    int count = 0;
    for (; pages.hasNext(); pages.next())
        ++count;
    QVERIFY2(count >= 4 && count <= 40, qPrintable(QString::number(count)));
    // Its texts are texts in an embedded font.
    QVERIFY(bytes.contains("/ToUnicode") && bytes.contains("/FontFile2"));
}

void TestReportCommand::ofChecks()
{
    const Page page = make({u"--run"_s, u"5"_s});
    QVERIFY2(page.isRead, qPrintable(page.error));
    QCOMPARE(page.figures.value(0), u"8"_s);
    QVERIFY(page.figures.contains(u"2"_s));
    QVERIFY(page.text.contains(u"4.00 s"_s) || page.text.contains(u"4 s"_s));
    QVERIFY(page.text.contains(u"read with care"_s));
    QVERIFY(page.text.contains(u"What do the servers answer?"_s));
}

void TestReportCommand::standardOutput()
{
    const auto result = m_cli->run({u"report"_s, m_project, u"-o"_s, u"-"_s, u"--run"_s, u"3"_s});
    QVERIFY2(result.status == 0, result.err);
    QVERIFY(result.out.startsWith("<!DOCTYPE html>"));
    const Page page = read(result.out);
    QVERIFY2(page.isRead, qPrintable(page.error));
}

void TestReportCommand::wrongUse_data()
{
    QTest::addColumn<QStringList>("args");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("said");
    QTest::newRow("no file") << QStringList{} << 2 << u"--output"_s;
    QTest::newRow("another kind") << QStringList{u"-o"_s, u"x.docx"_s} << 2 << u".pdf"_s;
    QTest::newRow("a question") << QStringList{u"-o"_s, u"x.html"_s, u"--questions"_s, u"paid,why"_s} << 2
                                << u"--questions why"_s;
    QTest::newRow("a run") << QStringList{u"-o"_s, u"x.html"_s, u"--run"_s, u"99"_s} << 2 << u"--run 99"_s;
    QTest::newRow("a table") << QStringList{u"-o"_s, u"x.html"_s, u"--table"_s, u"links"_s} << 2
                             << u"--table links"_s;
    QTest::newRow("a filter") << QStringList{u"-o"_s, u"x.html"_s, u"--where"_s, u"nothing = 1"_s} << 2
                              << u"--where"_s;
    QTest::newRow("remarks") << QStringList{u"-o"_s, u"x.html"_s, u"--remarks"_s, u"/nowhere/r.txt"_s} << 2
                             << u"/nowhere/r.txt"_s;
    QTest::newRow("rules") << QStringList{u"-o"_s, u"x.html"_s, u"--pay-rules"_s, u"/nowhere/r.csv"_s} << 2
                           << u"/nowhere/r.csv"_s;
    QTest::newRow("a folder") << QStringList{u"-o"_s, u"/nowhere/x.html"_s} << 4 << u"/nowhere"_s;
}

void TestReportCommand::wrongUse()
{
    QFETCH(const QStringList, args);
    QFETCH(const int, status);
    QFETCH(const QString, said);
    const auto result = m_cli->run(QStringList{u"report"_s, m_project} + args);
    QVERIFY2(result.err.contains(said.toUtf8()), result.err);
    QCOMPARE(result.status, status);
    QVERIFY(m_cli->read(u"x.html"_s).isEmpty());
}

void TestReportCommand::whatIsThereStays()
{
    m_cli->write(u"kept.html"_s, "old");
    const auto refused = m_cli->run({u"report"_s, m_project, u"-o"_s, u"kept.html"_s, u"--run"_s, u"99"_s});
    QCOMPARE(refused.status, 2);
    QCOMPARE(m_cli->read(u"kept.html"_s), QByteArray("old"));
    const auto done = m_cli->run({u"report"_s, m_project, u"-o"_s, u"kept.html"_s});
    QVERIFY2(done.status == 0, done.err);
    QVERIFY(m_cli->read(u"kept.html"_s).startsWith("<!DOCTYPE html>"));
}

QTEST_GUILESS_MAIN(TestReportCommand)
#include "tst_reportcommand.moc"
