import { Autocomplete } from '@base-ui/react/autocomplete'
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { Icon } from '#modes/tablet/icon.tsx'
import { ToolDialog } from '#modes/tablet/tool-dialog.tsx'
import type { ToolProps } from '#modes/tablet/tool.ts'
import type { View } from '#view/codec.ts'
import { OptionRow } from './option-row.tsx'
import { reveal } from './reveal.ts'
import { optionsOf, search, suggestions, type Option } from './search.ts'
import { useNames } from './use-names.ts'
import { useSeenHeight } from './use-seen-height.ts'
import './find.css'

type Props = Omit<ToolProps, 'onClose'>

/** The region that was chosen, or typed with what was, and whose parts are shown with it. */
function regionIn({ hit: { name, region } }: Option, { pack, view }: Props): Pick<View, 'root' | 'region'> {
  const chosen = name.kind === 'region' ? name : region
  if (chosen === undefined) return view
  return { root: chosen.root, region: chosen.id === pack.info.root ? undefined : chosen.id }
}

/** Takes the view to what was chosen. */
function goTo(option: Option, props: Props): void {
  const { answer, view, setView } = props
  const { place } = option
  const { name } = option.hit
  const { root, region } = regionIn(option, props)
  const moves = place !== undefined && place.scene !== (answer?.scene.id ?? view.scene)
  const goes = root !== view.root || region !== view.region
  if (moves || goes) setView({ ...(moves ? { scene: place.scene } : {}), ...(goes ? { root, region } : {}) })
  if (place?.panel !== undefined) void reveal({ ...place, indicator: name.kind === 'indicator' ? name.id : undefined })
}

/** How high the list may be: what is seen, less the dialog's head, the field and what is left free around it. */
const AROUND = 190
const LEAST = 132

const keyOf = (option: Option): string => option.key
const nameOf = ({ hit }: Option): string => hit.name.name

function FindBody({ onClose, ...props }: ToolProps): ReactNode {
  const [query, setQuery] = useState('')
  const { names, spelt, missing } = useNames(props.pack, props.view.release)
  const options = useMemo(() => (query.trim() === '' ? suggestions(names) : optionsOf(search(query, spelt))), [query, names, spelt])
  const input = useRef<HTMLInputElement>(null)
  const maxHeight = Math.max(LEAST, useSeenHeight() - AROUND)
  useEffect(() => input.current?.focus(), [])
  const choose = (option: Option): void => {
    goTo(option, props)
    onClose()
  }
  return (
    <Autocomplete.Root
      open
      inline
      autoHighlight="always"
      items={options}
      filter={null}
      value={query}
      onValueChange={(value, { reason }) => reason !== 'item-press' && setQuery(value)}
      itemToStringValue={nameOf}
    >
      <div className="find">
        <Autocomplete.InputGroup className="find-field">
          <Icon name="find" />
          <Autocomplete.Input ref={input} aria-label="查找" placeholder="名称、全拼或首字母" enterKeyHint="go" autoCapitalize="off" spellCheck={false} />
          <Autocomplete.Clear className="find-clear" aria-label="清空">
            <Icon name="close" />
          </Autocomplete.Clear>
        </Autocomplete.InputGroup>
        <Autocomplete.Empty className="find-empty">
          {query.trim() !== '' && (
            <>
              <b>没有找到“{query.trim()}”</b>
              可以查场景、县(市、区)、指标和举措的名称，也可以输入全拼或每个字的首字母；几个词之间空一格。
              {missing > 0 && `还有 ${missing} 个场景没有读到。`}
            </>
          )}
        </Autocomplete.Empty>
        <Autocomplete.List className="find-list" style={{ maxHeight }}>
          {(option: Option) => (
            <Autocomplete.Item key={keyOf(option)} value={option} className={`find-option ${option.first ? '' : 'is-also'}`} onClick={() => choose(option)}>
              <OptionRow option={option} />
            </Autocomplete.Item>
          )}
        </Autocomplete.List>
      </div>
    </Autocomplete.Root>
  )
}

/** Scenes, regions, indicators and programmes by their names, also as they are read. */
export const Find = (props: ToolProps): ReactNode => (
  <ToolDialog title="查找" onClose={props.onClose}>
    <FindBody {...props} />
  </ToolDialog>
)
