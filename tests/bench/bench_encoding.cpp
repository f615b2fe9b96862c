// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes to UTF-8, in MB/s on one core: a large page in several encodings, by the decoder and by
// QStringDecoder with QString in between (where Qt has that encoding), and how long the guess takes that a
// page needs which says nothing of its bytes.
#include "encoding/decoder.h"
#include "encoding/encoder.h"
#include "encoding/guess.h"

#include <QElapsedTimer>
#include <QList>
#include <QStringDecoder>

#include <algorithm>
#include <cstdio>
#include <functional>
#include <limits>

using namespace linnet::encoding;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int Rounds = 15;
constexpr double Mega = 1'000'000.0;

/// Best time of some rounds, in seconds.
double best(const std::function<void()> &work)
{
    double fastest = std::numeric_limits<double>::max();
    for (int round = 0; round < Rounds; ++round) {
        QElapsedTimer timer;
        timer.start();
        work();
        fastest = std::min(fastest, double(timer.nsecsElapsed()) / 1e9);
    }
    return fastest;
}

std::string written(const QString &text, const char *encoding)
{
    Encoder encoder(encoding);
    std::string bytes;
    for (const char32_t point : text.toUcs4())
        encoder.append(point, bytes);
    encoder.finish(bytes);
    return bytes;
}

std::size_t throughQt(const std::string &bytes, const char *codec)
{
    QStringDecoder decoder(codec, QStringDecoder::Flag::Stateless);
    const QString text = decoder.decode(QByteArrayView(bytes.data(), qsizetype(bytes.size())));
    return text.toStdString().size();
}

void compare(const char *name, const std::string &bytes, const char *encoding, const char *codec)
{
    std::size_t kept = 0;
    const double own = best([&] {
        std::string buffer;
        kept += decodeToUtf8(bytes, encoding, buffer).text.size();
    });
    const double rate = double(bytes.size()) / own / Mega;
    if (!codec || !QStringDecoder(codec).isValid()) {
        std::printf("  %-24s %7.0f MB/s; Qt does not have it\n", name, rate);
        return;
    }
    const double qt = best([&] { kept += throughQt(bytes, codec); });
    std::printf("  %-24s %7.0f MB/s, %5.1f times as fast as by Qt\n", name, rate, qt / own);
    if (kept == 0)
        std::printf("  nothing was read\n");
}

} // namespace

int main()
{
    const QString item =
        u"<li class=\"item\"><a href=\"/catalogue/part/1234\">Ночь, улица, фонарь</a> &mdash; "
        "Бессмысленный и тусклый свет.</li>\n"_s;
    const QString asian =
        u"<li class=\"item\"><a href=\"/catalogue/part/1234\">日本中国首都</a> 東京北京</li>\n"_s;
    const QString page = item.repeated(60'000);
    const QString asianPage = asian.repeated(90'000);
    const std::string utf8 = page.toStdString();
    std::printf("a page of %.1f MB in UTF-8\n", double(utf8.size()) / Mega);
    compare("UTF-8", utf8, "UTF-8", "UTF-8");
    compare("UTF-8 with a fault", utf8 + "\xFF" + utf8, "UTF-8", "UTF-8");
    compare("ASCII as windows-1251", std::string(utf8.size(), 'a'), "windows-1251", "windows-1251");
    compare("windows-1251", written(page, "windows-1251"), "windows-1251", "windows-1251");
    compare("KOI8-R", written(page, "KOI8-R"), "KOI8-R", "KOI8-R");
    compare("GBK", written(asianPage, "GBK"), "GBK", "gb18030");
    compare("Shift_JIS", written(asianPage, "Shift_JIS"), "Shift_JIS", "windows-31j");
    compare("Big5", written(asianPage, "Big5"), "Big5", "Big5-HKSCS");
    compare("ISO-2022-JP", written(asianPage, "ISO-2022-JP"), "ISO-2022-JP", "ISO-2022-JP");
    QByteArray wide(reinterpret_cast<const char *>(page.utf16()), page.size() * 2);
    compare("UTF-16LE", wide.toStdString(), "UTF-16LE", "UTF-16LE");

    const auto guess = [](const char *name, const std::string &bytes) {
        std::string_view found;
        const double seconds = best([&] { found = guessEncoding(bytes); });
        std::printf("  %-24s %7.2f ms: %.*s\n", name, seconds * 1e3, int(found.size()), found.data());
    };
    std::printf("guesses\n");
    guess("Russian", written(page, "windows-1251"));
    guess("Chinese", written(asianPage, "GBK"));
    guess("French", written(u"<p>d\u00E9j\u00E0 vu \u00E0 l\u2019\u00E9t\u00E9</p>\n"_s.repeated(50'000),
                            "windows-1252"));
    return 0;
}
