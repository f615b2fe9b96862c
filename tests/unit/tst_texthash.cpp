// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/texthash.h"

#include <QTest>

using namespace linnet;

class TestTextHash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isAsPublished();
    void tellsTextsApart();
};

// Hashes are stored, so they keep their meaning.
void TestTextHash::isAsPublished()
{
    const auto hash = textHash("The quick brown fox jumps over the lazy dog");
    QCOMPARE(hash[0], quint64(0xe34bbc7bbc071b6cU));
    QCOMPARE(hash[1], quint64(0x7a433ca9c49a9347U));
}

void TestTextHash::tellsTextsApart()
{
    const std::string text(40, 'x');
    QSet<QByteArray> seen;
    for (std::size_t length = 0; length <= text.size(); ++length) {
        const auto hash = textHash(std::string_view(text).substr(0, length));
        seen.insert(QByteArray(reinterpret_cast<const char *>(hash.data()), sizeof hash));
    }
    QCOMPARE(seen.size(), 41);
}

QTEST_APPLESS_MAIN(TestTextHash)
#include "tst_texthash.moc"
