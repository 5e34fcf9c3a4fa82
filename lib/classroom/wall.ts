/** Wall time in a named zone and its instant: a deadline is kept as both, so that it survives a change of offset. */

const formats = new Map<string, Intl.DateTimeFormat>();

/** True for a zone that this machine's tables know by its IANA name. */
export function isZone(zone: string): boolean {
  try {
    format(zone);
    return true;
  } catch {
    return false;
  }
}

/**
 * The instant of a wall time `YYYY-MM-DDTHH:MM` in a zone; null when it is not such a text or no real date.
 * In the hour that is skipped in spring the clock is read as not yet changed (02:30 becomes 03:30); of an hour that
 * happens twice in autumn the first is meant. This is what RFC 5545 prescribes.
 */
export function instantOfWall(wall: string, zone: string): Date | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/.exec(wall);
  if (!match) return null;
  const [year, month, day, hour, minute] = match.slice(1).map(Number) as [number, number, number, number, number];
  const asUtc = Date.UTC(year, month - 1, day, hour, minute);
  if (Number.isNaN(asUtc) || new Date(asUtc).toISOString().slice(0, 16) !== wall) return null;
  const dayMs = 86_400_000;
  // The offsets on both sides of any change near this time: the earlier one reads a gap as "not yet changed" and a fold as "first".
  const before = asUtc - offsetMs(new Date(asUtc - dayMs), zone);
  const after = asUtc - offsetMs(new Date(asUtc + dayMs), zone);
  if (wallOfInstant(new Date(before), zone) === wall) return new Date(before);
  if (wallOfInstant(new Date(after), zone) === wall) return new Date(after);
  return new Date(before);
}

/** The wall time `YYYY-MM-DDTHH:MM` of an instant in a zone. */
export function wallOfInstant(instant: Date, zone: string): string {
  const parts: Record<string, string> = {};
  for (const part of format(zone).formatToParts(instant)) parts[part.type] = part.value;
  return `${parts.year!.padStart(4, "0")}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}`;
}

function offsetMs(instant: Date, zone: string): number {
  const minute = Math.floor(instant.getTime() / 60_000) * 60_000;
  return Date.parse(`${wallOfInstant(new Date(minute), zone)}Z`) - minute;
}

function format(zone: string): Intl.DateTimeFormat {
  let known = formats.get(zone);
  if (!known) {
    const options = {
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    } as const;
    known = new Intl.DateTimeFormat("en-GB", { timeZone: zone, ...options });
    formats.set(zone, known);
  }
  return known;
}
