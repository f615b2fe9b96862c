// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/adgroups.h"

#include "support/labelledads.h"
#include "table/vacancyschema.h"

#include <QHash>
#include <QTest>

#include <map>
#include <set>

using namespace linnet;
using namespace linnet::analysis;
using namespace Qt::Literals::StringLiterals;
using table::VacancyColumn;

namespace {

struct Given
{
    QString id, title, employer, region, text;
    QString format = {}, address = {};
    QString created = u"2026-11-20"_s;
    RunId run = 1;
    QString source = u"hh"_s;
    QString inn = {};
};

const QString Text =
    u"Ведение первичных документов, сверка расчётов с поставщиками и подрядчиками, подготовка "
    "отчётов для руководства каждую неделю. Работа с базой договоров, помощь коллегам из "
    "отдела закупок, участие в проверках. Нужны внимательность, опыт от года и знание учётных "
    "систем; остальному научим за первые два месяца на рабочем месте."_s;
const QString OtherText =
    u"Доставка заказов на своём автомобиле по северным районам города, приём оплаты от покупателей и "
    "возврат остатков на склад вечером. График сменный, два дня через два, топливо и связь за счёт "
    "фирмы. Водительские права обязательны, стаж от трёх лет, вежливость и пунктуальность важнее "
    "всего прочего; стажировка одна неделя."_s;

Ad adOf(qint64 row, const table::Cells &cells, RunId run = 1)
{
    const table::ViewedCells viewed(cells);
    std::vector<table::CellView> chosen;
    for (const int column : Ad::columns())
        chosen.push_back(viewed.views()[size_t(column)]);
    static const Ad::Subjects subjects =
        Ad::subjectsOf({{"Казань", 16}, {"Набережные Челны", 16}, {"Республика Татарстан", 16}});
    Ad ad = Ad::of(row, chosen, subjects);
    ad.run = run;
    return ad;
}

std::vector<AdGroup> groupsOf(const std::vector<Given> &given, const QSet<quint64> &apart = {})
{
    std::vector<Ad> ads;
    for (const Given &each : given) {
        table::Cells cells(table::vacancySchema().columns.size());
        const auto set = [&cells](VacancyColumn column, const QString &text) {
            if (!text.isEmpty())
                cells[size_t(std::to_underlying(column))] = text;
        };
        set(VacancyColumn::Source, each.source);
        set(VacancyColumn::Id, each.id);
        set(VacancyColumn::Vacancy, each.title);
        set(VacancyColumn::Employer, each.employer);
        set(VacancyColumn::Area, each.region);
        set(VacancyColumn::Description, each.text);
        set(VacancyColumn::WorkFormat, each.format);
        set(VacancyColumn::Address, each.address);
        set(VacancyColumn::EmployerInn, each.inn);
        set(VacancyColumn::Created, each.created);
        ads.push_back(adOf(qint64(ads.size()) + 1, cells, each.run));
    }
    return groupAds(std::move(ads), apart);
}

} // namespace

/// Which ads are one job.
class TestAdGroups : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pairs_data();
    void pairs();
    void oneAdInTwoRuns();
    void sourcesNamePlacesInTheirWay();
    void whoStandsForTheJob();
    void apartStaysApart();
    void campaigns();
    void givesUpWhenToldTo();
    void labelled_data();
    void labelled();
};

