import { model, options, summary, table, type ProgrammeListModel } from '#charts/programme-list.ts'
import { definePanel, type PanelViewProps } from '#panel-kit/define-panel.tsx'
import { PublishedTag } from '#ui/tags.tsx'
import './programme-list.css'

const ProgrammeList = ({ model: { names, layout, mark, tag } }: PanelViewProps<ProgrammeListModel>) => (
  <>
    {tag !== '' && (
      <span className="programmes-tag">
        <PublishedTag>{tag}</PublishedTag>
      </span>
    )}
    <ul className={`programmes programmes-${layout} programmes-${mark}`}>
      {names.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
  </>
)

export const panel = definePanel({ kind: 'programme-list', options, model, summary, table, View: ProgrammeList })
