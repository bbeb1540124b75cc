#!/bin/sh
# Install the free fonts that stand in for those of official documents. Does nothing when they are there.
set -eu

# The metric twin of Times New Roman, 黑体 and 宋体, 小标宋, and two faces for rare characters of names.
packages="fonts-liberation2 fonts-noto-cjk fonts-noto-cjk-extra fonts-lxgw-wenkai fonts-arphic-ukai"
fandol="${XDG_DATA_HOME:-$HOME/.local/share}/fonts/fandol"

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

missing=""
for package in $packages; do
    dpkg -s "$package" >/dev/null 2>&1 || missing="$missing $package"
done
if [ -n "$missing" ]; then
    as_root apt-get update -q
    # shellcheck disable=SC2086 # one word a package
    as_root apt-get install -q -y --no-install-recommends $missing
fi

# 仿宋 and 楷体 come with the Chinese support of TeX only; its package is unpacked, not installed.
if [ ! -e "$fandol/FandolFang-Regular.otf" ]; then
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    chmod 755 "$work"
    (cd "$work" && { apt-get download -q texlive-lang-chinese || {
        as_root apt-get update -q && apt-get download -q texlive-lang-chinese; }; })
    dpkg-deb -x "$work"/texlive-lang-chinese_*.deb "$work/files"
    mkdir -p "$fandol"
    find "$work/files" -name 'Fandol[FHKS]*.otf' -exec cp {} "$fandol" \;
    fc-cache "$fandol"
fi
