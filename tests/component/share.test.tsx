import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { generate } from 'lean-qr'
import { http, HttpResponse } from 'msw'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { takePicture } from '#modes/share/picture.ts'
import { Share } from '#modes/share/share.tsx'
import { must } from '#tests/support/panel-data.ts'
import { renderTool } from './render-tool.tsx'

vi.mock('#modes/share/picture.ts')

/** jsdom draws nothing: what was put on a canvas, as dark and light. */
const drawn: { width: number; data: Uint8ClampedArray }[] = []
beforeEach(() => {
  drawn.length = 0
  Element.prototype.scrollIntoView = () => undefined
  HTMLCanvasElement.prototype.getContext = vi.fn(() => ({
    createImageData: (width: number, height: number) => ({ width, data: new Uint8ClampedArray(width * height * 4) }),
    putImageData: (image: (typeof drawn)[number]) => drawn.push(image)
  })) as never
  Object.assign(URL, { createObjectURL: () => 'blob:made', revokeObjectURL: () => undefined })
})

const field = (): HTMLInputElement => screen.getByRole('textbox', { name: '链接' })
const press = (name: string): Promise<void> => userEvent.click(screen.getByRole('button', { name }))

/** Whether the last code drawn is the link's, module for module. */
function codeSays(link: string): boolean {
  const { width, data } = must(drawn.at(-1))
  const code = generate(link)
  const isDark = (x: number, y: number): boolean => must(data[(y * width + x) * 4]) < 128
  const all = Array.from({ length: width * width }, (_module, at) => [at % width, Math.floor(at / width)] as const)
  return width === code.size + 8 && all.every(([x, y]) => isDark(x, y) === code.get(x - 4, y - 4))
}

describe('sharing', () => {
  it('has the link of the view, as text and as a code', () => {
    renderTool(Share, { view: { region: '330881', theme: 'hong' } })
    const link = 'http://localhost:3000/?scene=zonglan&region=330881&theme=hong'
    expect(field()).toHaveValue(link)
    expect(codeSays(link)).toBe(true)
    expect(codeSays(`${link}x`)).toBe(false)
    expect(screen.getByRole('switch', { name: /冻结数据/ })).not.toBeChecked()
  })

  it('carries the release once the figures are frozen, and says which', async () => {
    renderTool(Share)
    await userEvent.click(screen.getByRole('switch', { name: /冻结数据/ }))
    expect(field().value).toBe('http://localhost:3000/?scene=zonglan&release=1')
    expect(codeSays(field().value)).toBe(true)
    expect(screen.getByText(/停在第 1 版，\d{4}-\d\d-\d\d 发布/)).toBeVisible()
  })

  it('is frozen from the start where a release is looked at', () => {
    renderTool(Share, { view: { release: 1 } })
    expect(screen.getByRole('switch')).toBeChecked()
    expect(field().value).toContain('release=1')
  })

  it("begins with the server's public address, where it has one", async () => {
    const answer = { api: 'v1', version: '1', pack: 'quzhou', release: 1, demo: true, publicUrl: 'https://screen.example/q/' }
    renderTool(Share, { handlers: [http.get('*/api/v1/version', () => HttpResponse.json(answer))] })
    await waitFor(() => expect(field().value).toBe('https://screen.example/q/?scene=zonglan'))
  })

  it.each([
    ['2022-06', '/brief/zonglan?period=2022-06'],
    ['1999', '/brief/zonglan']
  ])('prints of the period %s what the scene has', (period, address) => {
    renderTool(Share, { view: { period } })
    expect(screen.getByRole('link', { name: '本场景' })).toHaveAttribute('href', address)
  })

  it('copies the link', async () => {
    renderTool(Share)
    const user = userEvent.setup()
    await user.click(screen.getByRole('button', { name: '复制链接' }))
    expect(await navigator.clipboard.readText()).toBe(field().value)
    expect(await screen.findByText('链接已复制，可以粘贴。')).toBeVisible()
  })

  it.each([
    [true, '链接已复制，可以粘贴。'],
    [false, '浏览器不让复制，请长按上面的链接自己复制。']
  ])('copies what is selected where there is no clipboard, over plain http: %s', async (done, said) => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true })
    const selected: string[] = []
    document.execCommand = () => {
      selected.push(field().value.slice(field().selectionStart ?? 0, field().selectionEnd ?? 0))
      return done
    }
    renderTool(Share)
    await press('复制链接')
    expect(await screen.findByText(said)).toBeVisible()
    expect(selected).toEqual([field().value])
  })

  it('hands the link to the system where it takes one', async () => {
    const share = vi.fn(async () => undefined)
    Object.defineProperty(navigator, 'share', { value: share, configurable: true })
    renderTool(Share)
    await press('发送到…')
    expect(share).toHaveBeenCalledExactlyOnceWith({ title: '同心共富·乡贤通 总览', url: field().value })
    Reflect.deleteProperty(navigator, 'share')
  })

  it('makes a picture with the same link, and names it', async () => {
    vi.mocked(takePicture).mockResolvedValue(new Blob(['png']))
    const saved = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
    renderTool(Share, { view: { release: 1 } })
    await press('保存图片')
    expect(await screen.findByText('已保存：同心共富·乡贤通-总览-衢州市-第1版.png')).toBeVisible()
    expect(takePicture).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ link: field().value }))
    expect(saved).toHaveBeenCalledOnce()
  })

  it('says so where no picture can be made, and lets one try again', async () => {
    vi.mocked(takePicture).mockRejectedValue(new Error('no'))
    renderTool(Share)
    await press('保存图片')
    expect(await screen.findByText(/图片没有做成/)).toBeVisible()
    expect(screen.getByRole('button', { name: '保存图片' })).toBeEnabled()
  })
})

