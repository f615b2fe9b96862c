// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

/// What is waited for comes at once on a quiet machine; where six tests share two processors, QtTest's five
/// seconds were too few now and then. Every program of tests has this header compiled in beforehand.

#undef QTRY_VERIFY
#undef QTRY_VERIFY2
#undef QTRY_COMPARE
#define QTRY_VERIFY(expr) QTRY_VERIFY_WITH_TIMEOUT(expr, linnet::test::PatienceMs)
#define QTRY_VERIFY2(expr, message) QTRY_VERIFY2_WITH_TIMEOUT(expr, message, linnet::test::PatienceMs)
#define QTRY_COMPARE(expr, expected) QTRY_COMPARE_WITH_TIMEOUT(expr, expected, linnet::test::PatienceMs)

namespace linnet::test {

constexpr int PatienceMs = 30'000;

} // namespace linnet::test
