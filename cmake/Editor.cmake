# The window: a model without a face, eyes, face and hands.
find_package(OpenGL REQUIRED COMPONENTS OpenGL)
find_package(glfw3 REQUIRED)
pkg_check_modules(EPOXY REQUIRED IMPORTED_TARGET epoxy)
pkg_check_modules(FREETYPE REQUIRED IMPORTED_TARGET freetype2)
find_path(STAIRWISE_IMGUI_INCLUDE imgui.h PATH_SUFFIXES imgui REQUIRED)
find_library(STAIRWISE_IMGUI_LIBRARY imgui REQUIRED)
find_library(STAIRWISE_STB_LIBRARY stb REQUIRED)

# Debian's static archive holds the GLFW and OpenGL backends and the FreeType builder as well.
add_library(stairwise_imgui INTERFACE)
target_include_directories(stairwise_imgui SYSTEM INTERFACE ${STAIRWISE_IMGUI_INCLUDE})
target_link_libraries(stairwise_imgui INTERFACE ${STAIRWISE_IMGUI_LIBRARY} ${STAIRWISE_STB_LIBRARY}
    PkgConfig::FREETYPE glfw OpenGL::GL dl)

stairwise_module(editor_model USES report import samples)
stairwise_module(editor_view USES editor_model PRIVATE PkgConfig::EPOXY ${STAIRWISE_STB_LIBRARY})
stairwise_embed_texts(stairwise_editor_view editor/view/shaders.hpp stairwise::editor shaderText
    shaders/*.vert shaders/*.frag)
stairwise_module(editor_panels USES editor_view imgui)

# Three makings of one window; a program links one of them.
add_library(stairwise_editor_window STATIC)
stairwise_sources(stairwise_editor_window editor/window)
set(makings window_glfw window_egl window_none)
list(TRANSFORM makings PREPEND ${PROJECT_SOURCE_DIR}/editor/window/ OUTPUT_VARIABLE files)
list(TRANSFORM files APPEND .cpp)
get_target_property(sources stairwise_editor_window SOURCES)
list(REMOVE_ITEM sources ${files})
set_property(TARGET stairwise_editor_window PROPERTY SOURCES ${sources})
target_link_libraries(stairwise_editor_window PUBLIC stairwise_editor_view stairwise_imgui)
foreach(making IN ITEMS glfw egl none)
    add_library(stairwise_editor_window_${making} STATIC editor/window/window_${making}.cpp)
    target_link_libraries(stairwise_editor_window_${making} PUBLIC stairwise_editor_window)
endforeach()
target_link_libraries(stairwise_editor_window_glfw PRIVATE PkgConfig::EPOXY)
target_link_libraries(stairwise_editor_window_egl PRIVATE PkgConfig::EPOXY)

# The editor without its window: what the program and the tests drive picture by picture.
stairwise_module(editor_desk USES editor_panels editor_window)
foreach(making IN ITEMS glfw egl none)
    add_library(stairwise_editor_desk_${making} INTERFACE)
    target_link_libraries(stairwise_editor_desk_${making} INTERFACE
        stairwise_editor_desk stairwise_editor_window_${making})
endforeach()
add_executable(stairwise-editor editor/main.cpp)
target_link_libraries(stairwise-editor PRIVATE stairwise_editor_desk_glfw CLI11::CLI11)
