import { setTimeout } from 'node:timers/promises'
import { lockFolder } from '#server/data-dir/lock.ts'
import { makeFolder } from '#server/data-dir/prepare-folder.ts'
import { Failure } from '#server/messages/failure.ts'
import { accessFolderIn, devicesFileIn, readDevices, writeDevices, type Device } from './devices-file.ts'

const PATIENCE_MS = 5000
const MOST = 500

/** Two commands at once would each write over what the other has. The folder's own lock is apart from that of the data, which a server holds. @throws Failure */
async function alone<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const until = performance.now() + PATIENCE_MS
  for (;;) {
    const lock = await lockFolder(folder)
    if (lock !== undefined) return work().finally(lock.release)
    if (performance.now() > until) throw new Failure(`另一个 npm run access 正在写 ${folder}，请稍后再试。`)
    await setTimeout(50)
  }
}

/** @throws Failure for a file that is not sound: writing on would strike every device off. */
async function soundDevices(path: string): Promise<readonly Device[]> {
  try {
    return await readDevices(path)
  } catch {
    throw new Failure(`${path} 读不出来。请检查权限，或从备份恢复；删去它就等于撤销全部设备。`)
  }
}

export const listDevices = (dataDir: string): Promise<readonly Device[]> => soundDevices(devicesFileIn(dataDir))

async function change(dataDir: string, work: (devices: readonly Device[]) => readonly Device[]): Promise<void> {
  await makeFolder(accessFolderIn(dataDir))
  const path = devicesFileIn(dataDir)
  await alone(accessFolderIn(dataDir), async () => writeDevices(path, work(await soundDevices(path))))
}

/** @throws Failure where there is one of that name. */
export const addDevice = (dataDir: string, device: Device): Promise<void> =>
  change(dataDir, (devices) => {
    if (devices.some(({ name }) => name === device.name)) throw new Failure(`已有名为 ${device.name} 的设备。换个名称，或先撤销它。`)
    if (devices.length >= MOST) throw new Failure(`设备已有 ${MOST} 台，请先撤销不用的。`)
    return [...devices, device]
  })

/** A server that runs refuses it within a second. @throws Failure where there is none of that name. */
export const removeDevice = (dataDir: string, name: string): Promise<void> =>
  change(dataDir, (devices) => {
    const left = devices.filter((device) => device.name !== name)
    if (left.length === devices.length) throw new Failure(`没有名为 ${name} 的设备。用 npm run access -- devices 查看。`)
    return left
  })
