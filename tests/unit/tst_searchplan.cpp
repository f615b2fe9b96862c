// SPDX-License-Identifier: GPL-3.0-or-later
#include "vacancies/search/searchplan.h"

#include "vacancies/search/sources.h"
#include "vacancies/splitvalues.h"

#include <QTest>

#include <algorithm>
#include <deque>
#include <random>
#include <ranges>
#include <set>

using namespace linnet;
using namespace linnet::vacancies;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 Now = 1'795'000'000; // no multiple of five minutes
constexpr int PageSize = 100;

struct Ad
{
    qint64 time = 0;
    QString region;
    QString role;
    QString experience; ///< empty = it does not say
};

/// A market of ads, and how its source answers a query.
struct Market
{
    std::vector<Ad> ads;
    bool knowsDates = true;
    bool knowsRegions = true;
    bool newestFirst = true;

    bool has(const Ad &ad, const Query &query) const
    {
        const auto within = [](const QStringList &wanted, const QString &value) {
            return wanted.isEmpty() || wanted.contains(value);
        };
        const TimeWindow &window = query.window;
        const bool inTime =
            (!window.from || ad.time >= *window.from) && (!window.to || ad.time <= *window.to);
        return (inTime || !knowsDates) && (within(query.areas, ad.region) || !knowsRegions) &&
               within(query.roles, ad.role) && within(query.experience, ad.experience);
    }
    std::vector<int> find(const Query &query) const
    {
        std::vector<int> found;
        for (size_t i = 0; i < ads.size(); ++i) {
            if (has(ads[i], query))
                found.push_back(int(i));
        }
        return found;
    }
};

/// What came of reading a market by a plan.
struct Reading
{
    std::set<int> ads;
    int requests = 0;
    qint64 unreachable = 0;
};

Query everything(int pages = 0)
{
    Query query;
    query.pages = pages;
    return query;
}

QString pick(const QStringList &values, std::mt19937 &dice)
{
    return values[qsizetype(dice() % size_t(values.size()))];
}

Market market(int count, std::mt19937 &dice, const VacancySource &source)
{
    Market result;
    const QStringList regions = source.splitValues({}, SplitKey::Regions);
    const QStringList roles = source.VacancySource::splitValues({}, SplitKey::Roles);
    for (int i = 0; i < count; ++i) {
        const qint64 day = 1 + qint64(dice() % 30);
        const qint64 second = 8 * 3600 + qint64(dice() % (12 * 3600));
        // The capital has two of five.
        const QString region = dice() % 5 < 2 ? regions.front() : pick(regions, dice);
        result.ads.push_back({Now - day * 24 * 3600 + second - 20 * 3600, region, pick(roles, dice),
                              pick({u"noExperience"_s, u"between1And3"_s, u"moreThan6"_s, u""_s}, dice)});
    }
    std::ranges::sort(result.ads, std::greater<>(), &Ad::time);
    return result;
}

/// As a search does it: first pages in the order in which they are named, what came meanwhile last, then the
/// further pages.
Reading read(const Market &market, SearchPlan &plan, std::mt19937 &dice)
{
    Reading reading;
    const int whole = plan.add(everything());
    std::deque<int> waiting{whole};
    while (!waiting.empty()) {
        const auto next = std::ranges::find_if(waiting, [&](int at) { return !plan[at].isRest; });
        const int listing = next == waiting.end() ? waiting.front() : *next;
        waiting.erase(next == waiting.end() ? waiting.begin() : next);
        std::vector<int> found = market.find(plan[listing].query);
        if (!market.newestFirst)
            std::ranges::shuffle(found, dice);
        ++reading.requests;
        ++plan[listing].ended;
        plan[listing].found = qint64(found.size());
        std::vector<qint64> times;
        for (const int ad : found | std::views::take(PageSize)) {
            reading.ads.insert(ad);
            times.push_back(market.ads[size_t(ad)].time);
        }
        for (const int more : plan.answered(listing, times, Now))
            waiting.push_back(more);
    }
    for (int i = 0; i < int(plan.all().size()); ++i) {
        if (!plan[i].isPaged)
            continue;
        const std::vector<int> found = market.find(plan[i].query);
        const auto reached = std::min<qint64>(qint64(found.size()), plan.cap());
        reading.requests += int(std::max<qint64>(0, (reached + PageSize - 1) / PageSize - 1));
        for (const int ad : found | std::views::take(reached))
            reading.ads.insert(ad);
    }
    reading.unreachable = plan.unreachable(whole);
    return reading;
}

} // namespace

