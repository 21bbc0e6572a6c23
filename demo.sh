#!/usr/bin/env bash
# Sets up what is missing, builds Stairwise and empties the sample school, then builds the editor. Options go to
# `stairwise simulate`.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=cmake/setup.sh
. "$root/cmake/setup.sh"

install_missing build
# Tests are left as they are where test.sh has been here before.
if [ ! -f "$root/build/release/build.ninja" ]; then
    configure release -DSTAIRWISE_TESTS=OFF || configure release -DSTAIRWISE_TESTS=OFF -DSTAIRWISE_EDITOR=OFF
fi
build release stairwise

prefix=$root/
[ "$PWD" != "$root" ] || prefix="" # short paths read better
out=(--out "${prefix}out/demo")
for argument in "$@"; do
    case "$argument" in --out | --out=*) out=() ;; esac
done
trap 'exit 130' INT # whoever stops the run wants no more of it
status=0
"$root/build/release/stairwise" simulate "${prefix}scenarios/school.scenario.json" "${out[@]}" "$@" || status=$?

[ "$status" -ne 2 ] || exit 2 # a slip in the options: nothing was shown

# The editor comes last: whoever waits for it has something to read.
if grep -q '^STAIRWISE_EDITOR:BOOL=ON' "$root/build/release/CMakeCache.txt" && build release stairwise-editor; then
    say "编辑器 · The editor: ${prefix}build/release/stairwise-editor ${prefix}scenarios/school.scenario.json"
fi
exit "$status"
