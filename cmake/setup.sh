# Shared by demo.sh and test.sh, which source it. Expects $root, the folder of the repository.
# shellcheck shell=bash disable=SC2154

# Chinese names need UTF-8 output; what the person set is kept where it will do.
case "${LC_ALL:-${LC_CTYPE:-${LANG:-}}}" in
    *UTF-8 | *utf8 | *UTF8) ;;
    *)
        export STAIRWISE_LANG="${STAIRWISE_LANG:-${LC_ALL:-${LANG:-}}}"
        export LC_ALL=C.UTF-8
        ;;
esac

say() { printf '%s\n' "$*" >&2; }

is_installed() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

# install_missing GROUP…: the packages of those groups. No network and no root where nothing is missing.
install_missing() {
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        say "This is not Debian or Ubuntu: install by hand what cmake/packages.txt lists. Going on."
        return
    fi
    local wanted missing=() package as_root=()
    wanted=$(awk -v groups=" $* " 'NF == 2 && index(groups, " " $1 " ") { print $2 }' "$root/cmake/packages.txt")
    for package in $wanted; do is_installed "$package" || missing+=("$package"); done
    [ ${#missing[@]} -gt 0 ] || return 0
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            say "These packages are missing, and there is no sudo to install them with. As root, type:"
            say "    apt-get update && apt-get install ${missing[*]}"
            exit 2
        fi
        as_root=(sudo)
    fi
    say "Installing: ${missing[*]}"
    "${as_root[@]}" apt-get update -q >&2
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -q -y --no-install-recommends "${missing[@]}" </dev/null >&2
}

# configure PRESET OPTION…: into build/PRESET.
configure() {
    local preset=$1 launcher=""
    shift
    command -v ccache >/dev/null && launcher=ccache
    (cd "$root" && cmake --preset "$preset" -DCMAKE_CXX_COMPILER_LAUNCHER="$launcher" "$@" >&2)
}

# build PRESET TARGET…
build() {
    local preset=$1
    shift
    cmake --build "$root/build/$preset" --parallel "$(nproc)" --target "$@" >&2
}
