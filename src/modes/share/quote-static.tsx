import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { PackAnswer, SceneAnswer } from '#contract/endpoints.ts'
import { staticDownloadsQuery } from '#queries/static-downloads-query.ts'
import { THEMES } from '#tokens/themes.ts'
import { DECK_KINDS, deckFile } from './deck-address.ts'
import { fileName } from './file-name.ts'
import { QuoteField } from './quote-field.tsx'

interface QuoteStaticProps {
  readonly pack: PackAnswer
  readonly answer: SceneAnswer
  /** Absent: the whole scene. */
  readonly panel: string | undefined
  readonly title: string
  /** Where the folder is reached, such as `http://127.0.0.1:8080/`. */
  readonly base: string
}

interface Offer {
  readonly path: string
  readonly label: string
  /** Of the file, once it is saved. */
  readonly name: string
}

const KINDS = ['pptx', 'xlsx'] as const
const PICTURES = ['png', 'svg', 'csv'] as const

/** What a folder can have of what is chosen, whatever region or month is looked at. */
function offersOf({ pack, answer, panel, title }: QuoteStaticProps): readonly Offer[] {
  const { info, scenes } = pack
  const whole = answer.regions.find(({ code }) => code === info.root)?.name ?? info.root
  const named = (what: string, ending: string): string => fileName(info.title, what, whole, answer.release).replace(/png$/, ending)
  const { id } = answer.scene
  if (panel !== undefined) return PICTURES.map((it) => ({ path: `/api/v1/panels/${id}/${panel}.${it}`, label: it.toUpperCase(), name: named(title, it) }))
  const own = KINDS.map((it) => ({ path: deckFile([id], it), label: `本场景 ${DECK_KINDS[it]}`, name: named(title, it) }))
  const all = scenes.map((scene) => scene.id)
  return [...own, ...KINDS.map((it) => ({ path: deckFile(all, it), label: `全部场景 ${DECK_KINDS[it]}`, name: named('全部场景', it) }))]
}

const same = (one: Offer, at: number, all: readonly Offer[]): boolean => all.findIndex(({ path }) => path === one.path) === at

/** Where there is no server: what lies in the folder, as links, and in words what does not. */
export function QuoteStatic(props: QuoteStaticProps): ReactNode {
  const { answer, panel, base } = props
  const { data: there, isError } = useQuery(staticDownloadsQuery())
  if (there === undefined) return <p className="share-note">{isError ? '没有读到文件夹里的目录（static-export.json），请稍后再试。' : '请稍候。'}</p>
  const offers = offersOf(props).filter((offer, at, all) => there.has(offer.path) && same(offer, at, all))
  const pictures = panel === undefined ? [] : offers.filter(({ label }) => label !== 'CSV')
  return (
    <div className="quote-files" data-static-files={offers.length}>
      {pictures.map(({ path, label }) => (
        <QuoteField key={path} label={`${label} 图片地址`} value={new URL(path, base).href} />
      ))}
      <div className="share-actions quote-offers">
        {offers.map(({ path, label, name }) => (
          <a key={path} className="share-button" href={path} download={name}>
            下载 {label}
          </a>
        ))}
      </div>
      <p className="share-note">
        {offers.length === 0
          ? '这个静态文件夹里没有它的图片和文件。'
          : `文件夹里的是全域、${THEMES.paper.name}主题、第 ${answer.release} 版，与正在看的地区、指标、期间和主题无关；别的由服务器生成，这里没有。`}
        别的网站要嵌入，先在 nginx.conf 的 frame-ancestors 里或 serve.py 的后面写上那个网站，做法见文件夹里的“说明.txt”；没有写，那里是一片空白。
      </p>
    </div>
  )
}
