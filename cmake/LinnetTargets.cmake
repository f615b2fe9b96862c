# SPDX-License-Identifier: GPL-3.0-or-later
# What every target of the project gets: warnings, strict Qt definitions, sanitizers on request.

function(linnet_target target)
    target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wold-style-cast)
    if(LINNET_WERROR)
        target_compile_options(${target} PRIVATE -Werror)
    endif()
    # Nothing that Qt 6.4 calls deprecated; warnings about what later versions deprecate stay on. Qt renamed the macro in 6.5.
    if(Qt6_VERSION VERSION_LESS 6.5)
        set(deprecations QT_DISABLE_DEPRECATED_BEFORE=0x060400)
    else()
        set(deprecations QT_DISABLE_DEPRECATED_UP_TO=0x060400)
    endif()
    target_compile_definitions(${target} PRIVATE
        QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_KEYWORDS QT_NO_FOREACH
        QT_NO_NARROWING_CONVERSIONS_IN_CONNECT ${deprecations}
        LINNET_VERSION="${PROJECT_VERSION}")
    target_include_directories(${target} PRIVATE ${CMAKE_SOURCE_DIR}/src)
    foreach(sanitizer IN LISTS LINNET_SANITIZE)
        target_compile_options(${target} PRIVATE -fsanitize=${sanitizer} -fno-omit-frame-pointer)
        target_link_options(${target} PRIVATE -fsanitize=${sanitizer})
    endforeach()
endfunction()

# One executable per tst_<class>.cpp of the calling folder, each a ctest with the given label.
function(linnet_tests label)
    file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/tst_*.cpp)
    foreach(source IN LISTS sources)
        get_filename_component(name ${source} NAME_WE)
        add_executable(${name} ${source})
        linnet_target(${name})
        target_link_libraries(${name} PRIVATE ${ARGN} linnet_testsupport Qt6::Test)
        # Half of the time that a test takes to compile. The first one of a folder makes it for all.
        if(NOT headers)
            target_precompile_headers(${name} PRIVATE
                <QtTest/QTest> <QtCore/QJsonArray> <QtCore/QJsonObject> <QtCore/QUrl> <algorithm> <expected> <functional>)
            set(headers ${name})
        else()
            target_precompile_headers(${name} REUSE_FROM ${headers})
        endif()
        target_compile_definitions(${name} PRIVATE
            LINNET_SOURCE_DIR="${CMAKE_SOURCE_DIR}" LINNET_BIN_DIR="${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")
        add_test(NAME ${name} COMMAND ${name})
        set_tests_properties(${name} PROPERTIES LABELS ${label} TIMEOUT 300
            ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8")
    endforeach()
endfunction()
