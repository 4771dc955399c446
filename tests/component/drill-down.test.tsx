import { screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { observationsOf } from '#charts/panel-data.ts'
import { sceneAnswer } from '#contract/snapshot.ts'
import { normal } from '#mocks/fixtures/normal.ts'
import { sharedScope } from '#panel-kit/shared-scope.ts'
import { renderDesk, textOf } from './render-desk.tsx'

const scenes = normal().document.scenes

/** The nearest thing around a figure that also says a scope. */
function saidBeside(figure: Element): boolean {
  const head = figure.closest('[data-panel]')?.querySelector(':scope > .panel-head .figure-scope')
  if (head !== null && head !== undefined) return true
  for (let around = figure.parentElement; around !== null && !around.matches('[data-panel]'); around = around.parentElement) {
    const said = around.querySelector('.figure-scope')
    if (said !== null) return [...around.querySelectorAll('[data-figure]')].every((other) => other.getAttribute('data-figure')?.endsWith('@330800') === true)
  }
  return false
}

/** The panels that show nothing but figures of the city. */
function cityPanels(id: string): string[] {
  const answer = sceneAnswer(normal(), { id, region: '330881' })
  return answer.scene.panels.filter((panel) => sharedScope(observationsOf({ panel, answer }), answer) === '全市').map((panel) => panel.id)
}

const cityFigures = (): Element[] => [...document.querySelectorAll('[data-figure$="@330800"]')]

it.each(scenes.flatMap(({ id, title }) => [[id, title, [1920, 1080]] as const, [id, title, [820, 1180]] as const]))(
  '%s says 全市 beside each figure of the city while a county is looked at (%s, %j)',
  async (id, title, size) => {
    const desk = renderDesk({ search: `?scene=${id}&region=330881`, size })
    await screen.findByRole('main', { name: title })
    await waitFor(() => expect(document.querySelector('[data-panel-state="loading"]')).toBeNull())
    expect(
      cityFigures()
        .filter((figure) => !saidBeside(figure))
        .map((figure) => `${figure.closest('[data-panel]')?.getAttribute('data-panel')} ${textOf(figure)}`)
    ).toEqual([])
    const shown = cityPanels(id).flatMap((panel) => document.querySelector(`[data-panel="${panel}"]`) ?? [])
    expect(shown.filter((panel) => panel.querySelector('.figure-scope') === null).map((panel) => panel.getAttribute('data-panel'))).toEqual([])
    expect([...document.querySelectorAll('.figure-scope')].map(textOf).filter((word) => word !== '全市')).toEqual([])
    desk.unmount()
  }
)
