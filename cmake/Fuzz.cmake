# One libFuzzer program for each tests/fuzz/NAME.cpp: fuzz_NAME, all of them: fuzz_all.
# Seeds: tests/fuzz/seeds/NAME/ and scenarios/*.NAME.json (test.sh).
add_custom_target(fuzz_all)
file(GLOB fuzz_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/fuzz/*.cpp)
foreach(source IN LISTS fuzz_sources)
    cmake_path(GET source STEM name)
    add_executable(fuzz_${name} ${source})
    target_link_libraries(fuzz_${name} PRIVATE stairwise_record stairwise_import)
    target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
    add_dependencies(fuzz_all fuzz_${name})
endforeach()
