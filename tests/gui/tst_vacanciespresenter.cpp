// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/translations.h"
#include "gui/vacancies/dictionarychoices.h"
#include "gui/vacancies/vacanciespresenter.h"

#include <QTest>

#include <ranges>

using namespace linnet;
using namespace linnet::gui;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

/// What the form decides, over the real dictionaries and the real sources.
class TestVacanciesPresenter : public QObject
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
    void severalTexts();
    void pastedAddresses();
    void thereAndBack();
    void summary();
    void estimates();
    void moreFilters();
    void excludedWords();
    void tokenWarning();
    void limits();
    void choicesAreSorted();

private:
    VacanciesPresenter m_presenter{dictionaryNames()};
    std::unique_ptr<Translations> m_translations;
};

namespace {

const QDate Today(2026, 11, 21);

VacanciesValues plain()
{
    VacanciesValues values;
    values.text = u"data analyst"_s;
    values.sources = {u"trudvsem"_s};
    return values;
}

} // namespace

void TestVacanciesPresenter::initTestCase()
{
    m_translations = std::make_unique<Translations>(QLocale(u"en"_s));
    QLocale::setDefault(QLocale(u"en"_s));
}

void TestVacanciesPresenter::sourcesOfAFreshForm()
{
    QCOMPARE(VacanciesPresenter::fresh({}).sources, QStringList{u"trudvsem"_s});
    QCOMPARE(VacanciesPresenter::fresh({u"hh"_s}).sources, QStringList{u"hh"_s});
    QCOMPARE(VacanciesPresenter::fresh({u"superjob"_s}).sources, QStringList{u"superjob"_s});
    QCOMPARE(VacanciesPresenter::fresh({}).pages, 0); // everything that can be reached
}

void TestVacanciesPresenter::problems_data()
{
    QTest::addColumn<VacanciesValues>("values");
    QTest::addColumn<VacanciesField>("field");
    const auto row = [](const char *name, VacanciesField field, auto change) {
        VacanciesValues values = plain();
        change(values);
        QTest::newRow(name) << values << field;
    };
    row("open quotation mark", VacanciesField::Text,
        [](VacanciesValues &v) { v.text = u"\"data analyst"_s; });
    row("open quotation mark in exclusions", VacanciesField::Exclude,
        [](VacanciesValues &v) { v.exclude = u"a \"b c"_s; });
    row("no source", VacanciesField::Sources, [](VacanciesValues &v) { v.sources.clear(); });
    row("dates exchanged", VacanciesField::Dates, [](VacanciesValues &v) {
        v.period = -1;
        v.dateFrom = Today;
        v.dateTo = Today.addDays(-3);
    });
    row("dates in the future", VacanciesField::Dates, [](VacanciesValues &v) {
        v.period = -1;
        v.dateFrom = Today.addDays(1);
        v.dateTo = Today.addDays(3);
    });
    row("no dates", VacanciesField::Dates, [](VacanciesValues &v) { v.period = -1; });
    row("blacklisted introduction", VacanciesField::UserAgent,
        [](VacanciesValues &v) { v.userAgent = u"A/1 (me@example.com)"_s; });
    row("Cyrillic introduction", VacanciesField::UserAgent,
        [](VacanciesValues &v) { v.userAgent = u"Имя/1"_s; });
    row("no web address", VacanciesField::Address,
        [](VacanciesValues &v) { v.bases[u"trudvsem"_s] = u"ftp://a"_s; });
    row("no address at all", VacanciesField::Address,
        [](VacanciesValues &v) { v.bases[u"trudvsem"_s] = u"http://"_s; });
    row("regions that the source has not", VacanciesField::Areas,
        [](VacanciesValues &v) { v.areas = {u"40"_s}; });
    row("text without end", VacanciesField::Other, [](VacanciesValues &v) { v.text = QString(5000, u'x'); });
}

void TestVacanciesPresenter::problems()
{
    QFETCH(VacanciesValues, values);
    QFETCH(VacanciesField, field);
    const QList<VacanciesProblem> found = m_presenter.problems(values, Today);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().field, field);
    QVERIFY(!found.first().text.isEmpty());
}

