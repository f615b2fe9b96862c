# SPDX-License-Identifier: GPL-3.0-or-later
# The tests: tst_<class>.cpp each, a program and a ctest of that name.

# What each program of tests gets beside its sources.
function(linnet_test_target name)
    linnet_target(${name})
    target_link_libraries(${name} PRIVATE ${ARGN} linnet_testsupport Qt6::Test)
    # One call of moc for each test; AUTOMOC would be four steps and one more file to compile.
    set_target_properties(${name} PROPERTIES AUTOMOC OFF AUTOUIC OFF AUTORCC OFF)
    target_include_directories(${name} PRIVATE ${CMAKE_CURRENT_SOURCE_DIR} ${CMAKE_CURRENT_BINARY_DIR}/moc)
    target_compile_definitions(${name} PRIVATE
        LINNET_SOURCE_DIR="${CMAKE_SOURCE_DIR}" LINNET_BIN_DIR="${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")
endfunction()

# Headers that all tests of a folder have compiled once: half of the time that a test takes. They are a target of their own, so
# that no program of tests waits for another.
function(linnet_test_headers label)
    set(headers tests_${label}_headers)
    file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/${headers}.cpp CONTENT "\n")
    add_library(${headers} OBJECT ${CMAKE_CURRENT_BINARY_DIR}/${headers}.cpp)
    linnet_test_target(${headers} ${ARGN})
    if(linnet_gui IN_LIST ARGN)
        set(widgets <QtWidgets/QComboBox> <QtWidgets/QMainWindow> <QtWidgets/QMenu> <QtWidgets/QPushButton> <QtWidgets/QTreeView>
            <QtWidgets/QTableView>)
    endif()
    target_precompile_headers(${headers} PRIVATE ${widgets}
        <QtTest/QTest> ${CMAKE_SOURCE_DIR}/tests/support/patience.h <QtTest/QSignalSpy> <QtCore/QJsonArray> <QtCore/QJsonObject> <QtCore/QUrl> <algorithm> <expected> <functional>)
endfunction()

function(linnet_test_program name label)
    linnet_test_target(${name} ${ARGN})
    target_precompile_headers(${name} REUSE_FROM tests_${label}_headers)
endfunction()

# The tests of the calling folder, with a label. Where nobody changes a single one, six at a time are compiled as one source:
# what their headers cost is paid once. See tests/support/together.h.
function(linnet_tests label)
    file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/tst_*.cpp)
    linnet_test_headers(${label} ${ARGN})
    set(number 0)
    foreach(source IN LISTS sources)
        get_filename_component(name ${source} NAME_WE)
        set(command ${name})
        # What stands outside of every namespace, is a program of its own or needs another library cannot be put into one.
        file(STRINGS ${source} alone REGEX "^Q_DECLARE_METATYPE|^int main\\(|^#include <QDBus" LIMIT_COUNT 1)
        if(LINNET_TESTS_TOGETHER AND NOT alone)
            math(EXPR part "${number} / 6")
            math(EXPR number "${number} + 1")
            set(program tests_${label}_${part})
            set(together ${CMAKE_CURRENT_BINARY_DIR}/${program}.cpp)
            if(NOT TARGET ${program})
                add_executable(${program} ${together})
                linnet_test_program(${program} ${label} ${ARGN})
                # Their classes hold what their files keep in unnamed namespaces; the compiler takes the files for headers.
                target_compile_options(${program} PRIVATE -Wno-subobject-linkage)
                list(APPEND programs ${program})
            endif()
            file(STRINGS ${source} includes REGEX "^#include [<\"]" ENCODING UTF-8)
            list(FILTER includes EXCLUDE REGEX "\\.moc\"")
            list(APPEND includes_${program} ${includes})
            string(APPEND tests_${program} "namespace ${name} {\n#include \"${source}\"\n}\n")
            set(command ${program} ${name})
        else()
            set(program ${name})
            add_executable(${program} ${source})
            linnet_test_program(${program} ${label} ${ARGN})
        endif()
        qt_generate_moc(${source} ${CMAKE_CURRENT_BINARY_DIR}/moc/${name}.moc TARGET ${program})
        target_sources(${program} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/moc/${name}.moc)
        add_test(NAME ${name} COMMAND ${command})
        set_tests_properties(${name} PROPERTIES LABELS ${label} TIMEOUT 300
            ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8")
    endforeach()
    foreach(program IN LISTS programs)
        list(REMOVE_DUPLICATES includes_${program})
        list(JOIN includes_${program} "\n" includes)
        file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/${program}.cpp CONTENT
            "#include \"support/together.h\"\n\n#include <QtCore/qmetatype.h>\n${includes}\n\n${tests_${program}}" @ONLY)
    endforeach()
endfunction()
