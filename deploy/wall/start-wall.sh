#!/bin/sh
# Shows the wall in a kiosk browser and starts the browser again whenever it ends. Runs inside a graphical session: started by
# wall.service (cage) or by wall.desktop (a desktop that logs in by itself).
# usage: start-wall.sh [SETTINGS], by default /etc/default/tongxin-wall
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
settings=${1:-/etc/default/tongxin-wall}
# shellcheck source=settings.sh
. "$here/settings.sh"

# Debian and Ubuntu, Google, 统信 UOS, 银河麒麟 (奇安信)
BROWSERS='chromium chromium-browser google-chrome-stable google-chrome uos-browser-stable qaxbrowser-safe-stable qaxbrowser-safe browser'
# Between two starts: at first, and at most while the browser ends at once.
AGAIN=2
LONGEST=60

find_browser() {
  for name in ${WALL_BROWSER:-$BROWSERS}; do
    if command -v "$name" 2>/dev/null; then return; fi
  done
  refuse "找不到浏览器（找过：${WALL_BROWSER:-$BROWSERS}），请安装 Chromium 109 或更高内核的浏览器，或设 WALL_BROWSER。"
}

# What is not ASCII goes into the address as %XX: Chromium drops other characters of --app without a word.
encoded() {
  for byte in $(printf '%s' "$1" | od -An -v -tx1); do
    case $byte in
      2[0-35-9b] | 3[c-f] | 5[bd-e] | 60 | 7[b-f] | [89a-f]?) printf '%%%s' "$byte" ;;
      *) printf '%b' "\\0$(printf '%o' "0x$byte")" ;;
    esac
  done
}

wall_address() {
  case $WALL_URL in
    *\?*) printf '%s&name=%s' "$WALL_URL" "$(encoded "$WALL_NAME")" ;;
    *) printf '%s?name=%s' "$WALL_URL" "$(encoded "$WALL_NAME")" ;;
  esac
}

# One browser for one profile: started twice, the second leaves. The lock ends with this script, not with what it starts.
lock_state() {
  mkdir -p "$WALL_STATE/profile" 2>/dev/null || true
  [ -w "$WALL_STATE/profile" ] || refuse "文件夹 $WALL_STATE 不能写，请检查 WALL_STATE 和它的主人。"
  exec 9>"$WALL_STATE/lock"
  if ! flock -n 9; then
    say '已经在运行，这一次不再启动。'
    exit 0
  fi
}

# Only for so long: a wall that has been opened before comes up without a network too.
wait_for_network() {
  until_then=$(($(date +%s) + WALL_NETWORK_SECONDS))
  while ! ask "$origin/readyz" 3 >/dev/null; do
    if [ "$(date +%s)" -ge "$until_then" ]; then
      say "等了 $WALL_NETWORK_SECONDS 秒，服务器 $origin 没有答复，先打开。"
      return
    fi
    sleep 1
  done
}

# The page asks for it as well, which plain http does not allow. cage never blanks.
keep_screen_on() {
  [ -n "${DISPLAY:-}" ] && command -v xset >/dev/null 2>&1 || return 0
  xset s off 2>/dev/null || true
  xset s noblank 2>/dev/null || true
  xset -dpms 2>/dev/null || true
}

# Where there is no display any more the session has ended, and there is nothing to do but leave.
has_display() {
  if [ -n "${DISPLAY:-}" ] && command -v xset >/dev/null 2>&1; then
    xset q >/dev/null 2>&1
  elif [ -n "${WAYLAND_DISPLAY:-}" ]; then
    [ -S "$WAYLAND_DISPLAY" ] || [ -S "${XDG_RUNTIME_DIR:-/run}/$WAYLAND_DISPLAY" ]
  fi
}

