const POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
const PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; sandbox"

const header = (name: string, value: string): string => `add_header ${name} "${value}" always;`
const STRICT = [header('X-Content-Type-Options', 'nosniff'), header('Referrer-Policy', 'no-referrer')]
const inBlock = (lines: readonly string[], indent: string): string => lines.map((line) => `${indent}${line}`).join('\n')

const part = (name: string, rule: string): string => `map $arg_${name} $tx_${name} {
    default "";
    "~^${rule}$" "@${name}=$arg_${name}";
}`

/** nginx's rules for the folder: an address with a query finds the file that is named after both. Belongs into its `http` block. */
export const nginxConf = (
  folder: string,
  release: number
): string => `# nginx 配置样例：放进 http 块（Debian：存为 /etc/nginx/conf.d/tongxin.conf）。只需改 listen 和 root。
# 文件名：/api/v1/scenes/zonglan?region=330881 对应 api/v1/scenes/zonglan@region=330881.json。
${part('region', '[0-9]+')}
${part('root', '[0-9]+')}
${part('refArea', '[0-9]+')}
${part('indicator', '[A-Za-z0-9._-]+')}
${part('context', '1')}
# 只有这一版：问别的版次答 404，不拿这一版顶替。
map $arg_release $tx_release {
    default "@release=other";
    "" "";
    "${release}" "";
}

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

    # 数据：先找带查询的文件，再找图片等同名文件；没有就是 404，不得用页面顶替。
    location /api/v1/ {
        try_files $uri$tx_region$tx_root$tx_refArea$tx_indicator$tx_context$tx_release.json $uri =404;
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
