#!/usr/bin/env bash
# Sets up what is missing, builds Stairwise and empties the sample school. Options go to `stairwise simulate`.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=cmake/setup.sh
. "$root/cmake/setup.sh"

install_missing build
# Tests are left as they are where test.sh has been here before.
[ -f "$root/build/release/build.ninja" ] || configure release -DSTAIRWISE_TESTS=OFF
build release stairwise

prefix=$root/
[ "$PWD" != "$root" ] || prefix="" # short paths read better
out=(--out "${prefix}out/demo")
for argument in "$@"; do
    case "$argument" in --out | --out=*) out=() ;; esac
done
exec "$root/build/release/stairwise" simulate "${prefix}scenarios/school.scenario.json" "${out[@]}" "$@"