need_display() {
  [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || refuse '没有图形界面（DISPLAY 和 WAYLAND_DISPLAY 都没有设）。'
  if has_display; then return; fi
  say "连不上图形界面 ${DISPLAY:-$WAYLAND_DISPLAY}，退出。"
  exit 1
}

# After a power cut the browser would offer to restore its pages, or, under another host name, refuse the profile.
clear_crash_marks() {
  preferences="$WALL_STATE/profile/Default/Preferences"
  if [ -f "$preferences" ]; then
    sed -i 's/"exit_type":"[^"]*"/"exit_type":"Normal"/; s/"exited_cleanly":false/"exited_cleanly":true/' "$preferences" || true
  fi
  rm -f "$WALL_STATE/profile/SingletonLock" "$WALL_STATE/profile/SingletonCookie" "$WALL_STATE/profile/SingletonSocket"
}

# Sets the browser's arguments and becomes the browser. Each flag stands in the manual's table too.
become_browser() {
  set --
  # The whole screen, no window frame, no way out by F11 or Escape.
  set -- "$@" --kiosk
  # A profile of its own: it keeps the page and the last figures for a start without a network. Never --incognito.
  set -- "$@" "--user-data-dir=$WALL_STATE/profile"
  # No welcome page, no question for the default browser or search engine: nobody is there to answer.
  set -- "$@" --no-first-run --no-default-browser-check --disable-search-engine-choice-screen
  # No bubble that offers to restore pages; the first name is that of kernels before 110.
  set -- "$@" --disable-session-crashed-bubble --hide-crash-restore-bubble
  # No bars over the page and no message boxes.
  set -- "$@" --disable-infobars --noerrdialogs
  # No offer to translate, no search for casting devices in the office's network.
  set -- "$@" --disable-features=Translate,MediaRouter
  # No zooming by two fingers, no leaving the page by a swipe.
  set -- "$@" --disable-pinch --overscroll-history-navigation=0
  # No call for an update for a year: updates are the administrator's.
  set -- "$@" --check-for-update-interval=31536000
  # No password for a key ring that nobody unlocks.
  set -- "$@" --password-store=basic
  # No traffic to the maker of the browser, which such a network lets nowhere.
  set -- "$@" --disable-component-update --disable-background-networking --disable-sync --disable-breakpad
  # Something that covers the wall must not slow down its clock, its reports and its changes of scenes.
  set -- "$@" --disable-background-timer-throttling --disable-backgrounding-occluded-windows --disable-renderer-backgrounding
  # A page of the browser's own that says "no network" tries again by itself.
  set -- "$@" --enable-auto-reload
  # By way of X where it can be had, as under cage: it is what every kernel since 109 draws on alike.
  if [ -n "${DISPLAY:-}" ]; then set -- "$@" --ozone-platform=x11; else set -- "$@" --ozone-platform=wayland; fi
  if [ -n "$WALL_SCALE" ]; then set -- "$@" "--force-device-scale-factor=$WALL_SCALE"; fi
  # The one http address that may have a service worker and a wake lock.
  if [ -n "$WALL_TRUSTED_ORIGIN" ]; then set -- "$@" "--unsafely-treat-insecure-origin-as-secure=$WALL_TRUSTED_ORIGIN"; fi
  # shellcheck disable=SC2086 # several flags in one setting
  set -- "$@" $WALL_FLAGS
  # A window without tabs and without an address line.
  exec setsid "$browser" "$@" "--app=$address"
}

# Until it ends, for whatever reason.
run_browser() {
  clear_crash_marks
  (
    exec 9>&-
    become_browser
  ) &
  browser_pid=$!
  printf '%s\n' "$browser_pid" >"$WALL_STATE/browser.pid"
  wait "$browser_pid" || true
}

watch_wall() {
  exec 9>&-
  while sleep 60 && kill -0 "$$" 2>/dev/null; do
    # Some desktops set it back.
    keep_screen_on
    "$here/watch-wall.sh" "$settings" || true
  done
}

leave() {
  trap - EXIT HUP INT TERM
  kill "$watch_pid" 2>/dev/null || true
  end_browser
  exit "$1"
}

read_settings "$settings"
browser=$(find_browser)
address=$(wall_address)
need_display
lock_state
end_browser
keep_screen_on
wait_for_network
watch_wall &
watch_pid=$!
trap 'leave $?' EXIT
trap 'leave 0' HUP INT TERM
pause=$AGAIN
while :; do
  begun=$(date +%s)
  run_browser
  need_display
  # One that has run for a minute did start: the next one need not wait.
  if [ $(($(date +%s) - begun)) -ge 60 ]; then pause=$AGAIN; fi
  say "浏览器退出了，$pause 秒后重新打开。"
  # In the background, so that the end of the session need not wait for it.
  sleep "$pause" 9>&- &
  wait "$!" || true
  pause=$((pause * 2 > LONGEST ? LONGEST : pause * 2))
done
