import { useQuery } from '@tanstack/react-query'
import { useMemo, useState, type ReactNode } from 'react'
import { citation, editionText, sheetOf } from '#charts/sheet.ts'
import type { PackAnswer, SceneAnswer } from '#contract/endpoints.ts'
import { credential } from '#queries/credential.ts'
import { isStatic } from '#queries/static-site.ts'
import { versionQuery } from '#queries/version-query.ts'
import { THEME_IDS, THEMES, type ThemeId } from '#tokens/themes.ts'
import type { View } from '#view/codec.ts'
import { inPanel, inScene } from './asked-view.ts'
import { Freeze } from './freeze.tsx'
import { offeredPanels } from './offered-panels.ts'
import { regionName, releaseText } from './picture-facts.ts'
import { QuoteDecks } from './quote-decks.tsx'
import { QuoteField } from './quote-field.tsx'
import { QuoteFiles } from './quote-files.tsx'
import { quoteLinks } from './quote-links.ts'
import { QuoteStatic } from './quote-static.tsx'
import './share.css'
import './quote.css'

interface QuoteProps {
  readonly pack: PackAnswer
  readonly answer: SceneAnswer
  readonly view: View
}

/** What can be taken: the scene, and each panel of it that has figures, or words, to show. */
function choicesOf({ pack, answer, view }: QuoteProps) {
  const sheets = offeredPanels(answer, view.metric).map((panel) => sheetOf({ panel, answer, info: pack.info, metric: view.metric, period: view.period }))
  const own = {
    panel: undefined,
    seen: inScene(view, answer),
    title: answer.scene.title,
    period: answer.dataPeriod === null ? '' : `数据截至${answer.dataPeriod}`
  }
  const shared = { publisher: pack.info.title, edition: editionText(answer, pack.info.timeZone) }
  const panels = sheets.map(({ panel, title, place, period }) => ({ panel: panel.id, seen: inPanel(view, panel, answer), title, place, period }))
  return [own, ...panels].map((one) => ({ ...one, ...shared }))
}

interface SelectProps<Value extends string | number> {
  readonly label: string
  readonly value: Value
  readonly options: readonly (readonly [Value, string])[]
  readonly onChange: (value: string) => void
}

const Select = <Value extends string | number>({ label, value, options, onChange }: SelectProps<Value>): ReactNode => (
  <label className="quote-select">
    <span>{label}</span>
    <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
      {options.map(([id, text]) => (
        <option key={id} value={id}>
          {text}
        </option>
      ))}
    </select>
  </label>
)

const WIDTHS = [800, 1600, 2400, 4096] as const
const WHOLE = ''

/** A panel or the scene for other pages and papers: link, code, pictures, a line that cites it. */
export function Quote(props: QuoteProps): ReactNode {
  const { pack, answer, view } = props
  const choices = useMemo(() => choicesOf(props), [props])
  const [id, choose] = useState(WHOLE)
  const [frozen, setFrozen] = useState(view.release !== undefined)
  const [theme, setTheme] = useState<ThemeId>('paper')
  const [width, setWidth] = useState<number>(1600)
  const { data: version } = useQuery(versionQuery())
  const base = version?.publicUrl ?? new URL('/', location.href).href
  const chosen = choices.find(({ panel }) => panel === id) ?? choices[0]
  if (chosen === undefined) return null
  const quoted = { scene: answer.scene.id, panel: chosen.panel, title: chosen.title, view: chosen.seen, theme, width, base }
  const { page, embed, script, frame, files: made } = quoteLinks({ ...quoted, release: frozen ? answer.release : undefined })
  // Among exported files there is what was written, and nobody to make more.
  const files = isStatic() ? null : made
  // What is cited is this release, whatever comes after it.
  const cited = quoteLinks({ ...quoted, release: answer.release })
  return (
    <div className="quote">
      <div className="quote-choices">
        <Select
          label="内容"
          value={chosen.panel ?? WHOLE}
          options={choices.map(({ panel, title }) => [panel ?? WHOLE, panel === undefined ? `整个场景：${title}` : title])}
          onChange={choose}
        />
        <Select
          label="主题"
          value={theme}
          options={THEME_IDS.map((it) => [it, THEMES[it].name])}
          onChange={(value) => setTheme(THEME_IDS.find((it) => it === value) ?? 'paper')}
        />
        {files !== null && (
          <Select label="图片宽度" value={width} options={WIDTHS.map((it) => [it, `${it} 像素`])} onChange={(value) => setWidth(Number(value))} />
        )}
      </div>
      {isStatic() && <QuoteStatic pack={pack} answer={answer} panel={chosen.panel} title={chosen.title} base={base} />}
      {made === null && !isStatic() && <QuoteDecks pack={pack} answer={answer} place={{ ...view, theme, release: answer.release }} />}
      <Freeze text={releaseText(answer, pack.info.timeZone)} frozen={frozen} onChange={setFrozen} />
      <QuoteField label="引用" value={citation(chosen, chosen.panel === undefined ? cited.page : cited.embed)} rows={2} />
      <QuoteField label={chosen.panel === undefined ? '链接' : '单独打开的链接'} value={chosen.panel === undefined ? page : embed} />
      <QuoteField label="嵌入代码（脚本，自动高度）" value={script} rows={5} />
      <QuoteField label="嵌入代码（iframe）" value={frame} rows={3} />
      {files !== null && (
        <>
          <QuoteField label="PNG 图片地址" value={files.png} />
          <QuoteField label="SVG 图片地址" value={files.svg} />
          <QuoteFiles files={files} name={[pack.info.title, chosen.title, regionName(answer), answer.release]} />
        </>
      )}
      {credential() !== undefined && (
        <p className="share-note">本系统凭令牌访问：嵌入代码要另给令牌，图片地址在别处打不开，请下载。做法见操作手册“嵌入与引用”。</p>
      )}
    </div>
  )
}
