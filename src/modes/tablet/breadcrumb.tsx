import { type MouseEvent, type ReactNode } from 'react'
import type { PackAnswer, SceneAnswer } from '#contract/endpoints.ts'
import type { Region } from '#contract/region.ts'
import { pathTo } from '#contract/region-tree.ts'
import { formatView, type SetView, type View } from '#view/codec.ts'
import './breadcrumb.css'

interface BreadcrumbProps {
  readonly answer: Pick<SceneAnswer, 'regions' | 'region'>
  readonly pack: { readonly info: Pick<PackAnswer['info'], 'root'> }
  readonly view: View
  readonly setView: SetView
}

/** Up at one of the path's regions: its parts are shown, none of them is selected. */
const upAt = (code: string, packRoot: string): Pick<View, 'root' | 'region'> => ({ root: code === packRoot ? undefined : code, region: undefined })

/** A link that is opened elsewhere is the browser's. */
const isPlain = ({ button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean => button === 0 && !metaKey && !ctrlKey && !shiftKey && !altKey

interface StepProps extends Omit<BreadcrumbProps, 'answer'> {
  readonly region: Region
}

function Step({ region: { code, name }, pack, view, setView }: StepProps): ReactNode {
  const up = upAt(code, pack.info.root)
  const go = (event: MouseEvent): void => {
    if (!isPlain(event)) return
    event.preventDefault()
    setView(up)
  }
  return (
    <a href={`${location.pathname}${formatView({ ...view, ...up })}`} onClick={go}>
      {name}
    </a>
  )
}

/** 衢州市 › 江山市: where one is in the tree of regions, with the ways up. At the pack's root there is none. */
export function Breadcrumb({ answer, ...view }: BreadcrumbProps): ReactNode {
  const path = pathTo(answer.regions, answer.region, view.pack.info.root)
  if (path.length < 2) return null
  return (
    <nav className="breadcrumb" aria-label="地区路径">
      <ol>
        {path.map((region, index) => (
          <li key={region.code}>{index === path.length - 1 ? <b aria-current="location">{region.name}</b> : <Step region={region} {...view} />}</li>
        ))}
      </ol>
    </nav>
  )
}
