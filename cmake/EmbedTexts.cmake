# Texts that become part of the program, so that it looks for no file when it starts.
# As a script: cmake -DFILES=… -DOUT=… -DHEADER=… -DNAMESPACE=… -DFUNCTION=… -P EmbedTexts.cmake
# Included: stairwise_embed_texts(target HEADER NAMESPACE FUNCTION patterns…): std::string_view FUNCTION(name).
if(CMAKE_SCRIPT_MODE_FILE)
    set(entries "")
    foreach(path IN LISTS FILES)
        cmake_path(GET path FILENAME name)
        file(READ ${path} text)
        string(APPEND entries "    if (name == \"${name}\") return R\"text(${text})text\";\n")
    endforeach()
    file(WRITE ${OUT} "// Made by cmake/EmbedTexts.cmake.
#include \"${HEADER}\"

namespace ${NAMESPACE} {

std::string_view ${FUNCTION}(std::string_view name)
{
${entries}    return {};
}

}
")
    return()
endif()

set(STAIRWISE_EMBED_TEXTS ${CMAKE_CURRENT_LIST_FILE})
function(stairwise_embed_texts target header namespace function)
    set(made ${PROJECT_BINARY_DIR}/made/${target}_texts.cpp)
    list(TRANSFORM ARGN PREPEND ${PROJECT_SOURCE_DIR}/ OUTPUT_VARIABLE patterns)
    file(GLOB files CONFIGURE_DEPENDS ${patterns})
    list(SORT files)
    add_custom_command(OUTPUT ${made}
        COMMAND ${CMAKE_COMMAND} "-DFILES=${files}" -DOUT=${made} -DHEADER=${header} -DNAMESPACE=${namespace}
            -DFUNCTION=${function} -P ${STAIRWISE_EMBED_TEXTS}
        DEPENDS ${files} ${STAIRWISE_EMBED_TEXTS} VERBATIM)
    target_sources(${target} PRIVATE ${made})
endfunction()
