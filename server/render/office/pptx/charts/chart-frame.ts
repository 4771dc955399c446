import { element } from '#server/render/element.ts'
import type { Sheet } from '#charts/sheet.ts'
import type { Slide } from '#server/render/office/pptx/slide.ts'
import { placed } from '#server/render/office/pptx/text.ts'
import type { Box } from '#server/render/office/pptx/units.ts'
import type { Grid } from '#server/render/office/sheet-xml.ts'
import { workbookOf } from '#server/render/office/workbook.ts'
import { NAMESPACES } from '#server/render/office/xml.ts'
import { dataGrid } from './chart-data.ts'
import { DATE_FORMAT, grainOf } from './chart-dates.ts'
import { chartXml } from './chart-xml.ts'
import { numberFormat, type NativeChart } from './native-chart.ts'

const TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml'

/** What a chart's numbers may never be without, in the workbook behind it. */
const provenanceGrid = ({ title, subtitle, source, edition, definitions, publisher }: Sheet): Grid => ({
  name: '说明',
  widths: [14, 90],
  rows: [
    ['项目', '内容'],
    ['标题', title],
    ['口径与期间', subtitle],
    ...definitions.map((text) => ['口径', text]),
    ['来源', source],
    ['版次', edition],
    ['发布', publisher]
  ].map((row) => row.map((text) => (text === '' ? null : { text })))
})

/** A chart that Office draws, with its data in a workbook of its own: 编辑数据 opens it. */
export function addChart(slide: Slide, chart: NativeChart, sheet: Sheet, box: Box): void {
  const { parts, theme } = slide
  const [number, grain] = [parts.next('chart'), grainOf(chart)]
  const path = `ppt/charts/chart${number}.xml`
  const workbook = parts.add(
    `ppt/embeddings/Microsoft_Excel_Worksheet${number}.xlsx`,
    workbookOf([dataGrid(chart), provenanceGrid(sheet)], numberFormat(chart), grain === null ? undefined : DATE_FORMAT[grain])
  )
  parts.add(path, chartXml(chart, parts.relate(path, 'workbook', workbook), theme, box), TYPE)
  const named = element('c:chart', { 'xmlns:c': NAMESPACES.c, 'r:id': parts.relate(slide.path, 'chart', path) })
  slide.put(
    element('p:graphicFrame', {}, [
      element('p:nvGraphicFramePr', {}, [
        element('p:cNvPr', { id: slide.id(), name: chart.title, descr: chart.words }),
        element('p:cNvGraphicFramePr', {}, [element('a:graphicFrameLocks', { noGrp: 1 })]),
        element('p:nvPr')
      ]),
      placed(box, 'p:xfrm'),
      element('a:graphic', {}, [element('a:graphicData', { uri: NAMESPACES.c }, [named])])
    ])
  )
}
