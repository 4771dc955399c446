import type { PackAnswer } from '#contract/endpoints.ts'
import type { Written } from './write.ts'

/** The note in the folder, for who finds it without us. */
export const readMe = (
  { info, scenes }: PackAnswer,
  { release, answers, files }: Written
): string => `${info.title} ${info.product}：静态文件，数据停在第 ${release} 版

这个文件夹是大屏的页面和数据，不需要数据库，也不需要大屏的服务程序，任何网页服务器都能用。
场景：${scenes.map(({ title }) => title).join('、')}
${answers} 份数据，${files} 个图片和文件。

一、用 nginx
  nginx.conf 是现成的配置：改 listen 和 root 两行，存为 /etc/nginx/conf.d/tongxin.conf，nginx -t 通过后 systemctl reload nginx。

二、用 U 盘或别的网页服务器
  把整个文件夹放到网站的根目录。电脑上有 Python 时，在这个文件夹里运行
      python3 -m http.server 8080
  再用浏览器打开 http://127.0.0.1:8080/ 。不能直接双击 index.html：浏览器不让这样打开的页面读数据。
  要放在网站的根上，不能放在子目录里。

三、能打开的地址
  /                              大屏
  /wall                          无人值守的大屏，自动轮播
  /brief  /brief/场景            简报
  /embed/scene/场景              给别的网页嵌入的一个场景
  /embed/panel/场景/面板         给别的网页嵌入的一个面板
  /api/v1/panels/场景/面板.svg   图片，另有 .png 和 .csv；/api/v1/scenes/场景.pptx、.xlsx（导出时服务器有才有）

四、和服务程序不同的地方
  右上写“静态 第 ${release} 版”：数据停在这一版。页面隔一会儿重新读一次文件；换上新导出的文件夹，开着的页面会跟上。
  只有这一版，地址里写别的 release 看不到别的版。
  图片只有默认的主题、宽度和全域一种，地址里的 theme、width、region 不起作用。
  没有 /walls、/remote、发布、令牌：谁能打开这个网站，谁就能看到全部数字。

五、文件名
  /api/v1/scenes/zonglan                  →  api/v1/scenes/zonglan.json
  /api/v1/scenes/zonglan?region=330881    →  api/v1/scenes/zonglan@region=330881.json
  查询按 region、root、refArea、indicator、context 的次序写，每个前面加 @。
  页面自己照这个规则找文件，所以不必给网页服务器写任何规则；nginx.conf 让别的程序也能用原来的地址。

六、更新
  再导出一次到同一个文件夹：先写在旁边，写完整了才换过来，失败时原来的不动。
`
