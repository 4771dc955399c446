const POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
const PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; sandbox"

const header = (name: string, value: string): string => `add_header ${name} "${value}" always;`
const STRICT = [header('X-Content-Type-Options', 'nosniff'), header('Referrer-Policy', 'no-referrer')]
const inBlock = (lines: readonly string[], indent: string): string => lines.map((line) => `${indent}${line}`).join('\n')

/** Of a query: nothing where it is not named or names what the folder has anyhow; else a part of the file's name; `other` is no file's. */
const part = (name: string, rules: readonly string[], of = `$arg_${name}`): string => `map "${of}" $tx_${name} {
    default "@${name}=other";
${inBlock(of === `$arg_${name}` ? ['"" "";', ...rules] : rules, '    ')}
}`
const named = (name: string, rule: string): string => `"~^${rule}$" "@${name}=$arg_${name}";`
const usual = (value: string): string => `"${value}" "";`

/** The whole is the pack's root, as long as nothing else is the root. */
const region = (root: string): string =>
  part('region', ['"~^:" "";', `"~^${root}:(${root})?$" "";`, '"~^[0-9]+:" "@region=$arg_region";'], '$arg_region:$arg_root')

const scenesIn = (scenes: readonly string[]): string => `"~^${scenes.join('(,|%2[Cc])')}$" "";`
/** In the order of files' names, then what no file's name has. */
const IN_NAMES = ['region', 'root', 'refArea', 'indicator', 'context']
const NOT_IN_NAMES = ['theme', 'scenes', 'metric', 'period', 'from', 'to']
const NAME = [...IN_NAMES, ...NOT_IN_NAMES, 'hidden'].map((name) => `$tx_${name}`).join('')

/** What the folder has where nobody asks for a part of it. */
export interface Usual {
  readonly root: string
  /** In the pack's order. */
  readonly scenes: readonly string[]
}

/** nginx's rules for the folder: an address with a query finds the file that is named after both, or nothing. Belongs into its `http` block. */
export const nginxConf = (
  folder: string,
  { root, scenes }: Usual
): string => `# nginx 配置样例：放进 http 块（Debian：存为 /etc/nginx/conf.d/tongxin.conf）。只需改 listen 和 root。
# 文件名：/api/v1/scenes/zonglan?region=330881 对应 api/v1/scenes/zonglan@region=330881.json。
# 文件夹里没有的地区、主题、场景、指标、时期答 404，不拿别的文件顶替。width 和不认识的查询不看。
${region(root)}
${part('root', [usual(root), named('root', '[0-9]+')])}
${part('refArea', [named('refArea', '[0-9]+')])}
${part('indicator', [named('indicator', '[A-Za-z0-9._-]+')])}
${part('context', [usual('0'), named('context', '1')])}
${part('theme', [usual('paper')])}
# 全部场景，次序和数据包里一样。
${part('scenes', [scenesIn(scenes)])}
${['metric', 'period', 'from', 'to'].map((name) => part(name, [])).join('\n')}
# 查询的名字不许用 % 写。
map $args $tx_hidden {
    default "";
    "~(^|&)[^=&]*%" "@other";
}
# 版次看文件夹里现在是哪一版，换了文件夹不用改这里。
${part('release', [named('release', '[0-9]+')])}

server {
    listen 8080;
    root "${folder.replaceAll('\\', '/').replaceAll('"', '')}";
    charset utf-8;
    gzip on;
    gzip_static on;
    gzip_vary on;
    gzip_types application/json text/css text/javascript application/javascript image/svg+xml text/csv;

    types {
        text/html html;
        text/css css;
        text/javascript js mjs;
        application/json json;
        application/manifest+json webmanifest;
        text/csv csv;
        text/plain txt;
        image/svg+xml svg;
        image/png png;
        font/woff2 woff2;
        application/vnd.openxmlformats-officedocument.presentationml.presentation pptx;
        application/vnd.openxmlformats-officedocument.spreadsheetml.sheet xlsx;
    }
    charset_types text/css text/javascript text/plain text/csv image/svg+xml application/manifest+json;

    # 数据、图片和文件：名字里要有全部查询；没有就是 404，不得用页面或别的文件顶替。
    location /api/v1/ {
        if (!-f $document_root/api/v1/version$tx_release.json) {
            return 404;
        }
        set $tx_name ${NAME};
        try_files $uri$tx_name.json $uri$tx_name =404;
${inBlock([header('Cache-Control', 'no-cache'), ...STRICT, header('Content-Security-Policy', PICTURE_POLICY), header('Cross-Origin-Resource-Policy', 'cross-origin')], '        ')}
    }

    # 名字里有校验码的文件从不改变。
    location ~ ^/(assets/|fonts/.*\\.woff2$) {
        try_files $uri =404;
${inBlock([header('Cache-Control', 'public, max-age=31536000, immutable'), ...STRICT], '        ')}
    }

    # 让别的网站加载嵌入脚本。
    location = /embed.js {
        try_files $uri =404;
${inBlock([header('Cache-Control', 'no-cache'), header('Access-Control-Allow-Origin', '*'), ...STRICT, header('Cross-Origin-Resource-Policy', 'cross-origin')], '        ')}
    }

    # 嵌入页：允许谁嵌入，写在 frame-ancestors 'self' 后面，例如 https://oa.qz.gov.cn。
    location /embed/ {
        try_files $uri $uri/index.html =404;
${inBlock([header('Cache-Control', 'no-cache'), ...STRICT, header('Content-Security-Policy', POLICY)], '        ')}
    }

    location / {
        try_files $uri $uri/index.html =404;
${inBlock([header('Cache-Control', 'no-cache'), ...STRICT, header('Content-Security-Policy', POLICY), header('X-Frame-Options', 'SAMEORIGIN')], '        ')}
    }
}
`