void TestAdGroups::pairs_data()
{
    QTest::addColumn<QStringList>("one"); // title, employer, region, text, format, address, taxpayer
    QTest::addColumn<QStringList>("other");
    QTest::addColumn<bool>("same");
    const QStringList ad{u"Бухгалтер"_s, u"ООО «Ромашка»"_s, u"Москва"_s, Text, u""_s, u""_s};
    const auto with = [&ad](int cell, const QString &value) {
        QStringList changed = ad;
        changed[cell] = value;
        return changed;
    };
    QTest::newRow("word for word") << ad << ad << true;
    QTest::newRow("signs and case") << ad << QStringList{u"БУХГАЛТЕР!"_s, u"Ромашка, ООО"_s,
                                                         u"г. Москва"_s,  Text,
                                                         u""_s,           u""_s}
                                    << true;
    QTest::newRow("a sentence more") << ad << with(3, Text + u" Приходите, мы ждём вас каждый будний день."_s)
                                     << true;
    QTest::newRow("longer title") << ad << with(0, u"Бухгалтер на первичную документацию"_s) << true;
    QTest::newRow("another title") << ad << with(0, u"Кладовщик"_s) << false;
    QTest::newRow("another text") << ad << with(3, OtherText) << false;
    QTest::newRow("another town") << ad << with(2, u"Казань"_s) << false;
    QTest::newRow("an agency") << ad << with(1, u"Кадровое агентство Шанс"_s) << true;
    QTest::newRow("an agency in another town")
        << ad << QStringList{ad[0], u"Шанс"_s, u"Казань"_s, Text, u""_s, u""_s} << false;
    QTest::newRow("another shop") << with(5, u"ул. Ленина, 5"_s) << with(5, u"Садовая, 17"_s) << false;
    QTest::newRow("the same shop") << with(5, u"ул. Ленина, 5"_s) << with(5, u"Ленина улица, д. 5"_s) << true;
    QTest::newRow("remote, another town")
        << QStringList{ad[0], ad[1], u"Москва"_s, Text, u"Удалённо"_s, u""_s}
        << QStringList{ad[0], ad[1], u"Казань"_s, Text, u"Удалённо"_s, u""_s} << true;
    QTest::newRow("no text at all") << with(3, u""_s) << with(3, u""_s) << true;
    QTest::newRow("a short text and another")
        << with(3, u"Работа рядом с домом"_s) << with(3, u"Оплата каждый день"_s) << false;
    QTest::newRow("namesakes") << ad + QStringList{u"7704869777"_s} << ad + QStringList{u"7826087713"_s}
                               << false;
    QTest::newRow("one of them tells its number") << ad + QStringList{u"7704869777"_s} << ad << true;
    QTest::newRow("no employer") << with(1, u""_s) << with(1, u""_s) << false;
    QTest::newRow("no region") << with(2, u""_s) << with(2, u""_s) << false;
}

void TestAdGroups::pairs()
{
    QFETCH(QStringList, one);
    QFETCH(QStringList, other);
    const auto given = [](const QString &id, const QStringList &ad) {
        Given result{id, ad[0], ad[1], ad[2], ad[3], ad[4], ad[5]};
        result.inn = ad.value(6);
        return result;
    };
    const auto groups = groupsOf({given(u"1"_s, one), given(u"2"_s, other)});
    QCOMPARE(groups.size(), size_t(2));
    const bool same = groups[0].job == groups[1].job;
    QTEST(same, "same");
    QCOMPARE(groups[0].size, same ? 2 : 1);
    QCOMPARE(groups[0].place + groups[1].place, same ? 3 : 2);
}

void TestAdGroups::oneAdInTwoRuns()
{
    const Given ad{u"1"_s, u"Бухгалтер"_s, u"Заря"_s, u"Москва"_s, Text};
    Given again = ad;
    again.run = 2;
    again.title = u"Главный бухгалтер"_s; // it was changed in between
    Given other = ad;
    other.id = u"2"_s;
    other.run = 2;
    const auto groups = groupsOf({ad, again, other});
    QCOMPARE(groups[0].job, groups[1].job);
    QCOMPARE(groups[0].job, groups[2].job);
    QCOMPARE(groups[0].size, 2); // ads, not rows
    QCOMPARE(groups[0].place, 1);
    QCOMPARE(groups[1].place + groups[2].place, 3);
}

/// One says the town, another the subject in which it lies; towns of one source are different places.
void TestAdGroups::sourcesNamePlacesInTheirWay()
{
    const Given town{u"1"_s, u"Бухгалтер"_s, u"Заря"_s, u"Казань"_s, Text};
    Given elsewhere = town;
    elsewhere.id = u"2"_s;
    elsewhere.region = u"Набережные Челны"_s;
    Given subject = town;
    subject.source = u"trudvsem"_s;
    subject.region = u"Татарстан (республика)"_s;
    auto groups = groupsOf({town, elsewhere});
    QVERIFY(groups[0].job != groups[1].job);
    groups = groupsOf({town, subject});
    QCOMPARE(groups[0].job, groups[1].job);
    QCOMPARE(groups[1].size, 2);
}

void TestAdGroups::whoStandsForTheJob()
{
    const Given old{u"1"_s, u"Бухгалтер"_s, u"Заря"_s, u"Москва"_s, Text, {}, {}, u"2026-11-01"_s};
    Given recent = old;
    recent.id = u"2"_s;
    recent.created = u"2026-11-20"_s;
    const auto groups = groupsOf({old, recent});
    QCOMPARE(groups[0].job, 1); // a number that stays when more come
    QCOMPARE(groups[0].place, 2);
    QCOMPARE(groups[1].place, 1);
}

