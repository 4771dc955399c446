import { useEffect, useState, type ReactNode } from 'react'
import { serverNow } from '#format/clock.ts'
import { dayClockText } from '#format/period.ts'
import { ToolDialog } from '#modes/tablet/tool-dialog.tsx'
import { useOffline, type OfflineState, type Shelf } from '#queries/offline-store.ts'
import { isStatic } from '#queries/static-site.ts'
import { askToPersist } from './keep-page.ts'
import { isFull } from './shelf.ts'
import { TROUBLE } from './trouble-words.ts'
import './offline.css'

const partsText = ({ scenes, of, answers, ofAnswers }: Shelf): string => `场景 ${scenes.length}/${of}，连同各地区 ${answers}/${ofAnswers}`

function shelfText(shelf: Shelf, busy: boolean): string {
  if (busy) return `正在保存第 ${shelf.release} 版：${partsText(shelf)}`
  return `第 ${shelf.release} 版已存：${partsText(shelf)}（${dayClockText(shelf.at, serverNow(), shelf.timeZone)}）`
}

type Stage = 'whole' | 'open' | 'busy' | 'part'

const STAGE: Readonly<Record<Stage, string>> = { whole: '离线可用', open: '本页开着时离线可用', busy: '正在保存', part: '离线数据还没有存全' }

function stageOf({ shelf, busy, trouble, pageKept = false }: OfflineState): Stage {
  if (busy) return 'busy'
  if (shelf === undefined || !isFull(shelf) || trouble !== undefined) return 'part'
  return pageKept ? 'whole' : 'open'
}

function Stored(offline: OfflineState): ReactNode {
  const { shelf, trouble, cleared = false, again } = offline
  const stage = stageOf(offline)
  return (
    <section className="offline-part">
      <p className="offline-state" data-offline-stage={stage}>
        <i aria-hidden="true" />
        <b>{STAGE[stage]}</b>
      </p>
      <p>{shelf === undefined ? '有网络时停留一会儿，最新一版的全部场景会自动存到本机。' : shelfText(shelf, stage === 'busy')}</p>
      {(shelf?.leftOut ?? 0) > 0 && <p>下级地区太多，没有全部存下：另有 {shelf?.leftOut} 项断网时打不开。</p>}
      {cleared && <p>以前存的离线数据曾被浏览器清除，有网络时会自动重新保存。</p>}
      {trouble !== undefined && (
        <p className="note note-warn">
          {TROUBLE[trouble].what}。{TROUBLE[trouble].remedy}
        </p>
      )}
      {stage === 'open' && window.isSecureContext && <p>页面本身还没有存好，断网后不能重新打开。等一会儿还是这样，请点“重新保存”。</p>}
      {again !== undefined && (stage === 'part' || (stage === 'open' && window.isSecureContext)) && (
        <div className="offline-actions">
          <button type="button" onClick={again}>
            重新保存
          </button>
        </div>
      )}
    </section>
  )
}

interface Room {
  readonly used: string
  readonly lasting: boolean
}

const MB = 1_000_000

async function lookAtRoom(): Promise<Room | undefined> {
  try {
    const [{ usage = 0 }, lasting] = await Promise.all([navigator.storage.estimate(), navigator.storage.persisted()])
    return { used: (usage / MB).toFixed(1), lasting }
  } catch {
    return undefined
  }
}

/** How much is stored, and whether the browser may clear it by itself. */
function RoomPart(): ReactNode {
  const [room, setRoom] = useState<Room>()
  const look = (): void => void lookAtRoom().then(setRoom)
  useEffect(look, [])
  if (room === undefined) return null
  return (
    <section className="offline-part">
      <p>
        本机已用 {room.used} MB。{room.lasting ? '浏览器已答应不自动清除。' : '空间紧张时浏览器可能自动清除；装到桌面、常用本页，或点下面的按钮，可以避免。'}
      </p>
      {!room.lasting && (
        <div className="offline-actions">
          <button type="button" onClick={() => void askToPersist().then(look)}>
            请浏览器长期保留
          </button>
        </div>
      )}
    </section>
  )
}

/** Over plain http at an address other than loopback browsers give neither a service worker nor installation. */
const Secure = (): ReactNode => (
  <section className="offline-part">
    <h3>这里能做的</h3>
    <ul>
      <li>断网时接着看，切换场景、地区、指标；断网后重新打开也能看。</li>
      <li>装到桌面：在浏览器菜单里点“安装”或“添加到主屏幕”，以后像应用一样打开，没有地址栏。</li>
      <li>网络恢复后新的一版自动出现，再自动存到本机。</li>
    </ul>
  </section>
)

const Insecure = (): ReactNode => (
  <section className="offline-part" data-offline-insecure="">
    <h3>这里能做的（未用 https）</h3>
    <ul>
      <li>本页开着时断网，可以接着看，切换场景、地区、指标；网络恢复后自动更新。</li>
    </ul>
    <h3>改用 https 后多出来的</h3>
    <ul>
      <li>断网后重新打开页面也能看。</li>
      <li>安装到桌面，像应用一样打开。</li>
      <li>请浏览器长期保留离线数据，不自动清除。</li>
    </ul>
    <p>怎样换成 https，请维护人员看操作手册“断网使用”一节。</p>
  </section>
)

/** Nobody will tell of a newer release, until somebody puts other files there. */
const Files = (): ReactNode => (
  <section className="offline-part" data-offline-static="">
    <p>这里是静态文件，没有服务器：数据停在导出的那一版。换上新导出的文件夹后，开着的页面隔一会儿会跟上。</p>
  </section>
)

/** What is stored for a time without a network, what can be done about it, and what https would add. */
export function OfflineNotes({ onClose }: { readonly onClose: () => void }): ReactNode {
  const offline = useOffline()
  return (
    <ToolDialog title="离线使用" onClose={onClose}>
      <div className="offline-notes">
        {isStatic() && <Files />}
        <Stored {...offline} />
        {window.isSecureContext ? <Secure /> : <Insecure />}
        <RoomPart />
      </div>
    </ToolDialog>
  )
}
