#!/usr/bin/env bash
# compare.sh SCENARIO "THREADS…" PROGRAM…: the digest of one scenario, and the hash of its hand calculation, from each
# program with each number of threads, and from the first program once more with a C library that is told that the
# processor has neither FMA nor AVX2: its exp, sin and cos give other bits then.
# Fails unless all are the same.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
scenario=$1
threads=$2
shift 2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Names of glibc 2.33 and later, then of those before; a library leaves out what it does not know.
no_fma=glibc.cpu.hwcaps=-AVX2,-FMA,-FMA4,-AVX2_Usable,-FMA_Usable,-FMA4_Usable
first=""
verdict=0

# digest_of PROGRAM THREADS NOTE
digest_of() {
    local program=$1 count=$2 note=$3 code=0 digest
    "$program" simulate "$root/scenarios/$scenario.scenario.json" --threads "$count" --no-capped --json \
        --out "$work/out" >"$work/summary" 2>"$work/errors" || code=$?
    digest=$(sed -n 's/.*"\(digest\|times_hash\)": *"\([0-9a-f]*\)".*/\2/p' "$work/summary" | paste -sd ' ' -)
    if [ -z "$digest" ]; then
        echo "$scenario: ${program#"$root"/} with $count threads$note gave no digest (exit code $code):"
        cat "$work/errors"
        exit 1
    fi
    echo "$scenario  $digest  ${program#"$root"/}, $count threads$note"
    first=${first:-$digest}
    [ "$digest" = "$first" ] || verdict=1
}

# Steps that awk makes with the C library's functions, and that grow any difference: if their end stays the same, the
# library was not impressed.
library_says() { awk 'BEGIN { for (i = 1; i < 5000; i++) s = sin(1000 * s + exp(i * 0.001)); printf "%.17g", s }'; }

for program in "$@"; do
    for count in $threads; do digest_of "$program" "$count" ""; done
done
(
    export GLIBC_TUNABLES=$no_fma
    digest_of "$1" 2 ", without FMA"
    exit "$verdict"
) || verdict=1
[ "$(library_says)" != "$(GLIBC_TUNABLES=$no_fma library_says)" ] ||
    echo "$scenario: on this machine the C library gives the same bits with and without FMA"
[ "$verdict" -eq 0 ] || echo "$scenario: the digests differ"
exit "$verdict"
