#!/usr/bin/env python3
# -*- coding: utf-8 -*-
"""把这个文件夹当作网站打开：python3 serve.py [端口] [地址] [可以嵌入它的网站 ...]

不写是 8080 和 127.0.0.1（只有本机能打开）；地址写 0.0.0.0，同一网络里的别的机器也能打开。
别的网站要嵌入 /embed/ 的页面，把它写在后面：python3 serve.py 8080 0.0.0.0 https://oa.qz.gov.cn
只用 Python 3.7 以上自带的库，不写文件，不联网。
"""
import sys

# Before anything that an older one lacks.
if sys.version_info < (3, 7):
    sys.exit("要 Python 3.7 以上，这个是 %d.%d" % tuple(sys.version_info[:2]))

import http.server
import json
import os
import re
import socketserver
from urllib.parse import parse_qs

FOLDER = os.path.dirname(os.path.abspath(__file__))

POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors "
PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; sandbox"

# The registry of Windows may call .js text/plain, which no browser runs as a module: all types stand here.
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".webmanifest": "application/manifest+json; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".svg": "image/svg+xml; charset=utf-8",
    ".png": "image/png",
    ".woff2": "font/woff2",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

# Queries that there are files for, in the order of their names.
KEYS = (("region", "[0-9]+"), ("root", "[0-9]+"), ("refArea", "[0-9]+"), ("indicator", "[A-Za-z0-9._-]+"), ("context", "1"), ("scenes", "[a-z0-9,-]+"))
# Queries that there is one of each for. Of another one there is nothing.
OTHERS = ("theme", "metric", "period", "from", "to", "release")
# What is asked for where there is nothing.
NOTHING = os.path.join(FOLDER, "@other")


def is_there(path):
    """Whether the folder has a file by this very name. Windows and FAT take others for it too: API, api., con, PICTUR~1."""
    names = os.path.relpath(path, FOLDER).split(os.sep)
    try:
        return os.path.isfile(path) and all(name in os.listdir(os.path.join(FOLDER, *names[:at])) for at, name in enumerate(names))
    except (OSError, ValueError):
        return False


