# `cmake --install` and `cpack` (a Debian package).
include(GNUInstallDirs)
install(TARGETS stairwise)
if(TARGET stairwise-editor)
    install(TARGETS stairwise-editor)
    install(FILES cmake/stairwise-editor.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
endif()
install(DIRECTORY scenarios/ DESTINATION ${CMAKE_INSTALL_DATADIR}/stairwise/scenarios OPTIONAL
    PATTERN maker EXCLUDE PATTERN broken EXCLUDE)
install(FILES README.md README.zh-CN.md CHANGELOG.md LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY docs/ DESTINATION ${CMAKE_INSTALL_DOCDIR}/docs OPTIONAL)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME stairwise)
set(CPACK_PACKAGE_VENDOR "The Stairwise authors")
set(CPACK_PACKAGE_CONTACT "The Stairwise authors <stairwise@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "School evacuation and dismissal, with an editor")
set(CPACK_PACKAGE_DESCRIPTION "Simulates how a multi-storey school empties, checks its drawing against the design code \
and shows where it is crowded: stairwise on the command line, stairwise-editor to draw the school and watch it empty.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Chinese letters; what draws where the graphics card cannot; films.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "fonts-noto-cjk, libgl1-mesa-dri")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS ffmpeg)
include(CPack)
