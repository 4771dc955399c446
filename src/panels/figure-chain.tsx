import { model, options, summary, table, type ChainLink, type FigureChainModel } from '#charts/figure-chain.ts'
import { definePanel, type PanelViewProps } from '#panel-kit/define-panel.tsx'
import { FigureStatus } from '#ui/figure-status.tsx'
import { Figure } from '#ui/figure.tsx'
import './figure-chain.css'

const Link = ({ link: { observation, indicator, label, size, lead, period, remarks } }: { readonly link: ChainLink }) => (
  <li className={lead ? 'is-lead' : ''}>
    <span className="chain-label">
      {label}
      <small>{period}</small>
      <FigureStatus observation={observation} printed={observation.scope} />
    </span>
    <Figure observation={observation} indicator={indicator} size={size} />
    {remarks.map((remark) => (
      <p key={remark}>{remark}</p>
    ))}
  </li>
)

const FigureChain = ({ model: { links, scope } }: PanelViewProps<FigureChainModel>) => (
  <div className="chain">
    <ol>
      {links.map((link) => (
        <Link key={link.indicator.id} link={link} />
      ))}
    </ol>
    {scope !== '' && <p className="chain-scope">范围：{scope}</p>}
  </div>
)

export const panel = definePanel({ kind: 'figure-chain', options, model, summary, table, View: FigureChain, bare: true })
