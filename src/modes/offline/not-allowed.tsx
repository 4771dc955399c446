import type { ReactNode } from 'react'
import { WAIT } from '#tokens/durations.ts'
import './offline.css'

const WHAT = '本屏未获授权'
const REMEDY = '请维护人员在本机打开一次新的设置链接'

/** In place of a scene that there never was. */
export const NotAllowed = (): ReactNode => (
  <section className="scene-wait" data-panel="scene" data-panel-state="error" data-not-allowed="">
    <p className="note note-err">{WHAT}</p>
    <div className="panel-mid">
      <p>
        {REMEDY}，{WAIT.retry / 1_000} 秒后自动重试
      </p>
    </div>
  </section>
)

/** Over the scene that the page still has. */
export const NotAllowedStrip = (): ReactNode => (
  <aside className="offline-strip" role="alert" data-not-allowed="">
    <p>
      <b>{WHAT}</b>
      <br />
      {REMEDY}，现在看到的是以前存下的。
    </p>
  </aside>
)
