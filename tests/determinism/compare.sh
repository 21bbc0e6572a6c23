#!/usr/bin/env bash
# compare.sh SCENARIO "THREADS…" PROGRAM…: the digest of one scenario, and the hash of its hand calculation, from each
# program with each number of threads.
# Fails unless all are the same.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
scenario=$1
threads=$2
shift 2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

first=""
verdict=0
for program in "$@"; do
    for count in $threads; do
        code=0
        "$program" simulate "$root/scenarios/$scenario.scenario.json" --threads "$count" --no-capped --json \
            --out "$work/out" >"$work/summary" 2>"$work/errors" || code=$?
        digest=$(sed -n 's/.*"\(digest\|times_hash\)": *"\([0-9a-f]*\)".*/\2/p' "$work/summary" | paste -sd ' ' -)
        if [ -z "$digest" ]; then
            echo "$scenario: ${program#"$root"/} with $count threads gave no digest (exit code $code):"
            cat "$work/errors"
            exit 1
        fi
        echo "$scenario  $digest  ${program#"$root"/}, $count threads"
        first=${first:-$digest}
        [ "$digest" = "$first" ] || verdict=1
    done
done
[ "$verdict" -eq 0 ] || echo "$scenario: the digests differ"
exit "$verdict"
