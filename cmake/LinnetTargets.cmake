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

# Compiles the sources of a target by eights, those of one folder together: the same headers are read once for all of
# them. What each file keeps for itself in its unnamed namespace needs a name that the folder has once.
function(linnet_unity target)
    if(NOT LINNET_UNITY)
        return()
    endif()
    get_target_property(sources ${target} SOURCES)
    get_target_property(home ${target} SOURCE_DIR)
    list(FILTER sources INCLUDE REGEX "\\.cpp$")
    foreach(source IN LISTS sources)
        cmake_path(ABSOLUTE_PATH source BASE_DIRECTORY ${home} NORMALIZE)
        cmake_path(GET source PARENT_PATH folder)
        cmake_path(RELATIVE_PATH folder BASE_DIRECTORY ${CMAKE_SOURCE_DIR})
        string(MAKE_C_IDENTIFIER ${folder} folder)
        math(EXPR count_${folder} "0${count_${folder}} + 1")
        math(EXPR part "(${count_${folder}} - 1) / 8")
        set_source_files_properties(${source} TARGET_DIRECTORY ${target} PROPERTIES UNITY_GROUP ${folder}_${part})
    endforeach()
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
    # Private classes hold what the same file keeps in its unnamed namespace; the compiler takes the file for a header.
    target_compile_options(${target} PRIVATE -Wno-subobject-linkage)
endfunction()
