/** What this browser keeps for one learner until the server has it: a database of its own for each, so that nobody's answers become another's. */

import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { StudyEvent } from "@/lib/study/event.ts";
import type { Happening } from "@/lib/study/session.ts";
import { newDeviceId } from "./ids.ts";

interface Store extends DBSchema {
  events: { key: number; value: StudyEvent };
  device: { key: "device"; value: { readonly id: string; readonly seq: number } };
}

/** One learner's database in this browser. */
export type OutboxStore = IDBPDatabase<Store>;

/** Opens the database of a learner; `null` is the stranger whose first answer has not reached the server. */
export function openStore(learner: string | null): Promise<OutboxStore> {
  return openDB<Store>(`recite-${learner ?? "new"}`, 1, {
    upgrade(db) {
      db.createObjectStore("events");
      db.createObjectStore("device");
    },
    // Another tab brings a newer version, or the learner signs out: give way.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });
}

/** Appends an event under this device's next number, in one transaction: two tabs never share a number. */
export async function append(store: OutboxStore, happening: Happening): Promise<void> {
  const transaction = store.transaction(["events", "device"], "readwrite");
  const devices = transaction.objectStore("device");
  const { id, seq } = (await devices.get("device")) ?? { id: newDeviceId(), seq: 0 };
  await devices.put({ id, seq: seq + 1 }, "device");
  const event = { ...happening, deviceId: id, deviceSeq: seq + 1 } as StudyEvent;
  await transaction.objectStore("events").put(event, seq + 1);
  await transaction.done;
}

/** The oldest events that wait, at most `most`, with the numbers under which they are kept. */
export async function oldest(
  store: OutboxStore,
  most: number,
): Promise<{ readonly keys: number[]; readonly events: StudyEvent[] }> {
  const transaction = store.transaction("events");
  const [keys, events] = await Promise.all([
    transaction.store.getAllKeys(null, most),
    transaction.store.getAll(null, most),
  ]);
  return { keys, events };
}

/** Forgets events that the server has answered. */
export async function forget(store: OutboxStore, keys: readonly number[]): Promise<void> {
  const transaction = store.transaction("events", "readwrite");
  await Promise.all([...keys.map((key) => transaction.store.delete(key)), transaction.done]);
}

/** Moves a stranger's device and waiting events into the database of the guest they have become. */
export async function adopt(from: OutboxStore, to: OutboxStore): Promise<void> {
  const { keys, events } = await oldest(from, 0xffff_ffff);
  const device = await from.get("device", "device");
  const transaction = to.transaction(["events", "device"], "readwrite");
  if (device && !(await transaction.objectStore("device").get("device")))
    await transaction.objectStore("device").put(device, "device");
  await Promise.all(keys.map((key, place) => transaction.objectStore("events").put(events[place]!, key)));
  await transaction.done;
  await forget(from, keys);
  await from.delete("device", "device");
}
