import type { ReactNode } from 'react'
import type { WallLine } from '#contract/walls.ts'
import { dayClockText } from '#format/period.ts'
import { sinceText, spanText } from './age-text.ts'
import { ReloadButton } from './reload-button.tsx'
import type { Names } from './use-names.ts'
import { lacksOf } from './wall-lacks.ts'
import { stateOf } from './wall-state.ts'

export const COLUMNS = ['大屏', '状态', '构建', '画面', '数据核对', '屏幕', '次数', '问题', '操作'] as const

interface WallRowProps {
  readonly wall: WallLine
  /** The server's time of the list, and the build it hands out. */
  readonly now: number
  readonly build: string | undefined
  readonly operator: boolean
  readonly token: string
  readonly names: Names
}

/** The screen confirms its data every half minute: a multiple of that is worth a look. */
const OLD_DATA = 120_000

interface CellProps {
  readonly column: (typeof COLUMNS)[number]
  readonly children: ReactNode
}

/** The column's name stands in the cell where the table has no room for a head. Roles outlive that layout. */
const Cell = ({ column, children }: CellProps): ReactNode => (
  <td role="cell" data-column={column}>
    {children}
  </td>
)

function Build({ wall, build }: Pick<WallRowProps, 'wall' | 'build'>): ReactNode {
  if (wall.build === '') return '开发版'
  const verdict = build === undefined ? '' : wall.build === build ? '最新' : '旧版本'
  return (
    <>
      <code title={wall.build}>{wall.build.slice(0, 7)}</code>
      <small className={verdict === '旧版本' ? 'is-warn' : ''}>{verdict}</small>
    </>
  )
}

const DataAge = ({ dataAt, now, timeZone }: { readonly dataAt: string | null; readonly now: number; readonly timeZone: string }): ReactNode =>
  dataAt === null ? (
    <span className="is-warn">还没有数据</span>
  ) : (
    <>
      <span className={now - Date.parse(dataAt) > OLD_DATA ? 'is-warn' : ''}>{sinceText(dataAt, now)}</span>
      <small>{dayClockText(Date.parse(dataAt), now, timeZone)}</small>
    </>
  )

const screenText = ({ width, height, pixelRatio }: WallLine): string =>
  width === 0 || height === 0 ? '没有接显示器' : `${width}×${height}${pixelRatio === 1 ? '' : `，${Number(pixelRatio.toFixed(2))} 倍`}`

const memoryText = ({ heapBytes }: WallLine): string => (heapBytes === null ? '内存未知' : `内存 ${Math.round(heapBytes / 1e6)} MB`)

function Problems({ wall, now, timeZone }: { readonly wall: WallLine; readonly now: number; readonly timeZone: string }): ReactNode {
  const lacks = lacksOf(wall)
  if (lacks.length === 0 && wall.error === null) return <span className="walls-none">无</span>
  return (
    <ul>
      {wall.error !== null && (
        <li className="is-err">
          {dayClockText(Date.parse(wall.error.at), now, timeZone)} 出错：<span title={wall.error.message}>{wall.error.message}</span>
        </li>
      )}
      {lacks.map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  )
}

/** One wall: how it is, and what can be done about it. What a lost wall said last is shown paler. */
export function WallRow({ wall, now, build, operator, token, names }: WallRowProps): ReactNode {
  const { shape, words } = stateOf(wall, now)
  const { timeZone } = names
  return (
    <tr role="row" data-wall={wall.id} data-state={shape}>
      <th role="rowheader" scope="row">
        {wall.name}
        <small>已开 {spanText(Date.parse(wall.lastSeen) - Date.parse(wall.startedAt))}</small>
      </th>
      <Cell column="状态">
        <b className="walls-state">
          <i aria-hidden="true" />
          {words}
        </b>
        <small>心跳 {sinceText(wall.lastSeen, now)}</small>
      </Cell>
      <Cell column="构建">
        <Build wall={wall} build={build} />
      </Cell>
      <Cell column="画面">
        {names.view(wall.scene, wall.region)}
        <small>{wall.release === null ? '还没有数据' : `第 ${wall.release} 版`}</small>
      </Cell>
      <Cell column="数据核对">
        <DataAge dataAt={wall.dataAt} now={now} timeZone={timeZone} />
      </Cell>
      <Cell column="屏幕">
        {screenText(wall)}
        <small>{memoryText(wall)}</small>
      </Cell>
      <Cell column="次数">
        切换 {wall.rotations.toLocaleString('en-US')}
        <small>重新加载 {wall.reloads}</small>
        {wall.safe && <small className="is-warn">安全模式</small>}
      </Cell>
      <Cell column="问题">
        <Problems wall={wall} now={now} timeZone={timeZone} />
      </Cell>
      <Cell column="操作">
        <ReloadButton wall={wall} operator={operator} token={token} />
      </Cell>
    </tr>
  )
}