void TestVacanciesPresenter::fineForms()
{
    QCOMPARE(m_presenter.problems(plain(), Today), QList<VacanciesProblem>());
    VacanciesValues values = plain();
    values.text.clear(); // everything in the region
    values.areas = {u"1"_s, u"40"_s};
    values.bases[u"trudvsem"_s] = u"http://127.0.0.1:8080/api/v1"_s;
    values.period = -1;
    values.dateFrom = values.dateTo = Today;
    QCOMPARE(m_presenter.problems(values, Today), QList<VacanciesProblem>());
}

void TestVacanciesPresenter::spec()
{
    VacanciesValues values = plain();
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
    QVERIFY(hh.more.empty());
    QCOMPARE(hh.query.exclude, (QStringList{u"senior"_s, u"team lead"_s}));
    QCOMPARE(hh.query.salary, std::optional<qint64>(80'000));
    QCOMPARE(hh.query.period, 7);
    QVERIFY(!hh.query.dateFrom.isValid());
    QCOMPARE(hh.query.pages, 0);
    QVERIFY(spec.sources[1].base.isEmpty());

    const jobs::RequestSpec requests = VacanciesPresenter::requests(values);
    QCOMPARE(requests.pace.delay, std::chrono::nanoseconds(500ms));
    QCOMPARE(requests.timeout, std::chrono::milliseconds(12s));
    QCOMPARE(requests.userAgent, QByteArray("Mine/1.0"));
    QVERIFY(requests.validate());
}

void TestVacanciesPresenter::regionsOfEachSource()
{
    VacanciesValues values = plain();
    values.sources = {u"hh"_s, u"trudvsem"_s};
    values.areas = {u"1"_s, u"78"_s};
    const vacancies::SearchSpec spec = m_presenter.spec(values);
    QCOMPARE(spec.sources[0].query.areas, (QStringList{u"1"_s, u"78"_s}));
    QCOMPARE(spec.sources[1].query.areas, (QStringList{u"7700000000000"_s, u"6300000000000"_s}));

    values.areas = {u"113"_s}; // the whole of Russia is no region there
    QVERIFY(m_presenter.spec(values).sources[1].query.areas.isEmpty());
}

// Each is searched for in every source; the form says all of a run that the command line began.
void TestVacanciesPresenter::severalTexts()
{
    QCOMPARE(VacanciesPresenter::texts(u""_s), QStringList{u""_s});
    QCOMPARE(VacanciesPresenter::texts(u" ; "_s), QStringList{u""_s});
    QCOMPARE(VacanciesPresenter::texts(u"a;  b  c ;a; \"d; e\";"_s),
             (QStringList{u"a"_s, u"b c"_s, u"\"d; e\""_s}));
    VacanciesValues values = plain();
    values.sources = {u"hh"_s, u"trudvsem"_s};
    values.text = u"analyst; data engineer"_s;
    const vacancies::SearchSpec spec = m_presenter.spec(values);
    for (const vacancies::SearchSpec::Source &source : spec.sources) {
        QCOMPARE(source.query.text, u"analyst"_s);
        QCOMPARE(source.more.size(), size_t(1));
        QCOMPARE(source.more.front().text, u"data engineer"_s);
    }
    QCOMPARE(m_presenter.values(spec, VacanciesPresenter::requests(values)).text, values.text);
    QVERIFY(m_presenter.summary(values).startsWith(u"analyst; data engineer"_s));
    values.pages = 5;
    VacanciesValues one = values;
    one.text = u"analyst"_s;
    QCOMPARE(VacanciesPresenter::estimate(values, false), 2 * VacanciesPresenter::estimate(one, false));
}

void TestVacanciesPresenter::pastedAddresses()
{
    VacanciesValues now = plain();
    now.sources = {u"trudvsem"_s};
    now.pages = 5;
    now.delay = 1000ms;
    auto filled = m_presenter.fromAddress(
        now,
        u" https://kazan.hh.ru/search/"
        u"vacancy?text=%D0%B1%D1%83%D1%85%D0%B3%D0%B0%D0%BB%D1%82%D0%B5%D1%80+1%D1%81"
        "&area=1&area=2&experience=between1And3&salary=90000&currency_code=RUR&search_field=name"
        "&employment=full&schedule=remote&search_period=7&only_with_salary=true&excluded_text=стажёр,курсы"
        "&professional_role=18&page=3&unknown=1 "_s);
    QVERIFY(filled);
    QCOMPARE(filled->sources, QStringList{u"hh"_s});
    QCOMPARE(filled->text, u"бухгалтер 1с"_s);
    QCOMPARE(filled->field, vacancies::SearchField::Name);
    QCOMPARE(filled->areas, (QStringList{u"1"_s, u"2"_s}));
    QCOMPARE(filled->experience, QStringList{u"between1And3"_s});
    QCOMPARE(filled->salary, 90'000);
    QCOMPARE(filled->employment, QStringList{u"FULL"_s});
    QCOMPARE(filled->workFormat, QStringList{u"REMOTE"_s});
    QCOMPARE(filled->roles, QStringList{u"18"_s});
    QCOMPARE(filled->period, 7);
    QVERIFY(filled->onlyWithSalary);
    QCOMPARE(filled->exclude, u"стажёр, курсы"_s);
    QCOMPARE(filled->pages, 5); // what no address says stays
    QCOMPARE(filled->delay, 1000ms);

    filled = m_presenter.fromAddress(
        now, u"https://trudvsem.ru/vacancy/search?_title=швея&_regionIds=7700000000000"_s);
    QVERIFY(filled);
    QCOMPARE(filled->sources, QStringList{u"trudvsem"_s});
    QCOMPARE(filled->text, u"швея"_s);
    QCOMPARE(filled->areas, QStringList{u"1"_s});

    filled = m_presenter.fromAddress(now, u"https://rabota.by/search/vacancy?text=Qt"_s);
    QVERIFY(filled);
    QCOMPARE(filled->areas, QStringList{u"16"_s}); // that site's own country

    filled = m_presenter.fromAddress(now, u"https://hh.ru/employer/1455"_s);
    QVERIFY(filled);
    QCOMPARE(filled->employers, QStringList{u"1455"_s});

    for (const QString &other : {u"https://hh.ru/vacancy/1"_s, u"https://nothh.ru/search/vacancy?text=a"_s,
                                 u"hh.ru/search/vacancy?text=a"_s, u"бухгалтер"_s,
                                 u"https://hh.ru/search/vacancy?experience=none"_s})
        QVERIFY2(!m_presenter.fromAddress(now, other), qPrintable(other));
}

void TestVacanciesPresenter::thereAndBack()
{
    VacanciesValues values = plain();
    values.sources = {u"hh"_s};
    values.areas = {u"1"_s, u"2"_s};
    values.exclude = u"senior, \"team lead\""_s;
    values.experience = {u"between1And3"_s};
    values.roles = {u"156"_s};
    values.industries = {u"7.541"_s};
    values.employers = {u"1455"_s};
    values.site = u"hh.uz"_s;
    values.salary = 90'000;
    values.currency = u"USD"_s;
    values.onlyWithSalary = true;
    values.period = -1;
    values.dateFrom = Today.addDays(-9);
    values.dateTo = Today;
    values.pages = 5;
    values.delay = 1000ms;
    values.bases[u"hh"_s] = u"http://127.0.0.1:1"_s;
    QCOMPARE(m_presenter.values(m_presenter.spec(values), VacanciesPresenter::requests(values)), values);

    values.sources = {u"trudvsem"_s};
    values.bases.clear();
    QCOMPARE(m_presenter.values(m_presenter.spec(values), VacanciesPresenter::requests(values)), values);
}

void TestVacanciesPresenter::summary()
{
    VacanciesValues values = plain();
    values.areas = {u"1"_s, u"2"_s};
    values.period = 7;
    const QString text = m_presenter.summary(values);
    QVERIFY2(text.startsWith(u"data analyst · Moscow, "_s), qPrintable(text));
    QVERIFY2(text.endsWith("last 7 days"_L1), qPrintable(text));
    values.areas = {u"1"_s, u"2"_s, u"40"_s, u"16"_s, u"97"_s};
    QVERIFY2(m_presenter.summary(values).contains("2 more"_L1), qPrintable(m_presenter.summary(values)));
}

void TestVacanciesPresenter::estimates()
{
    VacanciesValues values = plain();
    values.sources = {u"hh"_s};
    QCOMPARE(VacanciesPresenter::detailsText(values, false), u"the list only (2 s for 1,000 ads)"_s);
    QCOMPARE(VacanciesPresenter::detailsText(values, true),
             u"with descriptions and skills (3 min for 1,000 ads)"_s);
    values.pages = 20;
    QCOMPARE(VacanciesPresenter::estimate(values, false), 4s); // 20 lists at 5 a second
    QCOMPARE(VacanciesPresenter::estimate(values, true), 404s);
    QCOMPARE(VacanciesPresenter::detailsText(values, false), u"the list only (up to 4 s)"_s);
    QCOMPARE(VacanciesPresenter::detailsText(values, true), u"with descriptions and skills (up to 7 min)"_s);
    values.pages = 1;
    QCOMPARE(VacanciesPresenter::estimate(values, true), 20'200ms);
    QVERIFY(VacanciesPresenter::hasDetails(values));
    values.sources = {u"trudvsem"_s};
    QVERIFY(!VacanciesPresenter::hasDetails(values));
}

void TestVacanciesPresenter::moreFilters()
{
    VacanciesValues values = plain();
    values.areas = {u"1"_s}; // stands in the first line
    QCOMPARE(VacanciesPresenter::moreFilters(values), 0);
    values.exclude = u"senior"_s;
    values.onlyWithSalary = true;
    QCOMPARE(VacanciesPresenter::moreFilters(values), 2);
}

void TestVacanciesPresenter::excludedWords()
{
    QCOMPARE(VacanciesPresenter::excludedWords(u"a, b;c  d"_s),
             (QStringList{u"a"_s, u"b"_s, u"c"_s, u"d"_s}));
    QCOMPARE(VacanciesPresenter::excludedWords(u"\"два  слова\", два, два"_s),
             (QStringList{u"два слова"_s, u"два"_s}));
    QCOMPARE(VacanciesPresenter::excludedWords(u" ,, \"\" "_s), QStringList());
}

void TestVacanciesPresenter::tokenWarning()
{
    VacanciesValues values = plain();
    QVERIFY(VacanciesPresenter::tokenWarning(values, {}).isEmpty());
    values.sources = {u"hh"_s};
    QVERIFY(!VacanciesPresenter::tokenWarning(values, {}).isEmpty());
    QVERIFY(VacanciesPresenter::tokenWarning(values, {u"hh"_s}).isEmpty());
    values.bases[u"hh"_s] = u"http://127.0.0.1:1"_s; // not hh.ru itself
    QVERIFY(VacanciesPresenter::tokenWarning(values, {}).isEmpty());
    values.sources = {u"superjob"_s};
    QVERIFY(VacanciesPresenter::tokenWarning(values, {u"hh"_s}).startsWith(u"SuperJob"));
    QVERIFY(VacanciesPresenter::tokenWarning(values, {u"superjob"_s}).isEmpty());
}

void TestVacanciesPresenter::limits()
{
    VacanciesValues values = plain();
    QVERIFY(m_presenter.limits(values).isEmpty());
    values.roles = {u"156"_s};
    QCOMPARE(m_presenter.limits(values), u"Work in Russia cannot be asked for: role."_s);
}

void TestVacanciesPresenter::choicesAreSorted()
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

QTEST_GUILESS_MAIN(TestVacanciesPresenter)
#include "tst_vacanciespresenter.moc"
