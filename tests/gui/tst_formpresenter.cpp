// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/translations.h"
#include "gui/vacancies/dictionarychoices.h"
#include "gui/vacancies/formpresenter.h"

#include <QTest>

#include <ranges>

using namespace linnet;
using namespace linnet::gui;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

/// What the form decides, over the real dictionaries and the real sources.
class TestFormPresenter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sourcesOfAFreshForm();
    void problems_data();
    void problems();
    void fineForms();
    void spec();
    void regionsOfEachSource();
    void thereAndBack();
    void summary();
    void estimates();
    void moreFilters();
    void excludedWords();
    void tokenWarning();
    void limits();
    void choicesAreSorted();

private:
    FormPresenter m_presenter{dictionaryNames()};
    std::unique_ptr<Translations> m_translations;
};

namespace {

const QDate Today(2026, 11, 21);

FormValues plain()
{
    FormValues values;
    values.text = u"data analyst"_s;
    values.sources = {u"trudvsem"_s};
    return values;
}

} // namespace

void TestFormPresenter::initTestCase()
{
    m_translations = std::make_unique<Translations>(QLocale(u"en"_s));
    QLocale::setDefault(QLocale(u"en"_s));
}

void TestFormPresenter::sourcesOfAFreshForm()
{
    QCOMPARE(FormPresenter::fresh({}).sources, QStringList{u"trudvsem"_s});
    QCOMPARE(FormPresenter::fresh({u"hh"_s}).sources, QStringList{u"hh"_s});
    QCOMPARE(FormPresenter::fresh({}).pages, 0); // everything that can be reached
}

void TestFormPresenter::problems_data()
{
    QTest::addColumn<FormValues>("values");
    QTest::addColumn<FormField>("field");
    const auto row = [](const char *name, FormField field, auto change) {
        FormValues values = plain();
        change(values);
        QTest::newRow(name) << values << field;
    };
    row("open quotation mark", FormField::Text, [](FormValues &v) { v.text = u"\"data analyst"_s; });
    row("open quotation mark in exclusions", FormField::Exclude,
        [](FormValues &v) { v.exclude = u"a \"b c"_s; });
    row("no source", FormField::Sources, [](FormValues &v) { v.sources.clear(); });
    row("dates exchanged", FormField::Dates, [](FormValues &v) {
        v.period = -1;
        v.dateFrom = Today;
        v.dateTo = Today.addDays(-3);
    });
    row("dates in the future", FormField::Dates, [](FormValues &v) {
        v.period = -1;
        v.dateFrom = Today.addDays(1);
        v.dateTo = Today.addDays(3);
    });
    row("no dates", FormField::Dates, [](FormValues &v) { v.period = -1; });
    row("blacklisted introduction", FormField::UserAgent,
        [](FormValues &v) { v.userAgent = u"A/1 (me@example.com)"_s; });
    row("Cyrillic introduction", FormField::UserAgent, [](FormValues &v) { v.userAgent = u"Имя/1"_s; });
    row("no web address", FormField::Address, [](FormValues &v) { v.bases[u"trudvsem"_s] = u"ftp://a"_s; });
    row("no address at all", FormField::Address,
        [](FormValues &v) { v.bases[u"trudvsem"_s] = u"http://"_s; });
    row("regions that the source has not", FormField::Areas, [](FormValues &v) { v.areas = {u"40"_s}; });
    row("text without end", FormField::Other, [](FormValues &v) { v.text = QString(5000, u'x'); });
}

void TestFormPresenter::problems()
{
    QFETCH(FormValues, values);
    QFETCH(FormField, field);
    const QList<FormProblem> found = m_presenter.problems(values, Today);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().field, field);
    QVERIFY(!found.first().text.isEmpty());
}

