// SPDX-License-Identifier: GPL-3.0-or-later
// The beginning of a source that several tests are compiled in, each in a namespace of its own (see
// linnet_tests() in cmake/LinnetTests.cmake): instead of a main() each gives its name to the one that is
// here.
#pragma once

#include <QTest>

#include <cstdio>
#include <map>
#include <string_view>

namespace linnet::test {

using TestMain = int (*)(int argc, char **argv);

inline std::map<std::string_view, TestMain> &testsTogether()
{
    static std::map<std::string_view, TestMain> tests;
    return tests;
}

/// A test by the name of its file without the ending.
struct Together
{
    Together(std::string_view file, TestMain run)
    {
        file.remove_prefix(file.rfind('/') + 1);
        testsTogether().emplace(file.substr(0, file.rfind('.')), run);
    }
};

} // namespace linnet::test

#undef QTEST_MAIN
#undef QTEST_GUILESS_MAIN
#undef QTEST_APPLESS_MAIN
#define LINNET_TOGETHER(Test, APPLICATION)                                                                   \
    static const linnet::test::Together together(__FILE__, [](int argc, char **argv) {                       \
        APPLICATION;                                                                                         \
        Test test;                                                                                           \
        QTEST_SET_MAIN_SOURCE_PATH                                                                           \
        return QTest::qExec(&test, argc, argv);                                                              \
    });
#if defined(QT_WIDGETS_LIB)
#define QTEST_MAIN(Test)                                                                                     \
    LINNET_TOGETHER(Test, QApplication application(argc, argv); application.setAttribute(Qt::AA_Use96Dpi))
#elif defined(QT_GUI_LIB)
#define QTEST_MAIN(Test)                                                                                     \
    LINNET_TOGETHER(Test, QGuiApplication application(argc, argv); application.setAttribute(Qt::AA_Use96Dpi))
#else
#define QTEST_MAIN(Test) QTEST_GUILESS_MAIN(Test)
#endif
#define QTEST_GUILESS_MAIN(Test) LINNET_TOGETHER(Test, QCoreApplication application(argc, argv))
#define QTEST_APPLESS_MAIN(Test) LINNET_TOGETHER(Test, )

/// The first argument names the test; the others are as those of a test of its own.
int main(int argc, char **argv)
{
    const auto &tests = linnet::test::testsTogether();
    const auto found = argc > 1 ? tests.find(argv[1]) : tests.end();
    if (found != tests.end())
        return found->second(argc - 1, argv + 1);
    std::fputs("The first argument is one of:\n", stderr);
    for (const auto &[name, run] : tests)
        std::fprintf(stderr, "  %.*s\n", int(name.size()), name.data());
    return 2;
}
