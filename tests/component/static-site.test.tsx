import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { STATIC_META, staticPath } from '#contract/static-files.ts'
import { OfflineNotes } from '#modes/offline/offline-notes.tsx'
import { Share } from '#modes/share/share.tsx'
import { renderTool } from './render-tool.tsx'

// What is drawn on a canvas is none of this file's business.
vi.mock('#modes/share/qr-code.tsx', () => ({ QrCode: () => null }))

/** The page is one of an exported folder. */
beforeEach(() => {
  document.head.append(Object.assign(document.createElement('meta'), { name: STATIC_META, content: '1' }))
})
afterEach(() => document.head.querySelector(`meta[name="${STATIC_META}"]`)?.remove())

const PANEL = '/api/v1/panels/zonglan/results'
const SCENE = ['/api/v1/scenes/zonglan.pptx', '/api/v1/scenes/zonglan.xlsx', '/api/v1/decks.pptx']

/** The dialog over a folder that has these files, or whose list cannot be read. */
async function quoting(downloads: readonly string[] | undefined): Promise<void> {
  const listing = downloads === undefined ? new HttpResponse(null, { status: 500 }) : HttpResponse.json({ made: 'x', downloads })
  const handlers = [
    http.get(`*${staticPath('/api/v1/version')}`, () => HttpResponse.json({ api: 'v1', version: '1', pack: 'quzhou', release: 1, demo: true })),
    http.get('*/static-export.json', () => listing)
  ]
  renderTool(Share, { view: { region: '330881', theme: 'hong' }, handlers })
  await userEvent.click(screen.getByRole('button', { name: '引用与嵌入' }))
  await screen.findByRole('combobox', { name: '内容' }, { timeout: 10_000 })
}

const links = (): (readonly [string | null, string | null, string | null])[] =>
  screen.queryAllByRole('link', { name: /^下载/ }).map((link) => [link.textContent, link.getAttribute('href'), link.getAttribute('download')])

describe('quoting from a folder', () => {
  it('offers the documents that lie in it, named by what they show, and no other', async () => {
    await quoting(SCENE)
    await screen.findByText(/文件夹里的是全域、素笺主题、第 1 版/)
    expect(links()).toEqual([
      ['下载 本场景 PowerPoint', SCENE[0], '同心共富·乡贤通-总览-衢州市-第1版.pptx'],
      ['下载 本场景 工作簿', SCENE[1], '同心共富·乡贤通-总览-衢州市-第1版.xlsx'],
      ['下载 全部场景 PowerPoint', SCENE[2], '同心共富·乡贤通-全部场景-衢州市-第1版.pptx']
    ])
    expect(screen.queryByRole('button', { name: /^下载/ })).toBeNull()
    expect(screen.queryByRole('switch')).toBeNull()
    expect(screen.getByText(/静态文件夹只有这一版（第 1 版，/)).toBeVisible()
    expect(screen.getByText(/localhost 只有本机能打开：链接、二维码和嵌入代码给了别人打不开/)).toBeVisible()
  })

  it('offers the pictures of a panel by the addresses that they have', async () => {
    await quoting([`${PANEL}.svg`, `${PANEL}.csv`])
    await userEvent.selectOptions(screen.getByRole('combobox', { name: '内容' }), '共富成效')
    expect(await screen.findByRole('textbox', { name: 'SVG 图片地址' })).toHaveValue(`http://localhost:3000${PANEL}.svg`)
    expect(links().map(([text]) => text)).toEqual(['下载 SVG', '下载 CSV'])
    expect(screen.queryByRole('combobox', { name: '图片宽度' })).toBeNull()
  })

  it('says so where there are none', async () => {
    await quoting([])
    expect(await screen.findByText(/这个静态文件夹里没有它的图片和文件/)).toBeVisible()
    expect(links()).toEqual([])
  })

  it('says so where the list cannot be read', async () => {
    await quoting(undefined)
    expect(await screen.findByText(/没有读到文件夹里的目录/, undefined, { timeout: 10_000 })).toBeVisible()
    expect(links()).toEqual([])
  })
})

it('has no such words where others reach it too', async () => {
  vi.stubGlobal('location', new URL('http://10.1.2.3:8080/'))
  await quoting([])
  expect(screen.getByText(/静态文件夹只有这一版/)).toBeVisible()
  expect(screen.queryByText(/只有本机能打开/)).toBeNull()
  vi.unstubAllGlobals()
})

it('is said behind the mark that it is one', () => {
  render(<OfflineNotes onClose={() => undefined} />)
  expect(screen.getByText(/这里是静态文件，没有服务器：数据停在导出的那一版/)).toBeVisible()
})
