import { type ReactNode, useState } from 'react'
import { MOST } from '#charts/comparison.ts'
import type { PackAnswer, SceneAnswer } from '#contract/endpoints.ts'
import { childrenOf } from '#contract/snapshot.ts'
import { ToolDialog } from '#modes/tablet/tool-dialog.tsx'
import type { ToolProps } from '#modes/tablet/tool.ts'
import { SourceCardProvider } from '#ui/source-card.tsx'
import type { View } from '#view/codec.ts'
import { Chips } from './chips.tsx'
import { Comparison } from './comparison.tsx'
import './compare.css'

type Props = Omit<ToolProps, 'answer' | 'onClose'> & { readonly answer: SceneAnswer }

/** Those of the address or, without any, the region that is looked at; none that is no part of the root. */
function firstChosen(answer: SceneAnswer, view: View): readonly string[] {
  const known = new Set(childrenOf(answer.regions, answer.root).map(({ code }) => code))
  return (view.compare ?? [answer.region]).filter((code) => known.has(code))
}

/** By how many are chosen. */
const HINTS = ['选两个或三个地区', '再选一个地区', '还可以再选一个'] as const

const factsOf = (pack: PackAnswer, answer: SceneAnswer) => ({ ...answer, sources: pack.info.sources, codeLists: pack.info.codeLists })

/** Two or three stand in the address; fewer are none there, and are kept here. */
function useChosen({ answer, view, setView }: Props): readonly [readonly string[], (next: readonly string[]) => void] {
  const [few, setFew] = useState(() => firstChosen(answer, view))
  const choose = (next: readonly string[]): void => {
    if (next.length < 2) setFew(next)
    setView({ compare: next.length > 1 ? next : undefined }, 'replace')
  }
  return [view.compare === undefined ? few : firstChosen(answer, view), choose]
}

function Chooser(props: Props): ReactNode {
  const { pack, answer } = props
  const [chosen, choose] = useChosen(props)
  const regions = childrenOf(answer.regions, answer.root)
  const full = chosen.length >= MOST
  const toggle = (code: string): void => choose(chosen.includes(code) ? chosen.filter((other) => other !== code) : [...chosen, code])
  return (
    <SourceCardProvider facts={factsOf(pack, answer)} timeZone={pack.info.timeZone}>
      <Chips
        label="地区"
        items={regions.map(({ code, name }) => ({ id: code, name, disabled: full && !chosen.includes(code) }))}
        chosen={chosen}
        onPress={toggle}
      />
      <p className="compare-hint" role="status">
        {full ? '最多比较三个，先取消一个再选别的' : HINTS[chosen.length]}
      </p>
      {chosen.length > 0 && <Comparison {...props} regions={chosen.flatMap((code) => regions.find((region) => region.code === code) ?? [])} />}
    </SourceCardProvider>
  )
}

/** Two or three parts of the root side by side. What is chosen stands in the address, so that it can be passed on. */
export const Compare = ({ answer, onClose, setView, ...rest }: ToolProps): ReactNode => {
  const close = (): void => {
    setView({ compare: undefined }, 'replace')
    onClose()
  }
  return (
    <ToolDialog title="比较" wide onClose={close}>
      {answer === undefined ? <p className="compare-hint">加载中</p> : <Chooser {...rest} setView={setView} answer={answer} />}
    </ToolDialog>
  )
}
