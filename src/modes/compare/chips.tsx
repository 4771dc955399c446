import type { ReactNode } from 'react'

interface Chip {
  readonly id: string
  readonly name: string
  readonly disabled?: boolean
}

interface ChipsProps {
  readonly label: string
  readonly items: readonly Chip[]
  readonly chosen: readonly string[]
  readonly onPress: (id: string) => void
  /** Many: on a phone they stand in one line, which slides. */
  readonly sliding?: boolean
}

/** Buttons that stay pressed: what is chosen of a few. */
export const Chips = ({ label, items, chosen, onPress, sliding = false }: ChipsProps): ReactNode => (
  <div className={sliding ? 'chips is-sliding' : 'chips'} role="group" aria-label={label}>
    {items.map(({ id, name, disabled }) => (
      <button key={id} type="button" className="chip" aria-pressed={chosen.includes(id)} disabled={disabled} onClick={() => onPress(id)}>
        {name}
      </button>
    ))}
  </div>
)
