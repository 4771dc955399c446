import { describe, expect, it } from 'vitest'
import { parseEmbed } from '#modes/embed/address.ts'
import { must } from '#tests/support/panel-data.ts'
import { quoteLinks, type Quoted } from './quote-links.ts'

const quoted: Quoted = {
  scene: 'huigui',
  panel: 'counties',
  title: '分县"回归"<项目>&</script>',
  view: { scene: 'zonglan', region: '330881', metric: 'zs.projects', theme: 'ink', compare: ['330824', '330825'] },
  theme: 'paper',
  release: undefined,
  width: 1600,
  base: 'https://screen.example/'
}

describe('what is taken elsewhere', () => {
  it('is addressed as it is shown', () => {
    const { embed, files } = quoteLinks(quoted)
    expect(embed).toBe('https://screen.example/embed/panel/huigui/counties?region=330881&metric=zs.projects')
    expect(files).toEqual({
      png: 'https://screen.example/api/v1/panels/huigui/counties.png?region=330881&metric=zs.projects&theme=paper&width=1600',
      svg: 'https://screen.example/api/v1/panels/huigui/counties.svg?region=330881&metric=zs.projects&theme=paper&width=1600',
      csv: 'https://screen.example/api/v1/panels/huigui/counties.csv?region=330881&metric=zs.projects'
    })
  })

  it('names its release in every address, once it is frozen', () => {
    const { page, embed, script, frame, files } = quoteLinks({ ...quoted, release: 7, theme: 'hong' })
    for (const address of [page, embed, ...Object.values(must(files))]) expect(new URL(address).searchParams.get('release')).toBe('7')
    expect(script).toContain('"release":7')
    expect(frame).toContain('release=7')
    expect(parseEmbed(new URL(embed).pathname, new URL(embed).search)).toMatchObject({
      scene: 'huigui',
      panel: 'counties',
      view: { release: 7, theme: 'hong' }
    })
  })

  it('of a scene has no files of its own', () => {
    const { embed, script, files } = quoteLinks({ ...quoted, panel: undefined })
    expect([embed, files]).toEqual(['https://screen.example/embed/scene/huigui?region=330881&metric=zs.projects', null])
    expect(script).toContain('"scene":"huigui"')
  })

  it('is code that a title does not break out of', () => {
    const { script, frame } = quoteLinks(quoted)
    expect(script.match(/<\/script>/g)).toHaveLength(1)
    expect(frame).toContain('title="分县&quot;回归&quot;&lt;项目&gt;&amp;&lt;/script&gt;"')
    expect(frame).toContain('src="https://screen.example/embed/panel/huigui/counties?region=330881&amp;metric=zs.projects"')
  })
})