def release():
    """Read anew: the folder may have changed places with another release's. Of one that is being copied nothing is known yet."""
    try:
        with open(os.path.join(FOLDER, "static-export.json"), encoding="utf-8") as mark:
            return str(json.load(mark)["release"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def is_whole(address, part):
    """Whether the folder says by a file's name that this names all that lies there: its root, its scenes."""
    return is_there(os.path.join(FOLDER, "api", "v1", address + part + ".json"))


def name_of(query):
    """How a query stands in the name of its file; "other" is no file's. Names nothing: width, and what nobody knows."""
    asked = {key: values[0] for key, values in parse_qs(query).items()}
    if not asked:
        return ""
    usual = {"context": "0", "theme": "paper", "release": release()}
    rules = KEYS + tuple((key, "(?!)") for key in OTHERS)
    named = [(key, asked[key], rule) for key, rule in rules if key in asked and asked[key] != usual.get(key)]
    parts = {key: "@%s=%s" % (key, value if re.fullmatch(rule, value) else "other") for key, value, rule in named}
    if is_whole("pack", parts.get("root", "")):
        parts["root"] = ""
    # As long as nothing else is the root.
    if is_whole("pack", parts.get("region", "") + parts.get("root", "")):
        parts["region"] = ""
    if is_whole("scenes", parts.get("scenes", "")):
        parts["scenes"] = ""
    return "".join(parts.values())


class Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "static"
    sys_version = ""
    # Headers and body are two writes: the second must not wait for the first to be acknowledged.
    disable_nagle_algorithm = True
    # Seconds. Who says nothing, or takes nothing, for that long keeps no thread.
    timeout = 60

    # The file that answers the request.
    found = None

    def __init__(self, *args):
        super().__init__(*args, directory=FOLDER)

    def translate_path(self, path):
        # Of one request it is asked several times, and a stick is slow.
        if self.found is None:
            self.found = self.file_of(path)
        return self.found

    def file_of(self, path):
        address, _, query = path.partition("?")
        found = super().translate_path(address)
        # However the address is spelled: /%61pi/, //api/.
        if found.startswith(os.path.join(FOLDER, "api", "v1", "")):
            named = found + name_of(query)
            files = (named + ".json", named)
        else:
            files = (os.path.join(found, "index.html"), found)
        return next((file for file in files if is_there(file)), NOTHING)

    def last_modified(self):
        try:
            return self.date_time_string(os.path.getmtime(self.translate_path(self.path)))
        except OSError:
            return None

    def send_head(self):
        self.found = None
        # An older folder may be put back: not modified is what is just as old as what was seen, not whatever is older too.
        if self.headers["If-Modified-Since"] != self.last_modified():
            del self.headers["If-Modified-Since"]
        return super().send_head()

    def guess_type(self, path):
        return TYPES.get(os.path.splitext(path)[1].lower(), "application/octet-stream")

    def list_directory(self, path):
        self.send_error(404)

    def end_headers(self):
        path = self.path.partition("?")[0]
        forever = path.startswith("/assets/") or path.endswith(".woff2")
        self.send_header("Cache-Control", "public, max-age=31536000, immutable" if forever else "no-cache")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        if path == "/embed.js":
            self.send_header("Access-Control-Allow-Origin", "*")
            self.send_header("Cross-Origin-Resource-Policy", "cross-origin")
        elif path.startswith("/api/"):
            self.send_header("Cross-Origin-Resource-Policy", "cross-origin")
            self.send_header("Content-Security-Policy", PICTURE_POLICY)
        else:
            self.send_header("Content-Security-Policy", POLICY + " ".join(["'self'"] + (self.server.sites if path.startswith("/embed/") else [])))
        super().end_headers()

    def log_message(self, *args):
        pass


class Server(http.server.ThreadingHTTPServer):
    # A dozen frames on one page ask at the same time.
    request_queue_size = 128
    # To Windows this means that several may have the same port: the second would start, and be asked nothing.
    allow_reuse_address = os.name != "nt"
    # Those on whose pages /embed/ may stand, beside this one's own.
    sites = []

    def server_bind(self):
        # Not as HTTPServer does: it looks for a name of the address, for many seconds where there is no network.
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = self.server_address[:2]

    def handle_error(self, request, client_address):
        # Who has left the page wants no more of it.
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)


def say(words):
    """Where a console has no Chinese (its code page is another one), the address at least is readable; where there is none, nothing is said."""
    if sys.stdout is not None:
        encoding = sys.stdout.encoding or "ascii"
        sys.stdout.write((words + "\n").encode(encoding, "backslashreplace").decode(encoding))
        sys.stdout.flush()


def serve(port, address, sites=()):
    try:
        server = Server((address, port), Handler)
    except (OSError, OverflowError) as error:
        sys.exit("不能用 %s 的 %d 端口（%s）：换一个端口，例如 python3 serve.py 8081" % (address, port, getattr(error, "strerror", None) or error))
    server.sites = list(sites)
    everywhere = address == "0.0.0.0"
    say("请用浏览器打开 http://%s:%d/ ，无人值守的大屏是 /wall 。按 Ctrl+C 停止。" % ("127.0.0.1" if everywhere else address, server.server_port))
    if everywhere:
        say("别的机器上打开 http://这台机器的地址:%d/ ，要分享链接和二维码也从这个地址打开。" % server.server_port)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass


if __name__ == "__main__":
    words = sys.argv[1:]
    if words and not re.fullmatch("[0-9]{1,5}", words[0]) or not all(re.fullmatch(r"https?://[A-Za-z0-9.:\[\]*-]+", site) for site in words[2:]):
        sys.exit(__doc__)
    serve(int(words[0]) if words else 8080, words[1] if len(words) > 1 else "127.0.0.1", words[2:])
