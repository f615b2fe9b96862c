// SPDX-License-Identifier: GPL-3.0-or-later
#include "encoding/decoder.h"
#include "encoding/encoder.h"
#include "encoding/filetext.h"
#include "encoding/guess.h"

#include <QTest>

using namespace linnet::encoding;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray written(const QString &text, const char *encoding)
{
    Encoder encoder(encoding);
    std::string bytes;
    for (const char32_t point : text.toUcs4()) {
        if (!encoder.append(point, bytes))
            qFatal("%s does not have U+%04X", encoding, unsigned(point));
    }
    encoder.finish(bytes);
    return QByteArray::fromStdString(bytes);
}

QByteArray guessed(const QByteArray &bytes)
{
    const std::string_view name = guessEncoding({bytes.constData(), std::size_t(bytes.size())});
    return {name.data(), qsizetype(name.size())};
}

const QString Greek =
    u"Η Αθήνα είναι η πρωτεύουσα της Ελλάδας και η μεγαλύτερη πόλη της χώρας. Στη σελίδα αυτή θα βρείτε "
    "θέσεις εργασίας, νέα και πληροφορίες για την πόλη."_s;
const QString Hebrew =
    u"ירושלים היא עיר הבירה של מדינת ישראל והעיר הגדולה ביותר בה. באתר הזה אפשר למצוא משרות, חדשות ומידע "
    "על העיר ועל האנשים שגרים בה."_s;
const QString Arabic =
    u"القاهرة هي عاصمة جمهورية مصر العربية وأكبر مدنها. في هذه الصفحة يمكنكم العثور على وظائف وأخبار "
    "ومعلومات عن المدينة وسكانها."_s;
const QString Thai =
    u"กรุงเทพมหานครเป็นเมืองหลวงและนครที่มีประชากรมากที่สุดของประเทศไทย ในหน้านี้ท่านจะพบตำแหน่งงานและข่าวสาร"_s;
const QString Simplified =
    u"北京是中华人民共和国的首都，也是全国的政治中心和文化中心。在这个网页上您可以找到工作、新闻和有关城市的信息。"_s;
const QString Traditional =
    u"臺北是中華民國的首都，也是全國的政治中心和文化中心。在這個網頁上您可以找到工作、新聞和有關城市的資訊。"_s;
const QString Korean =
    u"서울은 대한민국의 수도이자 가장 큰 도시이다. 이 페이지에서 일자리와 뉴스 그리고 도시에 관한 정보를 찾을 수 있다."_s;
const QString Japanese =
    u"東京は日本の首都です。このページでは求人や街のニュースを見つけることができます。"_s;

} // namespace

/// Texts that say nothing about their bytes.
class TestGuess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void alphabets_data();
    void alphabets();
    void shortCyrillic_data();
    void shortCyrillic();
    void ukrainian_data();
    void ukrainian();
    void nothing_data();
    void nothing();
    void files_data();
    void files();
    void junkLines();
};

void TestGuess::alphabets_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *tag, const QString &text, const char *encoding) {
        QTest::addRow("%s, %s", tag, encoding) << written(text, encoding) << text;
    };
    row("Greek", Greek, "windows-1253");
    row("Greek", Greek, "ISO-8859-7");
    row("Hebrew", Hebrew, "windows-1255");
    row("Arabic", Arabic, "windows-1256");
    row("Arabic", Arabic, "ISO-8859-6");
    row("Thai", Thai, "windows-874");
    row("Chinese", Simplified, "GBK");
    row("Chinese", Traditional, "Big5");
    row("Korean", Korean, "EUC-KR");
    row("Japanese", Japanese, "Shift_JIS");
    row("Japanese", Japanese, "EUC-JP");
}

/// Names may differ (windows-1253 and ISO-8859-7), the letters must not.
void TestGuess::alphabets()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, text);
    const QByteArray page = "<html><head><title>1</title></head><body><p>" + bytes + "</p></body></html>";
    const QByteArray name = guessed(page);
    QVERIFY(!name.isEmpty());
    std::string buffer;
    const DecodedText found =
        decodeToUtf8({bytes.constData(), std::size_t(bytes.size())}, name.toStdString(), buffer);
    QCOMPARE(toQString(found.text), text);
}

