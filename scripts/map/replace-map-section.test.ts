import { describe, expect, it } from 'vitest'
import { NPM_SECTION, officialSection } from './map-section.ts'
import { replaceMapSection } from './replace-map-section.ts'

const official = officialSection({ reviewNo: 'GS(2024)0650号', source: '天地图 $& $1', terms: undefined })

describe('the map section of pack.json', () => {
  it('is exchanged without touching another byte', () => {
    const before = (map: object) => `{\n  "id": "x",\n  "map": ${JSON.stringify(map, null, 2).replaceAll('\n', '\n  ')},\n  "list": ["a", "b"]\n}\n`
    expect(replaceMapSection(before(NPM_SECTION), official)).toBe(before(official))
  })

  it('is added when there is none, after the other keys', () => {
    const text = replaceMapSection('{"id":"x","list":[1]}', official)
    expect(JSON.parse(text)).toEqual({ id: 'x', list: [1], map: official })
    expect(text.startsWith('{\n  "id": "x",\n')).toBe(true)
  })

  it('is left alone in a file that is not JSON', () => {
    expect(() => replaceMapSection('{', official)).toThrow('pack.json：不是有效的 JSON')
  })
})