describe('quoting', () => {
  const text = (name: string): string => screen.getByRole<HTMLInputElement>('textbox', { name }).value
  const open = async (view = {}): Promise<void> => {
    renderTool(Share, { view })
    await press('引用与嵌入')
    await screen.findByRole('combobox', { name: '内容' }, { timeout: 10_000 })
  }

  it('has the scene first: its line, its link, its code, and no files', async () => {
    await open()
    expect(text('引用')).toMatch(/^《总览》，同心共富·乡贤通，数据截至2022-10，第 1 版，.* 发布，http:\/\/localhost:3000\/\?scene=zonglan&release=1$/)
    expect(text('链接')).toBe('http://localhost:3000/?scene=zonglan')
    expect(text('嵌入代码（脚本，自动高度）')).toContain('"scene":"zonglan"')
    expect(screen.queryByRole('button', { name: '下载 PNG' })).toBeNull()
  })

  it('has each panel, with files, frozen once that is wanted', async () => {
    await open({ region: '330881', metric: 'of.another', period: '1999' })
    await userEvent.selectOptions(screen.getByRole('combobox', { name: '内容' }), '共富成效')
    await userEvent.selectOptions(screen.getByRole('combobox', { name: '图片宽度' }), '2400 像素')
    expect(text('PNG 图片地址')).toBe('http://localhost:3000/api/v1/panels/zonglan/results.png?region=330881&theme=paper&width=2400')
    await userEvent.click(screen.getByRole('switch', { name: /冻结数据/ }))
    expect(text('单独打开的链接')).toBe('http://localhost:3000/embed/panel/zonglan/results?region=330881&release=1')
    expect(text('SVG 图片地址')).toContain('release=1')
  })

  it('saves a file, and says why one does not come', async () => {
    await open()
    await userEvent.selectOptions(screen.getByRole('combobox', { name: '内容' }), '共富成效')
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('a,b', { status: 200 })))
    await press('下载 CSV')
    expect(await screen.findByText('已保存：同心共富·乡贤通-共富成效-衢州市-第1版.csv')).toBeVisible()
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('', { status: 503 })))
    await press('下载 PNG')
    expect(await screen.findByText('服务器正忙，请稍后再试')).toBeVisible()
    vi.unstubAllGlobals()
    await press('复制图片')
    expect(await screen.findByText('浏览器只许 https 页面复制图片，请改用下载')).toBeVisible()
  })

  const within = (group: string, name: string): HTMLElement =>
    must(screen.getByRole('group', { name: group }).querySelector(`button:nth-child(${name === 'PowerPoint' ? 1 : 2})`))

  it.each([
    ['本场景', 'PowerPoint', '/api/v1/scenes/zonglan.pptx?region=330881&release=1&theme=paper', '同心共富·乡贤通-总览-衢州市-第1版.pptx'],
    ['本场景', '工作簿', '/api/v1/scenes/zonglan.xlsx?region=330881&release=1', '同心共富·乡贤通-总览-衢州市-第1版.xlsx'],
    ['全部场景', '工作簿', /^\/api\/v1\/decks\.xlsx\?scenes=zonglan,[a-z,-]+&region=330881&release=1$/, '同心共富·乡贤通-全部场景-衢州市-第1版.xlsx']
  ])('saves of %s a %s', async (group, kind, address, name) => {
    const asked = vi.fn((_address: string) => Promise.resolve(new Response('file', { status: 200 })))
    await open({ region: '330881' })
    vi.stubGlobal('fetch', asked)
    const saved = vi
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(() => undefined)
      .mockClear()
    expect(within(group, kind)).toHaveTextContent(`下载 ${kind}`)
    await userEvent.click(within(group, kind))
    expect(await screen.findByText(`已保存：${name}`)).toBeVisible()
    expect(asked.mock.calls.at(-1)?.[0]).toEqual(typeof address === 'string' ? address : expect.stringMatching(address))
    expect(saved).toHaveBeenCalledOnce()
    vi.unstubAllGlobals()
  })
})
