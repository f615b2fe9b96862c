# SPDX-License-Identifier: GPL-3.0-or-later
# Packages by CPack: .deb on Linux, installer and zip on Windows, disk image on macOS.
set(CPACK_PACKAGE_NAME linnet)
set(CPACK_PACKAGE_VENDOR "The Linnet maintainers")
set(CPACK_PACKAGE_CONTACT "The Linnet maintainers <maintainers@linnet.example>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "collects job vacancies and web links into tables")
set(CPACK_PACKAGE_HOMEPAGE_URL ${LINNET_HOMEPAGE})
set(CPACK_RESOURCE_FILE_LICENSE ${CMAKE_SOURCE_DIR}/LICENSE)
set(CPACK_PACKAGE_DIRECTORY ${CMAKE_SOURCE_DIR}/build/packages)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ
    WORLD_EXECUTE)
set(CPACK_PACKAGE_INSTALL_DIRECTORY Linnet)
set(CPACK_PACKAGE_EXECUTABLES linnet Linnet)

if(WIN32)
    set(CPACK_GENERATOR NSIS ZIP)
    set(CPACK_PACKAGE_FILE_NAME linnet-${PROJECT_VERSION}-windows-x64)
    set(CPACK_NSIS_DISPLAY_NAME Linnet)
    set(CPACK_NSIS_PACKAGE_NAME Linnet)
    set(CPACK_NSIS_MUI_ICON ${CMAKE_BINARY_DIR}/packaging/icons/linnet.ico)
    set(CPACK_NSIS_MUI_UNIICON ${CMAKE_BINARY_DIR}/packaging/icons/linnet.ico)
    set(CPACK_NSIS_INSTALLED_ICON_NAME bin\\\\linnet.exe)
    set(CPACK_NSIS_ENABLE_UNINSTALL_BEFORE_INSTALL ON)
    set(CPACK_NSIS_URL_INFO_ABOUT ${LINNET_HOMEPAGE})
    # Files *.linnet are opened by a double click; both go again when the program is removed.
    set(CPACK_NSIS_EXTRA_INSTALL_COMMANDS "
        WriteRegStr SHCTX 'Software\\\\Classes\\\\.linnet' '' 'Linnet.Project'
        WriteRegStr SHCTX 'Software\\\\Classes\\\\Linnet.Project' '' 'Linnet project'
        WriteRegStr SHCTX 'Software\\\\Classes\\\\Linnet.Project\\\\DefaultIcon' '' '$INSTDIR\\\\bin\\\\linnet.exe,0'
        WriteRegStr SHCTX 'Software\\\\Classes\\\\Linnet.Project\\\\shell\\\\open\\\\command' '' '\\\"$INSTDIR\\\\bin\\\\linnet.exe\\\" \\\"%1\\\"'")
    set(CPACK_NSIS_EXTRA_UNINSTALL_COMMANDS "
        DeleteRegKey SHCTX 'Software\\\\Classes\\\\.linnet'
        DeleteRegKey SHCTX 'Software\\\\Classes\\\\Linnet.Project'")
elseif(APPLE)
    set(CPACK_GENERATOR DragNDrop)
    set(CPACK_PACKAGE_FILE_NAME linnet-${PROJECT_VERSION}-macos)
    set(CPACK_DMG_VOLUME_NAME Linnet)
else()
    set(CPACK_GENERATOR DEB)
    set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
    set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
    set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
    set(CPACK_DEBIAN_PACKAGE_SECTION net)
    set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
    set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
    set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
    set(CPACK_PACKAGE_DESCRIPTION "Linnet searches job vacancies, maps the links of web sites, checks lists of
addresses and tests proxies, by point and click or by its command line
linnet-cli. Rows appear in a table while the requests still run and leave
as CSV or as workbooks that office programs open correctly.
 
It waits between requests, goes on where it was interrupted, tells what
changed since the last time and whether the data are complete, and keeps
everything on this computer. A practice server with invented data is built
in, so that all of it can be tried without an account or a network.")
    # Libraries are found by dpkg-shlibdeps, and Qt's bring OpenSSL and a font. What is loaded while the program runs is named
    # here: Qt's plugins for SVG icons, certificates, Qt's own texts in Russian.
    set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
    set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6svg6, ca-certificates, qt6-translations-l10n")
    # Wayland's windows; where the keys are kept that people give it.
    set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "qt6-wayland, gnome-keyring | kwalletmanager")
endif()
include(CPack)
