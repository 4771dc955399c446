import { model, options, summary, table, type ProgrammeListModel } from '#charts/programme-list.ts'
import { definePanel, type PanelViewProps } from '#panel-kit/define-panel.tsx'
import { PublishedTag } from '#ui/tags.tsx'
import './programme-list.css'

/** From here on the names stand closer and, where there is room, in two columns. */
const MANY = 9

function Names({ names, layout, align, mark }: ProgrammeListModel) {
  const many = layout === 'rows' && names.length >= MANY
  return (
    <ul
      className={`programmes programmes-${layout} programmes-${mark} is-${align} ${many ? 'programmes-many' : ''}`}
      style={many ? { gridTemplateRows: `repeat(${Math.ceil(names.length / 2)}, 1fr)` } : undefined}
    >
      {names.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
  )
}

const ProgrammeList = ({ model }: PanelViewProps<ProgrammeListModel>) => (
  <>
    {model.tag !== '' && (
      <span className="programmes-tag">
        <PublishedTag>{model.tag}</PublishedTag>
      </span>
    )}
    <Names {...model} />
  </>
)

export const panel = definePanel({ kind: 'programme-list', options, model, summary, table, View: ProgrammeList })