void TestFormPresenter::fineForms()
{
    QCOMPARE(m_presenter.problems(plain(), Today), QList<FormProblem>());
    FormValues values = plain();
    values.text.clear(); // everything in the region
    values.areas = {u"1"_s, u"40"_s};
    values.bases[u"trudvsem"_s] = u"http://127.0.0.1:8080/api/v1"_s;
    values.period = -1;
    values.dateFrom = values.dateTo = Today;
    QCOMPARE(m_presenter.problems(values, Today), QList<FormProblem>());
}

void TestFormPresenter::spec()
{
    FormValues values = plain();
    values.text = u"  data   analyst "_s;
    values.sources = {u"hh"_s, u"trudvsem"_s};
    values.exclude = u"senior, \"team lead\""_s;
    values.salary = 80'000;
    values.period = 7;
    values.dateFrom = Today; // of an earlier choice; must not be sent
    values.details = false;
    values.bases[u"hh"_s] = u" http://127.0.0.1:1234 "_s;
    values.delay = 500ms;
    values.timeout = 12;
    values.userAgent = u"Mine/1.0"_s;

    const vacancies::SearchSpec spec = m_presenter.spec(values);
    QCOMPARE(spec.sources.size(), size_t(2));
    QCOMPARE(spec.details, false);
    const auto &hh = spec.sources[0];
    QCOMPARE(hh.id, u"hh"_s);
    QCOMPARE(hh.base, QUrl(u"http://127.0.0.1:1234"_s));
    QCOMPARE(hh.query.text, u"data analyst"_s);
    QCOMPARE(hh.query.exclude, (QStringList{u"senior"_s, u"team lead"_s}));
    QCOMPARE(hh.query.salary, std::optional<qint64>(80'000));
    QCOMPARE(hh.query.period, 7);
    QVERIFY(!hh.query.dateFrom.isValid());
    QCOMPARE(hh.query.pages, 0);
    QVERIFY(spec.sources[1].base.isEmpty());

    const jobs::RequestSpec requests = FormPresenter::requests(values);
    QCOMPARE(requests.pace.delay, std::chrono::nanoseconds(500ms));
    QCOMPARE(requests.timeout, std::chrono::milliseconds(12s));
    QCOMPARE(requests.userAgent, QByteArray("Mine/1.0"));
    QVERIFY(requests.validate());
}

void TestFormPresenter::regionsOfEachSource()
{
    FormValues values = plain();
    values.sources = {u"hh"_s, u"trudvsem"_s};
    values.areas = {u"1"_s, u"78"_s};
    const vacancies::SearchSpec spec = m_presenter.spec(values);
    QCOMPARE(spec.sources[0].query.areas, (QStringList{u"1"_s, u"78"_s}));
    QCOMPARE(spec.sources[1].query.areas, (QStringList{u"7700000000000"_s, u"6300000000000"_s}));

    values.areas = {u"113"_s}; // the whole of Russia is no region there
    QVERIFY(m_presenter.spec(values).sources[1].query.areas.isEmpty());
}

void TestFormPresenter::thereAndBack()
{
    FormValues values = plain();
    values.sources = {u"hh"_s};
    values.areas = {u"1"_s, u"2"_s};
    values.exclude = u"senior, \"team lead\""_s;
    values.experience = {u"between1And3"_s};
    values.roles = {u"156"_s};
    values.salary = 90'000;
    values.currency = u"USD"_s;
    values.onlyWithSalary = true;
    values.period = -1;
    values.dateFrom = Today.addDays(-9);
    values.dateTo = Today;
    values.pages = 5;
    values.delay = 1000ms;
    values.bases[u"hh"_s] = u"http://127.0.0.1:1"_s;
    QCOMPARE(m_presenter.values(m_presenter.spec(values), FormPresenter::requests(values)), values);

    values.sources = {u"trudvsem"_s};
    values.bases.clear();
    QCOMPARE(m_presenter.values(m_presenter.spec(values), FormPresenter::requests(values)), values);
}

void TestFormPresenter::summary()
{
    FormValues values = plain();
    values.areas = {u"1"_s, u"2"_s};
    values.period = 7;
    const QString text = m_presenter.summary(values);
    QVERIFY2(text.startsWith(u"data analyst · Moscow, "_s), qPrintable(text));
    QVERIFY2(text.endsWith("last 7 days"_L1), qPrintable(text));
    values.areas = {u"1"_s, u"2"_s, u"40"_s, u"16"_s, u"97"_s};
    QVERIFY2(m_presenter.summary(values).contains("2 more"_L1), qPrintable(m_presenter.summary(values)));
}

void TestFormPresenter::estimates()
{
    FormValues values = plain();
    values.sources = {u"hh"_s};
    QCOMPARE(FormPresenter::estimate(values, false), 4s); // 20 lists at 5 a second
    QCOMPARE(FormPresenter::estimate(values, true), 404s);
    QCOMPARE(FormPresenter::detailsText(values, false), u"the list only (up to 4 s)"_s);
    QCOMPARE(FormPresenter::detailsText(values, true), u"with descriptions and skills (up to 7 min)"_s);
    values.pages = 1;
    QCOMPARE(FormPresenter::estimate(values, true), 20'200ms);
    QVERIFY(FormPresenter::hasDetails(values));
    values.sources = {u"trudvsem"_s};
    QVERIFY(!FormPresenter::hasDetails(values));
}

void TestFormPresenter::moreFilters()
{
    FormValues values = plain();
    values.areas = {u"1"_s}; // stands in the first line
    QCOMPARE(FormPresenter::moreFilters(values), 0);
    values.exclude = u"senior"_s;
    values.onlyWithSalary = true;
    QCOMPARE(FormPresenter::moreFilters(values), 2);
}

void TestFormPresenter::excludedWords()
{
    QCOMPARE(FormPresenter::excludedWords(u"a, b;c  d"_s), (QStringList{u"a"_s, u"b"_s, u"c"_s, u"d"_s}));
    QCOMPARE(FormPresenter::excludedWords(u"\"два  слова\", два, два"_s),
             (QStringList{u"два слова"_s, u"два"_s}));
    QCOMPARE(FormPresenter::excludedWords(u" ,, \"\" "_s), QStringList());
}

void TestFormPresenter::tokenWarning()
{
    FormValues values = plain();
    QVERIFY(FormPresenter::tokenWarning(values, {}).isEmpty());
    values.sources = {u"hh"_s};
    QVERIFY(!FormPresenter::tokenWarning(values, {}).isEmpty());
    QVERIFY(FormPresenter::tokenWarning(values, {u"hh"_s}).isEmpty());
    values.bases[u"hh"_s] = u"http://127.0.0.1:1"_s; // not hh.ru itself
    QVERIFY(FormPresenter::tokenWarning(values, {}).isEmpty());
}

void TestFormPresenter::limits()
{
    FormValues values = plain();
    QVERIFY(m_presenter.limits(values).isEmpty());
    values.roles = {u"156"_s};
    QCOMPARE(m_presenter.limits(values), u"Work in Russia cannot be asked for: role."_s);
}

void TestFormPresenter::choicesAreSorted()
{
    const std::vector<Choice> areas = dictionaryChoices(vacancies::Dictionary::Kind::HhAreas);
    QCOMPARE(areas[0].id, u"113"_s);
    QCOMPARE(areas[1].title, u"Moscow"_s);
    QCOMPARE(areas[2].title, u"Saint Petersburg"_s);
    QString before;
    for (const Choice &area : areas | std::views::drop(3)) {
        if (area.parent != 0)
            continue;
        QVERIFY2(before.localeAwareCompare(area.title) <= 0, qPrintable(before + u", "_s + area.title));
        before = area.title;
    }
    for (size_t i = 0; i < areas.size(); ++i)
        QVERIFY(areas[i].parent < int(i));
}

QTEST_GUILESS_MAIN(TestFormPresenter)
#include "tst_formpresenter.moc"
