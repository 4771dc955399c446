const POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
const PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; sandbox"

const header = (name: string, value: string): string => `add_header ${name} "${value}" always;`
const STRICT = [header('X-Content-Type-Options', 'nosniff'), header('Referrer-Policy', 'no-referrer')]
const inBlock = (lines: readonly string[], indent: string): string => lines.map((line) => `${indent}${line}`).join('\n')

/** Of a query: nothing where it is not named; else a part of the file's name; `other` is no file's. */
const part = (name: string, rules: readonly string[]): string => `map "$arg_${name}" $tx_${name} {
    default "@${name}=other";
${inBlock(['"" "";', ...rules], '    ')}
}`
const named = (name: string, rule: string): string => `"~^${rule}$" "@${name}=$arg_${name}";`
const usual = (value: string): string => `"${value}" "";`

/**
 * What names all that lies in the folder anyhow is no part of a file's name: its root and its scenes, which other files' names tell, so that
 * another folder can take this one's place under the same rules. Within a location nginx would forget `try_files` behind these.
 */
const whole = (answer: string, name: string, also = ''): string => `set $tx_${name}_left $tx_${name};
    if (-f $document_root/api/v1/${answer}$tx_${name}${also}.json) {
        set $tx_${name}_left "";
    }`

/** In the order of files' names, then what no file's name has. */
const NAME = ['region_left', 'root_left', 'refArea', 'indicator', 'context', 'theme', 'scenes_left', 'metric', 'period', 'from', 'to', 'hidden']
  .map((name) => `$tx_${name}`)
  .join('')

/** nginx's rules for the folder: an address with a query finds the file that is named after both, or nothing. Belongs into its `http` block. */
export const nginxConf = (
  folder: string
): string => `# nginx 配置样例，换了文件夹、版次、场景都不用改：放进 http 块（Debian：存为 /etc/nginx/conf.d/tongxin.conf）。只需改 listen 和 root。
# 文件名：/api/v1/scenes/zonglan?region=330881 对应 api/v1/scenes/zonglan@region=330881.json。
# 文件夹里没有的地区、主题、场景、指标、时期答 404，不拿别的文件顶替。width 和不认识的查询不看。
# 全域和全部场景也看文件夹里现在是什么，换了文件夹不用改这里。
${part('region', [named('region', '[0-9]+')])}
${part('root', [named('root', '[0-9]+')])}
${part('refArea', [named('refArea', '[0-9]+')])}
${part('indicator', [named('indicator', '[A-Za-z0-9._-]+')])}
${part('context', [usual('0'), named('context', '1')])}
${part('theme', [usual('paper')])}
${part('scenes', [named('scenes', '[a-z0-9,%C-]+')])}
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

    # 全域自己的代码、按次序写全的场景，等于没有写。
    ${whole('pack', 'root')}
    ${whole('pack', 'region', '$tx_root_left')}
    ${whole('scenes', 'scenes')}

    # 数据、图片和文件：名字里要有全部查询；没有就是 404，不得用页面或别的文件顶替。U 盘上 API 和 api 是同一个文件夹。
    location ~* ^/api/v1/ {
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
