import type { PackAnswer } from '#contract/endpoints.ts'
import type { Survey } from './survey.ts'
import type { Written } from './write.ts'

const MB = 1_000_000

const start = (): string => `一、怎样打开
  不能双击 index.html：浏览器不让这样打开的页面读数据，页面上会写怎么办。要有一个程序把这个文件夹当作网站，文件夹就在网站的根上，不能放在子目录里。

  麒麟、统信等 Linux（自带 Python）
      在这个文件夹里打开终端，运行    python3 serve.py
      再用浏览器打开                  http://127.0.0.1:8080/
      同一网络里的别的机器也要看时    python3 serve.py 8080 0.0.0.0
      serve.py 就在这个文件夹里，要 Python 3.7 以上，只用它自带的库。用 python3 -m http.server 8080 也能看，
      只是别的网站不能用脚本方式嵌入，接口地址后面也要加 .json。

  Windows
      Windows 没有自带、不装就能用的网页服务器。请在出发前准备一样，和这个文件夹一起放在 U 盘里，都不用安装：
      1. Python：在 python.org 下载“Windows embeddable package”，解开，在这个文件夹里运行    那个文件夹\\python.exe serve.py
         （装过 Python 的电脑直接运行 python serve.py。不要用 python -m http.server：有的 Windows 会把 .js 标成
         text/plain，页面打不开；serve.py 不会。）
      2. nginx：在 nginx.org 下载 Windows 版，解开，把它的 conf\\nginx.conf 里 http { } 中的 server { } 换成这里的 nginx.conf 全文，
         root 改成这个文件夹，用正斜杠，例如 root "E:/tongxin";，双击 nginx.exe。
      没有浏览器的新版本也打不开：要 Chromium 109 以上的内核（Edge、Chrome、360、奇安信等的新版）。

  网站服务器
      nginx.conf 是 nginx 的现成配置：改 listen 和 root 两行，存为 /etc/nginx/conf.d/tongxin.conf，nginx -t 通过后 systemctl reload nginx。
      别的服务器不用写规则：放在网站的根上，能按文件名给文件、给文件夹里的 index.html 就行。.js 要标成 text/javascript。
      打开是 403 的，让服务器读得到：chmod -R a+rX 这个文件夹。
`

const addresses = (): string => `二、能打开的地址
  /                              大屏
  /wall                          无人值守的大屏，自动轮播
  /brief  /brief/场景            简报
  /embed/scene/场景              给别的网页嵌入的一个场景
  /embed/panel/场景/面板         给别的网页嵌入的一个面板
  /api/v1/panels/场景/面板.svg   图片，另有 .png 和 .csv
  /api/v1/scenes/场景.pptx       一个场景的 PowerPoint，.xlsx 是工作簿
  /api/v1/decks.pptx             全部场景合成一个，.xlsx 是工作簿
`

const differences = (release: number): string => `三、和服务程序不同的地方
  右上写“静态 第 ${release} 版”：数据停在这一版。页面隔一会儿重新读一次文件；换上新导出的文件夹，开着的页面会跟上。
  只有这一版：接口地址里写别的 release 答 404；页面地址里写别的，页面退到这一版，写着“没有第 N 版，这是第 ${release} 版”；冻结的链接换了文件夹就看不到原来的数。
  图片和文件只有默认的主题（paper）、宽度和全域一种：地址里的 region、root、theme、metric、period、scenes 要的是别的，答 404，
  不拿别的数顶替（全域自己的代码、paper、按次序写全的场景可以写）；width 不看，图片总是默认的宽度。
  页面上“分享 → 引用与嵌入”里列的就是文件夹里有的。
  以上是 nginx.conf 和 serve.py。没有规则的网页服务器（如 python3 -m http.server）不看地址里 ? 后面的字，
  写了别的 region、release 给的也是全域、这一版：用它时不要在地址后面写查询。
  没有投屏和遥控（/remote）、大屏一览（/walls）、发布、令牌，也不答复 oEmbed：谁能打开这个网站，谁就能看到全部数字。
  别的网站要嵌入：先写明是哪个网站。nginx.conf 里写进 frame-ancestors；serve.py 写在后面：
  python3 serve.py 8080 0.0.0.0 https://oa.qz.gov.cn    （只写到主机和端口，后面没有斜杠）
  断网：大屏（/ 和 /wall）用 https 或本机地址打开过一次，停一会儿，网页服务器停了也能再打开；简报和嵌入页不能。
`

const names = (): string => `四、文件名
  /api/v1/scenes/zonglan                  →  api/v1/scenes/zonglan.json
  /api/v1/scenes/zonglan?region=330881    →  api/v1/scenes/zonglan@region=330881.json
  查询按 region、root、refArea、indicator、context 的次序写，每个前面加 @。
  页面自己照这个规则找文件，所以不必给网页服务器写任何规则；nginx.conf 和 serve.py 让别的程序也能用原来的地址。
  文件名 Windows、FAT32、exFAT 都认。小文件多，拷到 U 盘要一两分钟；拷完请“安全弹出”再拔。
`

const update = (): string => `五、更新
  再导出一次到同一个文件夹：先写在旁边，写完整了才换过来，失败、中断、磁盘满时原来的不动。
  网站服务器上的 nginx.conf 不用改：有哪些场景、是哪一版，它看文件夹里现在是什么。
`

/** Old editors of Windows take text for GBK without the mark, and need both signs at the end of a line. */
const forWindows = (text: string): string => `\uFEFF${text.replaceAll('\n', '\r\n')}`

/** The note in the folder, for who finds it without us. */
export const readMe = ({ info, scenes }: PackAnswer, { release, answers, downloads }: Written, { files, bytes }: Survey): string =>
  forWindows(
    [
      `${info.title} ${info.product}：静态文件，数据停在第 ${release} 版

这个文件夹是大屏的页面和数据，不需要数据库，也不需要大屏的服务程序，任何网页服务器都能用。
场景：${scenes.map(({ title }) => title).join('、')}
${answers} 份数据，${downloads.length} 个图片和文件；一共约 ${files} 个文件，${Math.ceil(bytes / MB)} MB。
`,
      start(),
      addresses(),
      differences(release),
      names(),
      update()
    ].join('\n')
  )