void TestAdGroups::apartStaysApart()
{
    const Given one{u"1"_s, u"Бухгалтер"_s, u"Заря"_s, u"Москва"_s, Text};
    Given two = one;
    two.id = u"2"_s;
    Given three = one;
    three.id = u"3"_s;
    const auto groups = groupsOf({one, two, three}, {hashOfKey("hh:2")});
    QCOMPARE(groups[0].job, groups[2].job);
    QCOMPARE(groups[0].size, 2);
    QVERIFY(groups[1].job != groups[0].job);
    QCOMPARE(groups[1].size, 1);
}

void TestAdGroups::campaigns()
{
    std::vector<Given> ads;
    for (int town = 1; town <= 50; ++town)
        ads.push_back({QString::number(town), u"Кассир"_s, u"Магазин"_s, u"Город %1"_s.arg(town), Text});
    ads.push_back({u"51"_s, u"Кассир"_s, u"Магазин"_s, u"Город 1"_s, OtherText});
    const auto groups = groupsOf(ads);
    std::set<qint64> jobs;
    for (const AdGroup &group : groups)
        jobs.insert(group.job);
    QCOMPARE(jobs.size(), size_t(51)); // counts by region do not shrink
    for (int town = 0; town < 50; ++town)
        QCOMPARE(groups[size_t(town)].campaign, groups[0].campaign);
    QVERIFY(groups[0].campaign != 0);
    QCOMPARE(groups[50].campaign, 0);
}

void TestAdGroups::givesUpWhenToldTo()
{
    std::vector<Ad> ads;
    for (const test::LabelledAd &ad : test::labelledAds(500, 4))
        ads.push_back(adOf(qint64(ads.size()) + 1, ad.cells));
    std::stop_source stop;
    QCOMPARE(groupAds(ads, {}, stop.get_token()).size(), ads.size());
    stop.request_stop();
    QVERIFY(groupAds(ads, {}, stop.get_token()).empty());
}

void TestAdGroups::labelled_data()
{
    QTest::addColumn<unsigned>("seed");
    for (const unsigned seed : {1U, 2U, 3U})
        QTest::addRow("set %u", seed) << seed;
}

/// Of 2,000 ads: of the pairs that are called one job at least 99 in 100 are, of those that are at least 9
/// in 10 are found.
void TestAdGroups::labelled()
{
    QFETCH(unsigned, seed);
    const std::vector<test::LabelledAd> ads = test::labelledAds(2000, seed);
    std::vector<Ad> given;
    for (const test::LabelledAd &ad : ads)
        given.push_back(adOf(qint64(given.size()) + 1, ad.cells));
    const std::vector<AdGroup> groups = groupAds(std::move(given));
    qint64 right = 0;
    qint64 wrong = 0;
    qint64 missed = 0;
    std::map<QByteArray, int> missedKinds;
    std::map<QByteArray, int> wrongKinds;
    for (size_t i = 0; i < ads.size(); ++i) {
        for (size_t j = i + 1; j < ads.size(); ++j) {
            const bool isSame = ads[i].job == ads[j].job;
            const bool isCalled = groups[i].job == groups[j].job;
            right += isSame && isCalled;
            if (isCalled && !isSame) {
                ++wrong;
                ++wrongKinds[QByteArray(ads[i].kind) + '/' + ads[j].kind];
            } else if (isSame && !isCalled) {
                ++missed;
                ++missedKinds[QByteArray(ads[i].kind) + '/' + ads[j].kind];
            }
        }
    }
    for (const auto &[kind, count] : missedKinds)
        qInfo() << "missed" << kind << count;
    for (const auto &[kind, count] : wrongKinds)
        qInfo() << "wrong" << kind << count;
    qInfo("precision %.4f, recall %.4f", double(right) / double(right + wrong),
          double(right) / double(right + missed));
    QVERIFY(right > 500);
    QVERIFY(double(right) >= 0.99 * double(right + wrong));
    QVERIFY(double(right) >= 0.9 * double(right + missed));
}

QTEST_GUILESS_MAIN(TestAdGroups)
#include "tst_adgroups.moc"
