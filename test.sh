#!/usr/bin/env bash
# Sets up what is missing, builds everything and runs every test. The last line says how many passed and failed.
#   ./test.sh          the tests, and the determinism comparison of -O0 and -O2
#   ./test.sh --fuzz   also the digest of clang++ -O3 -march=native, the readers under the sanitizers and twenty seconds
#                      of fuzzing each (CI=true does the same)
#   ./test.sh --full   also all tests under the sanitizers, digests of more scenarios and compilers, 2,000 random
#                      schools, longer fuzzing, clang-tidy
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=cmake/setup.sh
. "$root/cmake/setup.sh"
export LC_ALL=C.UTF-8
unset STAIRWISE_LANG

passed=0
failed=() # names
skipped=0

usage() { sed -n '2,7s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"; }

# trial NAME COMMAND…: one check besides the tests of ctest.
trial() {
    local name=$1
    shift
    say "== $name"
    if "$@"; then
        passed=$((passed + 1))
    else
        failed+=("$name")
        say "FAILED: $name"
    fi
}

# run_tests PRESET CTEST-OPTION…: runs and counts.
run_tests() {
    local folder=$root/build/$1 report counts tests bad left_out
    shift
    report=$folder/tests.xml
    rm -f "$report"
    ctest --test-dir "$folder" --parallel "$(nproc)" --output-on-failure --no-tests=error --output-junit "$report" \
        "$@" || say "ctest ended with code $?"
    if [ ! -f "$report" ]; then
        failed+=("the tests in $folder: no report")
        return
    fi
    counts=$(sed -n 's/.*<testsuite /&/;/<testsuite /,/>/p' "$report" | tr '\n' ' ')
    number() { sed -n "s/.*[[:space:]]$1=\"\([0-9]*\)\".*/\1/p" <<<"$counts"; }
    tests=$(number tests)
    bad=$(number failures)
    left_out=$(($(number skipped) + $(number disabled)))
    skipped=$((skipped + left_out))
    passed=$((passed + tests - bad - left_out))
    mapfile -t -O "${#failed[@]}" failed < <(sed -n 's/.*<testcase name="\([^"]*\)".* status="fail".*/\1/p' "$report")
}

# fuzz_one NAME SECONDS SEEDS…: what the fuzzer says goes into a file; its end is shown where it found something.
fuzz_one() {
    local name=$1 seconds=$2 log=$root/build/fuzz/$1.log
    shift 2
    "$root/build/fuzz/fuzz_$name" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=2048 -max_len=65536 -verbosity=0 \
        -artifact_prefix="$root/build/fuzz/$name-" "$@" >"$log" 2>&1 && return
    tail -n 60 "$log" >&2
    return 1
}

fuzz() { # fuzz SECONDS
    local seconds=$1 program name seeds
    configure fuzz
    build fuzz fuzz_all
    for program in "$root"/build/fuzz/fuzz_*; do
        [ -x "$program" ] || continue
        name=${program##*/fuzz_}
        mkdir -p "$root/build/fuzz/corpus/$name"
        seeds=("$root/build/fuzz/corpus/$name")
        [ ! -d "$root/tests/fuzz/seeds/$name" ] || seeds+=("$root/tests/fuzz/seeds/$name")
        cp "$root"/scenarios/*."$name".json "$root/build/fuzz/corpus/$name/" 2>/dev/null || true
        trial "fuzz $name for $seconds s" fuzz_one "$name" "$seconds" "${seeds[@]}"
    done
}

level=usual
[ "${CI:-}" != true ] || level=fuzz
for argument in "$@"; do
    case "$argument" in
        --fuzz) [ "$level" = full ] || level=fuzz ;;
        --full) level=full ;;
        *)
            usage
            exit 2
            ;;
    esac
done

case "$level" in
    usual) install_missing build test ;;
    fuzz) install_missing build test fuzz ;;
    full) install_missing build test fuzz tidy ;;
esac

# A screen for the tests of the window; without it they are left out.
(install_missing screen) || say "Going on without Xvfb, xdotool and xclip."

configure release -DSTAIRWISE_TESTS=ON
if ! build release all; then
    echo "0 passed, 1 failed: the build"
    exit 1
fi
run_tests release

build release stairwise_digest
configure debug -DSTAIRWISE_TESTS=OFF
build debug stairwise_digest
compare=$root/tests/determinism/compare.sh
programs=("$root/build/release/stairwise_digest" "$root/build/debug/stairwise_digest")
if [ "$level" != usual ]; then # one program that differs in compiler, optimisation and instruction set at once
    configure clang -DCMAKE_CXX_FLAGS_RELEASE="-O3 -march=native"
    build clang stairwise_digest
    programs+=("$root/build/clang/stairwise_digest")
fi
trial "same digest everywhere: w1" "$compare" w1 "1 2 3 8" "${programs[@]}"

if [ "$level" = fuzz ]; then
    fuzz 20
    build fuzz test_school test_scenario test_import # under the sanitizers that the fuzzers need anyway
    run_tests fuzz -R '^(school|scenario|import)\.'
fi

if [ "$level" = full ]; then
    for preset in asan tsan; do
        configure "$preset"
        build "$preset" all
        run_tests "$preset"
    done
    configure native
    build native stairwise_digest
    for scenario in w1 school w2-4000; do
        trial "same digest everywhere: $scenario" "$compare" "$scenario" "1 2 3 5 8 13" \
            "$root/build/release/stairwise_digest" "$root/build/native/stairwise_digest" \
            "$root/build/clang/stairwise_digest"
    done
    build release stairwise_random_schools
    trial "2,000 random schools" "$root/build/release/stairwise_random_schools" 1 2000 "$root/build"
    fuzz 600
    trial "clang-tidy" run-clang-tidy -quiet -p "$root/build/clang" "$root/sim/"
fi

for name in "${failed[@]}"; do echo "failed: $name"; done
echo "$passed passed, ${#failed[@]} failed, $skipped skipped"
[ "${#failed[@]}" -eq 0 ]
