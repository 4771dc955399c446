#!/bin/sh
# Ends a browser that shows nothing any more: the server answers, but this wall has been silent for three minutes. A page that
# hangs cannot load itself anew. start-wall.sh calls this every minute and then starts the browser again.
# usage: watch-wall.sh [SETTINGS], by default /etc/default/tongxin-wall
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
# shellcheck source=settings.sh
. "$here/settings.sh"
read_settings "${1:-/etc/default/tongxin-wall}"

# A server that has just come back has not heard its walls yet.
LOOKS=3
# What a new start does not cure is not cured by starting every few minutes either.
PAUSE=900

[ "$WALL_SILENT_SECONDS" -gt 0 ] || exit 0

# $1 file; a huge number when there is none
age_of() {
  changed=$(stat -c %Y "$1" 2>/dev/null) || changed=0
  echo $(($(date +%s) - changed))
}

# When the server last heard a wall of this name, in its own time; nothing when never. In JSON a quotation mark within a text has a
# backslash before it, so that none of a wall's own words looks like the beginning of a line or like a field.
last_seen() {
  printf '%s' "$answer" | sed 's/{"id":"/\n/g' | grep -F -- "\",\"name\":\"$WALL_NAME\"," | sed -n 's/.*"lastSeen":"\([^"]*\)".*/\1/p' | sort | tail -n 1
}

# Seconds of silence by the server's clock. Prints a huge number for a wall that it does not know.
silence() {
  now=$(printf '%s' "$answer" | sed -n 's/^{"now":"\([^"]*\)".*/\1/p')
  [ -n "$now" ] || return 1
  seen=$(last_seen)
  echo $(($(date -d "$now" +%s) - $(date -d "${seen:-1970-01-01T00:00:00Z}" +%s)))
}

looks_file="$WALL_STATE/looks"
stamp="$WALL_STATE/restarted"

if ! answer=$(ask "$origin/api/v1/walls" 10) || ! silent=$(silence); then
  rm -f "$looks_file"
  exit 0
fi
looks=$(($(cat "$looks_file" 2>/dev/null || echo 0) + 1))
echo "$looks" >"$looks_file"

[ "$looks" -ge "$LOOKS" ] && [ "$silent" -ge "$WALL_SILENT_SECONDS" ] || exit 0
[ "$(age_of "$WALL_STATE/browser.pid")" -ge "$WALL_SILENT_SECONDS" ] || exit 0
[ "$(age_of "$stamp")" -ge "$PAUSE" ] || exit 0
say "服务器通，但 ${WALL_NAME} 已有 ${WALL_SILENT_SECONDS} 秒没有心跳，重开浏览器。"
: >"$stamp"
end_browser
