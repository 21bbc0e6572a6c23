# The window: a model without a face, eyes, face and hands.
find_package(OpenGL REQUIRED COMPONENTS OpenGL)
find_package(glfw3 REQUIRED)
pkg_check_modules(EPOXY REQUIRED IMPORTED_TARGET epoxy)
pkg_check_modules(EGL REQUIRED IMPORTED_TARGET egl)
pkg_check_modules(FREETYPE REQUIRED IMPORTED_TARGET freetype2)
find_path(STAIRWISE_IMGUI_INCLUDE imgui.h PATH_SUFFIXES imgui REQUIRED)
find_library(STAIRWISE_IMGUI_LIBRARY imgui REQUIRED)
find_library(STAIRWISE_STB_LIBRARY stb REQUIRED)

# Debian's static archive holds the GLFW and OpenGL backends and the FreeType builder as well.
add_library(stairwise_imgui INTERFACE)
target_include_directories(stairwise_imgui SYSTEM INTERFACE ${STAIRWISE_IMGUI_INCLUDE})
target_link_libraries(stairwise_imgui INTERFACE ${STAIRWISE_IMGUI_LIBRARY} ${STAIRWISE_STB_LIBRARY}
    PkgConfig::FREETYPE glfw OpenGL::GL dl)

stairwise_module(editor_model USES report import)
