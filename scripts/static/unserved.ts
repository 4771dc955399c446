/**
 * What stands in an exported page until the app takes its place. Its class is of the app's styles, which hide it for some seconds: where
 * even these do not come (opened by a double click, or below a path) it is seen at once, where only scripts do not run, soon.
 */
const NOTE = `<div class="unserved">
      <h1>页面没有启动</h1>
      <p>这是一个要由网页服务器打开的文件夹，双击 index.html 看不到大屏。</p>
      <ul>
        <li>双击打开的：在这个文件夹里运行 <code>python3 serve.py</code>，再用浏览器打开 <code>http://127.0.0.1:8080/</code>。没有 Python 的电脑怎么办，见文件夹里的“说明.txt”。</li>
        <li>已经放在网页服务器上的：要放在网站的根上，不能放在子目录里；服务器要把 .js 文件标成 text/javascript，不能是 text/plain。</li>
        <li>浏览器要 Chromium 109 以上的内核，并允许运行 JavaScript。</li>
      </ul>
    </div>`

const ROOT = '<div id="root"></div>'

/** @throws Error in Chinese where the page has no place for it. */
export function withNote(html: string): string {
  const noted = html.replace(ROOT, () => `<div id="root">${NOTE}</div>`)
  if (noted === html) throw new Error('页面里没有 #root，页面不是本程序构建的')
  return noted
}
