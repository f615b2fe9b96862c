// SPDX-License-Identifier: GPL-3.0-or-later
#include LINNET_FUZZ_HEADER

#include <QCoreApplication>

/// Once, before the first input.
extern "C" int LLVMFuzzerInitialize(int *argc, char ***argv)
{
    static QCoreApplication app(*argc, *argv);
    return 0;
}

/// What libFuzzer calls again and again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    return linnet::fuzz::LINNET_FUZZ_FUNCTION(data, size);
}