/// How a search with more ads than a source lets anybody read is cut into parts.
class TestSearchPlan : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyAdIsReached_data();
    void everyAdIsReached();
    void ignoredKeys_data();
    void ignoredKeys();
    void valuesThatSomeLack();
    void tooManyAtOnce();
    void smallSearchesStayWhole();
    void goesOnWhereItWas();
    void partsThatFail();
};

void TestSearchPlan::everyAdIsReached_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<int>("ads");
    QTest::addColumn<int>("cap");
    QTest::addColumn<bool>("newestFirst");
    for (const bool newestFirst : {true, false}) {
        const QByteArray order = newestFirst ? "newest first" : "in any order";
        QTest::newRow("cap 500, " + order) << u"hh"_s << 7000 << 500 << newestFirst;
        QTest::newRow("cap 2,000, " + order) << u"hh"_s << 7000 << 2000 << newestFirst;
        QTest::newRow("cap 10,000, " + order) << u"trudvsem"_s << 35'000 << 10'000 << newestFirst;
        QTest::newRow("one too many, " + order) << u"hh"_s << 2001 << 2000 << newestFirst;
    }
}

void TestSearchPlan::everyAdIsReached()
{
    QFETCH(QString, source);
    QFETCH(int, ads);
    QFETCH(int, cap);
    QFETCH(bool, newestFirst);
    for (unsigned seed = 1; seed <= 5; ++seed) {
        std::mt19937 dice(seed);
        Market all = market(ads, dice, *sourceById(source));
        all.newestFirst = newestFirst;
        SearchPlan plan(*sourceById(source));
        plan.lowerCap(cap);
        const Reading reading = read(all, plan, dice);
        QCOMPARE(reading.ads.size(), size_t(ads));
        QCOMPARE(reading.unreachable, 0);
        QCOMPARE(plan.total(0), ads);
        const int least = (ads + PageSize - 1) / PageSize;
        QVERIFY2(reading.requests <= least * 1.3, QByteArray::number(reading.requests));
    }
}

void TestSearchPlan::ignoredKeys_data()
{
    QTest::addColumn<bool>("knowsRegions");
    QTest::newRow("dates") << true;
    QTest::newRow("dates and regions") << false;
}

/// A filter that the source does not know gives everything; the parts show it, and another key is taken.
void TestSearchPlan::ignoredKeys()
{
    QFETCH(bool, knowsRegions);
    std::mt19937 dice(7);
    Market all = market(7000, dice, *sourceById(u"hh"));
    all.knowsDates = false;
    all.knowsRegions = knowsRegions;
    SearchPlan plan(*sourceById(u"hh"));
    const Reading reading = read(all, plan, dice);
    QCOMPARE(reading.ads.size(), size_t(7000));
    QVERIFY2(reading.requests <= 70 * 1.5, QByteArray::number(reading.requests));
}

/// Ads that say nothing about a key are in no part by it.
void TestSearchPlan::valuesThatSomeLack()
{
    std::mt19937 dice(8);
    Market all = market(2600, dice, *sourceById(u"hh"));
    for (Ad &ad : all.ads) { // within one window
        ad.time = Now - 24 * 3600;
        ad.region = u"1"_s;
        ad.role = u"unheard"_s;
    }
    SearchPlan plan(*sourceById(u"hh"));
    const Reading reading = read(all, plan, dice);
    QVERIFY(reading.unreachable <= 600);
    QVERIFY(qint64(reading.ads.size()) >= 2600 - reading.unreachable);
    QVERIFY(reading.ads.size() > 2300); // most of those that a part has not are among what is read of all
}

