import { element, type Element } from '#server/render/element.ts'
import { root } from '#server/render/office/xml.ts'
import type { Theme } from '#tokens/themes.ts'
import { themeColours } from './paint.ts'

/** On every Windows and in every Office with Chinese; elsewhere the nearest one by its panose. */
export const FACE = { latin: 'Microsoft YaHei', ea: '微软雅黑' } as const
const PANOSE = '020B0503020204020204'

const faces = (tag: string): Element =>
  element(tag, {}, [
    element('a:latin', { typeface: FACE.latin, panose: PANOSE }),
    element('a:ea', { typeface: FACE.ea, panose: PANOSE }),
    element('a:cs', { typeface: 'Arial' }),
    element('a:font', { script: 'Hans', typeface: FACE.ea })
  ])

const scheme = (): Element => element('a:schemeClr', { val: 'phClr' })
const fill = (): Element => element('a:solidFill', {}, [scheme()])
const stroke = (w: number): Element => element('a:ln', { w, cap: 'flat', cmpd: 'sng', algn: 'ctr' }, [fill(), element('a:prstDash', { val: 'solid' })])
const noEffect = (): Element => element('a:effectStyle', {}, [element('a:effectLst')])

const FORMAT = element('a:fmtScheme', { name: '平面' }, [
  element('a:fillStyleLst', {}, [fill(), fill(), fill()]),
  element('a:lnStyleLst', {}, [stroke(9525), stroke(12_700), stroke(19_050)]),
  element('a:effectStyleLst', {}, [noEffect(), noEffect(), noEffect()]),
  element('a:bgFillStyleLst', {}, [fill(), fill(), fill()])
])

/** Colours and fonts of the house, so that whoever goes on with a deck has them at hand. */
export const themeXml = (theme: Theme): Element =>
  root(
    'a:theme',
    ['a'],
    [
      element('a:themeElements', {}, [themeColours(theme), element('a:fontScheme', { name: FACE.ea }, [faces('a:majorFont'), faces('a:minorFont')]), FORMAT]),
      element('a:objectDefaults'),
      element('a:extraClrSchemeLst')
    ],
    { name: theme.name }
  )
