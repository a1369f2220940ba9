#!/usr/bin/env bash
# Sets sohoa up on a bare Debian or Ubuntu machine, then processes the samples or runs the tests.
#
#   bash setup.sh        set-up alone
#   bash setup.sh run    set-up, then samples/ into outputs/
#   bash setup.sh test   set-up, then the tests
set -euo pipefail
cd "$(dirname "$0")"

need=(python3 python3-venv make poppler-utils fonts-dejavu-core
      tesseract-ocr tesseract-ocr-vie tesseract-ocr-script-viet tesseract-ocr-ukr tesseract-ocr-rus
      tesseract-ocr-kaz tesseract-ocr-eng tesseract-ocr-osd)
need_for_tests=(chromium fonts-liberation2 libatomic1)

say() { printf '\033[1m%s\033[0m\n' "$*" >&2; }
stop() { printf 'setup: %s\n' "$*" >&2; exit 4; }

missing_packages() {
  local package
  for package in "$@"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)" = installed ] || echo "$package"
  done
}

# Ubuntu's chromium is a snap: the browser tests are then skipped by name, with the reason.
obtainable() {
  local package
  for package in "$@"; do
    if [ "$package" = chromium ] && grep -qi '^ID=ubuntu' /etc/os-release; then continue; fi
    echo "$package"
  done
}

install_packages() {
  command -v dpkg-query >/dev/null || stop "this script needs Debian or Ubuntu; elsewhere install: ${need[*]}"
  local missing as_root=()
  mapfile -t missing < <(missing_packages $(obtainable "$@"))
  [ ${#missing[@]} -gt 0 ] || return 0
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || stop "no root and no sudo here. Ask for: apt-get install ${missing[*]}"
    as_root=(sudo)
  fi
  say "Installing Debian packages: ${missing[*]}"
  "${as_root[@]}" apt-get update -q >&2
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}" >&2
}

make_environment() {
  python3 -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' ||
    stop "Python 3.11, 3.12 or 3.13 is needed; $(python3 --version) is here (Debian 12, Ubuntu 24.04 or newer have one)"
  local stamp
  stamp=$(cat requirements.lock pyproject.toml | sha256sum)
  if [ -x .venv/bin/sohoa ] && [ "$(cat .venv/.locked 2>/dev/null)" = "$stamp" ]; then return 0; fi
  say "Making .venv from requirements.lock"
  [ -x .venv/bin/python ] || python3 -m venv .venv
  .venv/bin/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock >&2
  .venv/bin/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e . >&2
  echo "$stamp" > .venv/.locked
}

run_samples() {
  local status=0
  .venv/bin/sohoa ingest samples/documents || status=$?
  [ "$status" -eq 0 ] || [ "$status" -eq 3 ] || exit "$status"
  .venv/bin/sohoa export --out outputs/tables --format csv
  .venv/bin/sohoa export --out outputs/documents --format json
  .venv/bin/sohoa report
  mkdir -p outputs/text
  local file
  for file in samples/documents/*; do
    .venv/bin/sohoa text "$file" -o "outputs/text/$(basename "$file").txt"
  done
  cat >&2 <<EOF

Done. Look at
  outputs/report.html   what was read, what to check
  outputs/tables/       one CSV file per table
  outputs/documents/    one JSON file per document
  outputs/text/         the repaired text of each document
  outputs/sohoa.db      the same tables in SQLite
Your own folder:  .venv/bin/sohoa ingest FOLDER
EOF
  exit "$status"
}

case "${1:-setup}" in
  setup) install_packages "${need[@]}"; make_environment; say "Ready: .venv/bin/sohoa --help" ;;
  run) install_packages "${need[@]}"; make_environment; run_samples ;;
  test) install_packages "${need[@]}" "${need_for_tests[@]}"; make_environment; exec .venv/bin/python -m pytest ;;
  *) sed -n '2,6s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
esac
