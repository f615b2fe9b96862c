# SPDX-License-Identifier: GPL-3.0-or-later
# The commit that --version tells. Looked up with each build, so that it is true; written only when it has changed, so that
# nothing is compiled in vain. Only the two programs know it: libraries and tests would be linked anew with each commit.
set(LINNET_COMMIT "" CACHE STRING "The commit that --version tells; empty: as git says, none outside a clone")
find_package(Git QUIET)
set(linnet_generated ${CMAKE_BINARY_DIR}/generated)

add_custom_target(linnet_commit
    COMMAND ${CMAKE_COMMAND} -DSOURCE=${CMAKE_SOURCE_DIR} -DCOMMIT=${LINNET_COMMIT} -DGIT=${GIT_EXECUTABLE}
        -DHEADER=${linnet_generated}/linnet_commit.h -P ${CMAKE_CURRENT_LIST_DIR}/WriteCommit.cmake
    BYPRODUCTS ${linnet_generated}/linnet_commit.h VERBATIM)

function(linnet_tells_commit target)
    add_dependencies(${target} linnet_commit)
    target_include_directories(${target} PRIVATE ${linnet_generated})
endfunction()
