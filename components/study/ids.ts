/** Ids that a browser makes. */

/** 128 random bits as a UUID of version 4; works without https too. */
export function newDeviceId(): string {
  return uuid(crypto.getRandomValues(new Uint8Array(16)), 4);
}

/** A UUID of version 7: its first 48 bits are the milliseconds, so that ids sort by time. */
export function newEventId(now: Date): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  let rest = now.getTime();
  for (let place = 5; place >= 0; place--) {
    bytes[place] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  return uuid(bytes, 7);
}

function uuid(bytes: Uint8Array, version: number): string {
  bytes[6] = (bytes[6]! & 0x0f) | (version << 4);
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
