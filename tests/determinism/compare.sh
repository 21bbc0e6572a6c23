#!/usr/bin/env bash
# compare.sh SCENARIO "THREADS…" PROGRAM…: the digest of one scenario, and the hash of its hand calculation, from each
# making of stairwise_digest with each number of threads, and from the first program once more with a C library that is told that the
# processor has neither FMA nor AVX2: its exp, sin and cos give other bits then.
# Fails unless all are the same.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
scenario=$1
threads=$2
shift 2

# Names of glibc 2.33 and later, then of those before; a library leaves out what it does not know.
no_fma=glibc.cpu.hwcaps=-AVX2,-FMA,-FMA4,-AVX2_Usable,-FMA_Usable,-FMA4_Usable
first=""
verdict=0

# digest_of PROGRAM THREADS NOTE
digest_of() {
    local program=$1 count=$2 note=$3 digest
    if ! digest=$("$program" "$root/scenarios/$scenario.scenario.json" "$count"); then
        echo "$scenario: ${program#"$root"/} with $count threads$note gave no digest"
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
