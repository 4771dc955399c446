import type { ReactNode } from 'react'

/** Without a name the wall is called by nothing; 指挥中心 is only an example. */
const wallAddress = (): string => `${location.origin}/wall?name=指挥中心`

/** What a wall on plain http lacks, and the two ways out. */
export const WaysOut = (): ReactNode => (
  <section className="walls-ways" aria-labelledby="walls-ways">
    <h2 id="walls-ways">提示“未用 https”的大屏怎么办</h2>
    <p>用 http:// 打开的大屏，浏览器不给离线缓存，也不给防息屏锁。平时照常显示；断网时已打开的页面照常显示，但这时重启就打不开了。两个办法，任选一个：</p>
    <ol>
      <li>
        <b>内部 CA 证书</b>：由单位内部 CA 给服务器签发证书，在服务器前面用 https 提供，再把 CA 根证书装进大屏电脑，大屏改用 https://
        地址打开。长期使用建议用这个办法。
      </li>
      <li>
        <b>Chromium 启动参数</b>：在大屏电脑的启动命令里加这两个参数，只对这一个地址生效：
        <pre>--unsafely-treat-insecure-origin-as-secure={location.origin} --user-data-dir=一个专用文件夹</pre>
      </li>
    </ol>
  </section>
)

/** Nobody has reported yet. */
export const NoWalls = (): ReactNode => (
  <section className="walls-empty">
    <h2>还没有大屏报到</h2>
    <p>在大屏电脑的浏览器里打开下面的地址，把“指挥中心”换成那块屏的名字，半分钟内就会出现在这里：</p>
    <pre>{wallAddress()}</pre>
  </section>
)
