# SPDX-License-Identifier: GPL-3.0-or-later
# Writes HEADER with the commit of the clone SOURCE, and a + behind it when files have changed since; empty when SOURCE is no clone
# of its own, because that of a folder around it says nothing.
if(NOT COMMIT AND GIT AND EXISTS ${SOURCE}/.git)
    execute_process(COMMAND ${GIT} -C ${SOURCE} describe --always --abbrev=8 --dirty=+ --exclude=*
        OUTPUT_VARIABLE COMMIT OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
endif()
file(CONFIGURE OUTPUT ${HEADER} CONTENT "#define LINNET_COMMIT \"@COMMIT@\"\n" @ONLY)
