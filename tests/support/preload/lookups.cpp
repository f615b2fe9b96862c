// SPDX-License-Identifier: GPL-3.0-or-later
// Loaded before the C library: writes down each name that the program looks up, into the file that
// LINNET_LOOKUPS names.
#include <dlfcn.h>
#include <netdb.h>

#include <cstdio>
#include <cstdlib>

extern "C" __attribute__((visibility("default"))) int getaddrinfo(const char *name, const char *service,
                                                                  const addrinfo *hints, addrinfo **result)
{
    using Function = int (*)(const char *, const char *, const addrinfo *, addrinfo **);
    static const Function real = reinterpret_cast<Function>(dlsym(RTLD_NEXT, "getaddrinfo"));
    const char *path = std::getenv("LINNET_LOOKUPS");
    if (path && name) {
        if (std::FILE *file = std::fopen(path, "a")) {
            std::fprintf(file, "%s\n", name);
            std::fclose(file);
        }
    }
    return real(name, service, hints, result);
}
