# The shaders become part of the program, so that it looks for no file when it starts.
# As a script: cmake -DFOLDER=shaders -DOUT=shaders.cpp -P EmbedShaders.cmake
# Included: stairwise_embed_shaders(target)
if(CMAKE_SCRIPT_MODE_FILE)
    file(GLOB files LIST_DIRECTORIES OFF ${FOLDER}/*.vert ${FOLDER}/*.frag)
    list(SORT files)
    set(entries "")
    foreach(path IN LISTS files)
        cmake_path(GET path FILENAME name)
        file(READ ${path} text)
        string(APPEND entries "    if (name == \"${name}\") return R\"glsl(${text})glsl\";\n")
    endforeach()
    file(WRITE ${OUT} "// Made from shaders/.
#include \"editor/view/shaders.hpp\"

namespace stairwise::editor {

std::string_view shaderText(std::string_view name)
{
${entries}    return {};
}

}
")
    return()
endif()

set(STAIRWISE_EMBED_SHADERS ${CMAKE_CURRENT_LIST_FILE})
function(stairwise_embed_shaders target)
    set(folder ${PROJECT_SOURCE_DIR}/shaders)
    set(made ${PROJECT_BINARY_DIR}/made/shaders.cpp)
    file(GLOB shaders CONFIGURE_DEPENDS ${folder}/*.vert ${folder}/*.frag)
    add_custom_command(OUTPUT ${made}
        COMMAND ${CMAKE_COMMAND} -DFOLDER=${folder} -DOUT=${made} -P ${STAIRWISE_EMBED_SHADERS}
        DEPENDS ${shaders} ${STAIRWISE_EMBED_SHADERS} VERBATIM)
    target_sources(${target} PRIVATE ${made})
endfunction()