/// What no key parts is read as far as it goes, and counted; the rest is complete.
void TestSearchPlan::tooManyAtOnce()
{
    std::mt19937 dice(9);
    Market all = market(7000, dice, *sourceById(u"hh"));
    for (int i = 3000; i < 5600; ++i)
        all.ads[size_t(i)] = {Now - 15 * 24 * 3600, u"1"_s, u"96"_s, u"noExperience"_s};
    std::ranges::sort(all.ads, std::greater<>(), &Ad::time);
    SearchPlan plan(*sourceById(u"hh"));
    const Reading reading = read(all, plan, dice);
    QVERIFY(reading.unreachable >= 600);
    QVERIFY(reading.unreachable < 700);
    QVERIFY(qint64(reading.ads.size()) >= 7000 - reading.unreachable);
    const bool isTold = std::ranges::any_of(std::views::iota(0, int(plan.all().size())),
                                            [&](int listing) { return plan.isTooLarge(listing); });
    QVERIFY(isTold);
}

void TestSearchPlan::smallSearchesStayWhole()
{
    SearchPlan plan(*sourceById(u"hh"));
    plan.add(everything());
    plan.add(everything(5)); // who wants five pages wants no parts
    plan[0].found = 2000;
    plan[1].found = 7000;
    QVERIFY(plan.answered(0, {}, Now).empty());
    QVERIFY(plan.answered(1, {}, Now).empty());
    QVERIFY(plan[0].isPaged && plan[1].isPaged);
    QVERIFY(!plan.isTooLarge(1));
    QCOMPARE(plan.all().size(), size_t(2));
}

/// A plan that was stored at any moment goes on as if nothing had happened.
void TestSearchPlan::goesOnWhereItWas()
{
    std::mt19937 dice(10);
    const Market all = market(7000, dice, *sourceById(u"hh"));
    SearchPlan whole(*sourceById(u"hh"));
    const Reading expected = read(all, whole, dice);

    SearchPlan plan(*sourceById(u"hh"));
    plan.add(everything());
    std::deque<int> waiting{0};
    while (!waiting.empty()) {
        const int listing = waiting.front();
        waiting.pop_front();
        SearchPlan again(*sourceById(u"hh"));
        again.add(everything());
        again.restore(plan.toJson());
        QCOMPARE(again.toJson(), plan.toJson());
        const std::vector<int> found = all.find(again[listing].query);
        again[listing].found = qint64(found.size());
        ++again[listing].ended;
        std::vector<qint64> times;
        for (const int ad : found | std::views::take(PageSize))
            times.push_back(all.ads[size_t(ad)].time);
        for (const int next : again.answered(listing, times, Now))
            waiting.push_back(next);
        plan = again;
    }
    QCOMPARE(plan.all().size(), whole.all().size());
    for (size_t i = 0; i < plan.all().size(); ++i)
        QCOMPARE(plan.all()[i].query, whole.all()[i].query);
    QCOMPARE(plan.unreachable(0), expected.unreachable);
}

/// A part that cannot be read keeps the others from nothing.
void TestSearchPlan::partsThatFail()
{
    std::mt19937 dice(11);
    const Market all = market(7000, dice, *sourceById(u"hh"));
    SearchPlan plan(*sourceById(u"hh"));
    plan.add(everything());
    std::deque<int> waiting{0};
    int asked = 0;
    while (!waiting.empty()) {
        const int listing = waiting.front();
        waiting.pop_front();
        const bool fails = ++asked % 3 == 0;
        ++plan[listing].ended;
        if (!fails)
            plan[listing].found = qint64(all.find(plan[listing].query).size());
        for (const int next : plan.answered(listing, {}, Now))
            waiting.push_back(next);
        QVERIFY(asked < 200);
    }
    // Every window was asked or cut, and nothing waits for what will not come.
    for (const Listing &listing : plan.all())
        QVERIFY(listing.hasAnswered);
}

QTEST_GUILESS_MAIN(TestSearchPlan)
#include "tst_searchplan.moc"
