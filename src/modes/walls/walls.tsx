import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { WallsAnswer } from '#contract/walls.ts'
import { instantText } from '#format/period.ts'
import { NoServer } from '#modes/offline/no-server.tsx'
import { useLateFonts } from '#modes/shell/use-late-fonts.ts'
import { isStatic } from '#queries/static-site.ts'
import { WALLS_EVERY, wallsQuery } from '#queries/walls-query.ts'
import { useNames, type Names } from './use-names.ts'
import { useOperatorPage } from './use-operator-page.ts'
import { COLUMNS, WallRow } from './wall-row.tsx'
import { summaryOf } from './wall-state.ts'
import { NoWalls, WaysOut } from './ways-out.tsx'
import './walls.css'

const TITLE = '大屏一览'

interface TokenProps {
  readonly operator: boolean
  readonly token: string
  readonly setToken: (token: string) => void
}

/** Kept in memory alone: it is gone with the page. */
const Token = ({ operator, token, setToken }: TokenProps): ReactNode =>
  operator ? (
    <label className="walls-token">
      操作口令
      <input type="password" autoComplete="off" spellCheck={false} value={token} onChange={({ target }) => setToken(target.value)} />
    </label>
  ) : (
    <p className="walls-token">服务器没有设置操作口令（环境变量 OPERATOR_TOKEN），不能在这里让大屏重新加载</p>
  )

interface StandingProps {
  readonly answer: WallsAnswer | undefined
  readonly away: boolean
  readonly timeZone: string
}

/** How old the list is, and that it is old when the server is away. */
function Standing({ answer, away, timeZone }: StandingProps): ReactNode {
  const at = answer === undefined ? '' : instantText(answer.now, timeZone)
  const again = `${WALLS_EVERY / 1_000} 秒`
  if (away)
    return (
      <p className="walls-away" role="alert">
        服务器没有答复，每 {again}再试一次{answer === undefined ? '' : `；下面是 ${at} 的情况`}
      </p>
    )
  return <p className="walls-at">{answer === undefined ? '正在读取' : `${at} 的情况，每 ${again}更新一次`}</p>
}

interface TableProps {
  readonly answer: WallsAnswer
  readonly token: string
  readonly names: Names
}

const Table = ({ answer, token, names }: TableProps): ReactNode => (
  <table role="table" className="walls-table" aria-label={TITLE}>
    <thead role="rowgroup">
      <tr role="row">
        {COLUMNS.map((column) => (
          <th key={column} role="columnheader" scope="col">
            {column}
          </th>
        ))}
      </tr>
    </thead>
    <tbody role="rowgroup">
      {answer.walls.map((wall) => (
        <WallRow key={wall.id} wall={wall} now={Date.parse(answer.now)} build={answer.build} operator={answer.operator} token={token} names={names} />
      ))}
    </tbody>
  </table>
)

/** For the operator: every wall that has reported, what it lacks, and a button that makes it load anew. */
export const Walls = (): ReactNode =>
  isStatic() ? <NoServer title={TITLE}>大屏向服务器报到，这里没有人听，所以列不出有哪些大屏。大屏 /wall 照常自动轮播。</NoServer> : <WallsPage />

function WallsPage(): ReactNode {
  const { data: answer, isError } = useQuery(wallsQuery())
  const names = useNames()
  const [token, setToken] = useState('')
  useOperatorPage(TITLE, answer !== undefined || isError)
  useLateFonts()
  return (
    <main className="walls">
      <header>
        <h1>
          {TITLE}
          <small>{names.product}</small>
        </h1>
        {answer !== undefined && answer.walls.length > 0 && (
          <p className="walls-summary">
            共 {answer.walls.length} 块 · {summaryOf(answer.walls, Date.parse(answer.now))}
          </p>
        )}
        <Standing answer={answer} away={isError} timeZone={names.timeZone} />
        {answer !== undefined && <Token operator={answer.operator} token={token} setToken={setToken} />}
      </header>
      {answer?.walls.length === 0 && <NoWalls />}
      {answer !== undefined && answer.walls.length > 0 && <Table answer={answer} token={token} names={names} />}
      <WaysOut />
    </main>
  )
}