void TestGuess::shortCyrillic_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("headline") << u"Вакансии Москвы"_s;
    QTest::newRow("word") << u"Работа"_s;
    QTest::newRow("menu") << u"Главная | О компании | Цены | Контакты"_s;
    QTest::newRow("quotes") << u"Объявления и услуги: ремонт, грузчики, няня"_s;
    QTest::newRow("rare letters") << u"Съёмка щук и ёршей: чаща, ящик, хищный шмель"_s;
    QTest::newRow("sentence")
        << u"Съешь же ещё этих мягких французских булок, да выпей чаю. Ведущий аналитик данных"_s;
}

void TestGuess::shortCyrillic()
{
    QFETCH(QString, text);
    for (const char *name : {"windows-1251", "KOI8-R", "IBM866", "ISO-8859-5"})
        QCOMPARE(guessed("<p>" + written(text, name) + "</p>"), QByteArray(name));
    QCOMPARE(guessed(written(u"«"_s + text + u"» — №\u00A01…"_s, "windows-1251")), "windows-1251"_ba);
}

void TestGuess::ukrainian_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("windows-1251") << "windows-1251"_ba;
    QTest::newRow("KOI8-U") << "KOI8-U"_ba;
    QTest::newRow("ISO-8859-5") << "ISO-8859-5"_ba;
}

void TestGuess::ukrainian()
{
    QFETCH(QByteArray, name);
    const QString text = u"Київ є столицею України. Тут її мешканці шукають роботу, їжу і новини."_s;
    QCOMPARE(guessed(written(text, name.constData())), name);
}

void TestGuess::nothing_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("ASCII") << "<p>plain</p>"_ba;
    QTest::newRow("French") << written(u"déjà vu à l'été, où naïve forêt"_s, "windows-1252");
    QTest::newRow("German") << written(u"Größe, Übung und Straße für Jäger"_s, "windows-1252");
    QTest::newRow("dashes") << written(u"a — b – c “d” … é"_s, "windows-1252");
}

void TestGuess::nothing()
{
    QFETCH(QByteArray, bytes);
    QCOMPARE(guessed(bytes), QByteArray());
}

void TestGuess::files_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QString text = u"url;имя\nhttp://a.example/;Компания «Ёлка»\n"_s;
    QTest::newRow("UTF-8") << text.toUtf8();
    QTest::newRow("UTF-8 with a mark") << "\xEF\xBB\xBF"_ba + text.toUtf8();
    for (const char *name : {"windows-1251", "IBM866", "KOI8-R"})
        QTest::newRow(name) << written(QString(text).remove(u'«').remove(u'»'), name);
    QByteArray wide;
    for (const QChar unit : text) {
        wide += char(unit.unicode() >> 8U);
        wide += char(unit.unicode() & 0xFFU);
    }
    QTest::newRow("UTF-16BE with a mark") << "\xFE\xFF"_ba + wide;
    QTest::newRow("UTF-16BE") << wide;
}

void TestGuess::files()
{
    QFETCH(QByteArray, bytes);
    QString text = fileText(bytes, OtherBytes::Guess);
    QCOMPARE(text.remove(u'«').remove(u'»'), u"url;имя\nhttp://a.example/;Компания Ёлка\n"_s);
}

/// Each line for itself, as files are put together of others.
void TestGuess::junkLines()
{
    const QByteArray file =
        u"первая\n"_s.toUtf8() + written(u"вторая строка\n"_s, "windows-1251") + "third\n\x81\n";
    QCOMPARE(fileText(file, OtherBytes::Guess), u"первая\nвторая строка\nthird\nЃ\n"_s);
    QCOMPARE(fileText(file, OtherBytes::Fault).count(QChar::ReplacementCharacter), 13);
    QCOMPARE(fileText("a\xFF", OtherBytes::Fault), u"a\uFFFD"_s);
    QCOMPARE(fileText({}, OtherBytes::Guess), QString());
}

QTEST_GUILESS_MAIN(TestGuess)
#include "tst_guess.moc"
