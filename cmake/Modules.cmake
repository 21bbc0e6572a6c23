# Flags that every target shares, and one static library per folder of sim/ and editor/.

add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wno-psabi -Werror)
# The determinism contract (ARCHITECTURE.md): no fused multiply-add, no reassociation, whatever the processor.
add_compile_options(-ffp-contract=off -fno-fast-math)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # g++ 12 warns falsely inside its own headers when it inlines at -O2 and above.
    add_compile_options(-Wno-restrict -Wno-maybe-uninitialized -Wno-array-bounds -Wno-stringop-overflow)
endif()
if(STAIRWISE_SANITIZE)
    add_compile_options(-fsanitize=${STAIRWISE_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    add_link_options(-fsanitize=${STAIRWISE_SANITIZE})
endif()

function(stairwise_sources target folder)
    file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/${folder}/*.cpp ${PROJECT_SOURCE_DIR}/${folder}/*.hpp)
    target_sources(${target} PRIVATE ${sources})
endfunction()

# stairwise_module(name USES modules… PUBLIC libraries… PRIVATE libraries…): the folder sim/name, or of the editor's
# modules (editor_model) editor/model.
function(stairwise_module name)
    cmake_parse_arguments(arg "" "" "USES;PUBLIC;PRIVATE" ${ARGN})
    set(target stairwise_${name})
    set(folder sim/${name})
    if(name MATCHES "^editor_(.*)")
        set(folder editor/${CMAKE_MATCH_1})
    endif()
    add_library(${target} STATIC)
    stairwise_sources(${target} ${folder})
    target_include_directories(${target} PUBLIC ${PROJECT_SOURCE_DIR})
    foreach(used IN LISTS arg_USES)
        target_link_libraries(${target} PUBLIC stairwise_${used})
    endforeach()
    target_link_libraries(${target} PUBLIC ${arg_PUBLIC} PRIVATE ${arg_PRIVATE})
endfunction()
