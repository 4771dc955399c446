# shellcheck shell=sh
# Read by start-wall.sh and watch-wall.sh: the settings of /etc/default/tongxin-wall, checked once.

say() {
  printf '大屏：%s\n' "$*" >&2
}

# Neither 0 nor 1: trying again does not help until somebody has corrected the settings.
refuse() {
  say "$1"
  exit 78
}

# $1 name, $2 value
need_number() {
  case $2 in
    '' | *[!0-9]*) refuse "$1 须为整数（秒），现在是 ${2:-空}。" ;;
  esac
}

check_address() {
  case $WALL_URL in
    http://*/wall | http://*/wall[?/]* | https://*/wall | https://*/wall[?/]*) ;;
    *) refuse "WALL_URL 须为 http:// 或 https:// 开头、到 /wall 为止的地址，现在是 ${WALL_URL:-空}。" ;;
  esac
  case $WALL_URL in
    *[?\&]name=*) refuse 'WALL_URL 里不要写 name，名字写在 WALL_NAME。' ;;
    *[[:space:]]* | *\#*) refuse 'WALL_URL 里不能有空格和 # 号。' ;;
  esac
}

# Quotation marks would have to be told apart in the server's answer.
check_name() {
  case $WALL_NAME in
    '') refuse '缺少 WALL_NAME：给这块屏起一个名字。' ;;
    *[\"\\]* | *[[:cntrl:]]* | ' '* | *' ') refuse 'WALL_NAME 里不能有英文引号、反斜杠，前后不能有空格。' ;;
  esac
}

# What would end the line that the token stands in would be another setting of curl's.
check_token() {
  case $WALL_DEVICE_TOKEN in
    *[!A-Za-z0-9._-]*) refuse 'WALL_DEVICE_TOKEN 须照抄 #device= 后面的令牌。' ;;
  esac
}

# $1 settings file. @sets WALL_* and the scheme, host and port of the wall in origin
read_settings() {
  [ -r "$1" ] || refuse "读不到设置文件 $1，请从 tongxin-wall.default 复制一份再改。"
  WALL_URL='' WALL_NAME='' WALL_BROWSER='' WALL_STATE='/var/lib/tongxin-wall' WALL_SCALE='' WALL_TRUSTED_ORIGIN='' WALL_FLAGS=''
  WALL_NETWORK_SECONDS='20' WALL_SILENT_SECONDS='180' WALL_DEVICE_TOKEN=''
  # shellcheck source=tongxin-wall.default
  . "$1"
  check_address
  check_name
  check_token
  need_number WALL_NETWORK_SECONDS "$WALL_NETWORK_SECONDS"
  need_number WALL_SILENT_SECONDS "$WALL_SILENT_SECONDS"
  rest=${WALL_URL#*://}
  # shellcheck disable=SC2034 # for those who read this file
  origin="${WALL_URL%%://*}://${rest%%/*}"
}

# $1 what stands around the token; prints a line for a configuration, empty without a token
token_line() {
  # shellcheck disable=SC2059 # the first is the form
  [ -z "$WALL_DEVICE_TOKEN" ] || printf "$1" "$WALL_DEVICE_TOKEN"
}

# $1 address, $2 seconds; prints the answer. The token is in no argument, which everybody on the machine can read: curl takes it by
# standard input, wget from a file alone.
ask() {
  if command -v curl >/dev/null 2>&1; then
    token_line 'header = "Authorization: Bearer %s"\n' | curl -K - -fsS --noproxy '*' --max-time "$2" "$1" 2>/dev/null
  else
    [ -z "$WALL_DEVICE_TOKEN" ] || (umask 077 && token_line 'header = Authorization: Bearer %s\n' >"$WALL_STATE/wgetrc") || return 1
    wget ${WALL_DEVICE_TOKEN:+"--config=$WALL_STATE/wgetrc"} -q --no-proxy -T "$2" -t 1 -O - "$1" 2>/dev/null
  fi
}

# Whether a process is the browser of this wall. $1 pid
is_browser() {
  [ -n "$1" ] && tr '\0' '\n' 2>/dev/null <"/proc/$1/cmdline" | grep -qxF -- "--user-data-dir=$WALL_STATE/profile"
}

# The browser's process group, or nothing when it does not run.
browser_group() {
  group=$(cat "$WALL_STATE/browser.pid" 2>/dev/null) || group=''
  if is_browser "$group"; then printf '%s' "$group"; fi
}

# Politely, and after five seconds otherwise. A renderer that hangs hears nothing and outlives the browser, so the group goes as a whole.
end_browser() {
  group=$(browser_group)
  [ -n "$group" ] || return 0
  kill -s TERM -- "-$group" 2>/dev/null || true
  for _ in 1 2 3 4 5; do
    is_browser "$group" || break
    sleep 1
  done
  kill -s KILL -- "-$group" 2>/dev/null || true
}
