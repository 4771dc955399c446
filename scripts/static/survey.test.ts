import { expect, it } from 'vitest'
import { temporaryFolder } from '#server/testing/temporary-folder.ts'
import { writeInto } from './folder.ts'
import { survey, troublesOf } from './survey.ts'

it.each([
  [['api/v1/scenes/zonglan@region=330881.json', 'api/v1/scenes@scenes=a%2Cb.json', '说明.txt'], []],
  [['api/v1/scenes/aux.json', 'a/con', 'CONIN$', 'com¹.txt'], ['Windows 不认的文件名：api/v1/scenes/aux.json、a/con、CONIN$']],
  [['com10', 'console.json', 'auxiliary', 'a/.b'], []],
  [['a:b', 'end.', 'a?'], ['Windows 不认的文件名：a:b、end.、a?']],
  [['end /a', 'a\\b', 'tab\t'], ['Windows 不认的文件名：end /a、a\\b、tab\t']],
  [['a/B', 'A/b', 'c'], ['只有大小写不同的文件名：a/B、A/b']],
  [['wall/index.html', 'Wall'], ['只有大小写不同的文件名：wall/index.html、Wall']],
  [['x'.repeat(201)], [`超过 200 个字符的文件名：${'x'.repeat(201)}`]]
])('names that not every system takes: %j', (paths, troubles) => expect(troublesOf(paths)).toEqual(troubles))

it('finds them in a folder, and counts all that lies there', async () => {
  const folder = temporaryFolder()
  for (const path of ['index.html', 'api/v1/pack.json', '说明.txt']) await writeInto(folder, path, '12')
  expect(await survey(folder)).toEqual({ files: 3, bytes: 6, troubles: [] })
  for (const path of ['nul/a.json', 'api/v1/pack?release=1.json', 'Index.html']) await writeInto(folder, path, '12')
  expect(await survey(folder)).toMatchObject({
    files: 6,
    troubles: [/Windows 不认的文件名：.*pack\?release=1/, /大小写/].map((words) => expect.stringMatching(words))
  })
})
