import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { makeFolder } from '#server/data-dir/prepare-folder.ts'
import { temporaryFolder } from '#server/testing/temporary-folder.ts'
import { addDevice, listDevices, removeDevice } from './device-list.ts'
import { accessFolderIn, devicesFileIn, followDevices, type Device } from './devices-file.ts'
import { openUsedTickets, usedTicketsFileIn } from './used-tickets.ts'

const device = (name: string): Device => ({ name, jti: `jti-of-${name}`, made: 1, expires: 2e9 })
const quiet = (): void => undefined

describe('the list of devices', () => {
  it('is there for the owner only, and names each once', async () => {
    const folder = temporaryFolder()
    expect(await listDevices(folder)).toEqual([])
    await addDevice(folder, device('大厅一号屏'))
    await addDevice(folder, device('平板'))
    await expect(addDevice(folder, device('平板'))).rejects.toThrow('已有名为 平板 的设备')
    expect((await listDevices(folder)).map(({ name }) => name)).toEqual(['大厅一号屏', '平板'])
    expect(statSync(devicesFileIn(folder)).mode & 0o777).toBe(0o600)
    await removeDevice(folder, '大厅一号屏')
    await expect(removeDevice(folder, '大厅一号屏')).rejects.toThrow('没有名为 大厅一号屏 的设备')
    expect((await listDevices(folder)).map(({ name }) => name)).toEqual(['平板'])
  })

  it('loses nothing to commands at the same time', async () => {
    const folder = temporaryFolder()
    await Promise.all(Array.from({ length: 6 }, (_unused, index) => addDevice(folder, device(`屏${index}`))))
    expect(await listDevices(folder)).toHaveLength(6)
  })

  it('that is broken is written over by nobody', async () => {
    const folder = temporaryFolder()
    await addDevice(folder, device('屏'))
    writeFileSync(devicesFileIn(folder), '{"devices":[{"name"')
    await expect(addDevice(folder, device('另一屏'))).rejects.toThrow('读不出来')
    expect(readFileSync(devicesFileIn(folder), 'utf8')).toBe('{"devices":[{"name"')
  })

  it('is followed by a server that runs, and lets nobody in while it is broken', async () => {
    const folder = temporaryFolder()
    const said: unknown[] = []
    const known = followDevices(devicesFileIn(folder), (error) => said.push(error))
    const settled = async (jti: string): Promise<boolean> => {
      await setTimeout(600)
      return known.has(jti)
    }
    expect(await known.has('jti-of-屏')).toBe(false)
    await addDevice(folder, device('屏'))
    await addDevice(folder, device('平板'))
    expect(await settled('jti-of-屏')).toBe(true)
    await removeDevice(folder, '屏')
    expect(await settled('jti-of-屏')).toBe(false)
    expect(await known.has('jti-of-平板')).toBe(true)
    writeFileSync(devicesFileIn(folder), 'nonsense')
    expect(await settled('jti-of-平板')).toBe(false)
    expect(said.map(String)).toEqual([expect.stringContaining('devices.json 读不出来')])
  })
})

describe('used tickets', () => {
  const ticket = { jti: 'a-ticket-of-somebody', iat: 1000, exp: 1900 }
  const at = (seconds: number) => (): Date => new Date(seconds * 1000)

  it('stay used after a restart, until they have expired', async () => {
    const folder = temporaryFolder()
    await makeFolder(accessFolderIn(folder))
    const path = usedTicketsFileIn(folder)
    expect(await (await openUsedTickets({ path, log: quiet, now: at(1000) })).use(ticket)).toBe(true)
    expect(await (await openUsedTickets({ path, log: quiet, now: at(1001) })).use(ticket)).toBe(false)
    expect([statSync(path).mode & 0o777, readFileSync(path, 'utf8').includes(ticket.jti)]).toEqual([0o600, false])
    const later = await openUsedTickets({ path, log: quiet, now: at(1900) })
    expect(await later.use({ jti: 'another-one-of-them', iat: 1890, exp: 2000 })).toBe(true)
    expect(JSON.parse(readFileSync(path, 'utf8')).used).toHaveLength(1)
  })

  it('whose list is broken take those from before along', async () => {
    const folder = temporaryFolder()
    await makeFolder(accessFolderIn(folder))
    const path = usedTicketsFileIn(folder)
    writeFileSync(path, 'nonsense')
    const said: unknown[] = []
    const used = await openUsedTickets({ path, log: (error) => said.push(error), now: at(1100) })
    expect([await used.use(ticket), said.length]).toEqual([false, 1])
    expect(await used.use({ jti: 'one-from-afterwards', iat: 1131, exp: 1900 })).toBe(true)
  })

  it('that cannot be noted are not taken', async () => {
    const folder = temporaryFolder()
    const used = await openUsedTickets({ path: usedTicketsFileIn(folder), log: quiet, now: at(1000) })
    expect(existsSync(accessFolderIn(folder))).toBe(false)
    await expect(used.use(ticket)).rejects.toThrow('ENOENT')
  })
})
