#!/bin/sh
# SPDX-License-Identifier: MIT
# Copyright (c) 2026 The kyosei_desk authors
# Makes sure Python, Qt's system libraries and a Japanese font are there: installs them
# through apt where it may, else says exactly what to install.
set -u
PYTHON=${PYTHON:-python3}

[ "$(uname -s)" = Linux ] || exit 0

missing=""
need() { missing="$missing $1"; }

if ! command -v "$PYTHON" >/dev/null 2>&1; then
  need python3; need python3-venv
elif ! "$PYTHON" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
  echo "Python 3.11 以上が要ります（今は $("$PYTHON" --version 2>&1)）。" >&2
  echo "新しい Python を入れ、make PYTHON=python3.12 run のように指定してください。" >&2
  exit 1
elif ! "$PYTHON" -c 'import ensurepip, venv' 2>/dev/null; then
  need python3-venv
fi

has_library() {
  { ldconfig -p 2>/dev/null || /sbin/ldconfig -p 2>/dev/null; } | grep -q "$1"
}
while read -r library package; do
  has_library "$library" || need "$package"
done <<'LIST'
libEGL.so.1 libegl1
libGL.so.1 libgl1
libxkbcommon.so.0 libxkbcommon0
libxkbcommon-x11.so.0 libxkbcommon-x11-0
libdbus-1.so.3 libdbus-1-3
libfontconfig.so.1 libfontconfig1
libglib-2.0.so.0 libglib2.0-0
libxcb-cursor.so.0 libxcb-cursor0
libxcb-icccm.so.4 libxcb-icccm4
libxcb-image.so.0 libxcb-image0
libxcb-keysyms.so.1 libxcb-keysyms1
libxcb-randr.so.0 libxcb-randr0
libxcb-render-util.so.0 libxcb-render-util0
libxcb-shape.so.0 libxcb-shape0
libxcb-xkb.so.1 libxcb-xkb1
LIST

if ! command -v fc-list >/dev/null 2>&1; then
  need fontconfig; need fonts-morisawa-bizud-gothic
elif [ -z "$(fc-list ':lang=ja' family 2>/dev/null)" ]; then
  need fonts-morisawa-bizud-gothic
fi

[ -n "$missing" ] || exit 0
# Newer Debian and Ubuntu renamed this one.
case " $missing " in
  *" libglib2.0-0 "*)
    if apt-cache show libglib2.0-0t64 >/dev/null 2>&1; then
      missing=$(echo "$missing" | sed 's/libglib2\.0-0\b/libglib2.0-0t64/')
    fi ;;
esac

install() {
  echo "足りないものを入れます:$missing"
  # shellcheck disable=SC2086
  $1 apt-get update -qq && $1 env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends $missing >/dev/null
}
if command -v apt-get >/dev/null 2>&1; then
  if [ "$(id -u)" = 0 ]; then install "" && exit 0
  elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then install sudo && exit 0
  fi
  echo "次のものが足りません。管理者に頼むか、自分で入れてから、もう一度実行してください:" >&2
  echo "  sudo apt-get install$missing" >&2
else
  echo "次のもの（Debian での名前）に当たるものを入れてから、もう一度実行してください:" >&2
  echo " $missing" >&2
fi
exit 1
