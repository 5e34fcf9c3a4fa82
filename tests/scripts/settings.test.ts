import { mkdtempSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { adviceOnVersion } from "@/scripts/lib/durability.ts";
import { adviceOnAddress, readAddress, readAuthSecret } from "@/scripts/lib/settings.ts";

const env = (values: Record<string, string>) => ({ NODE_ENV: "test", ...values }) as NodeJS.ProcessEnv;

test("port 0 takes any free port, and the origin follows it", async () => {
  const { host, port, origin } = await readAddress(env({ PORT: "0" }));
  expect(host).toBe("127.0.0.1");
  expect(port).toBeGreaterThan(1023);
  expect(origin).toBe(`http://localhost:${port}`);
});

test("a port in use is refused with what to do", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  onTestFinished(() => void other.close());
  await new Promise((settle) => other.once("listening", settle));
  const { port } = other.address() as { port: number };
  await expect(readAddress(env({ PORT: String(port) }))).rejects.toThrow(`Port ${port} is in use by another program.`);
});

test.each([
  ["PORT", "http"],
  ["PORT", "70000"],
  ["PORT", "-1"],
  ["APP_ORIGIN", "recite.example"],
  ["APP_ORIGIN", "https://recite.example/app"],
  ["APP_ORIGIN", "ftp://recite.example"],
])("%s=%s is refused by name", async (name, value) => {
  await expect(readAddress(env({ PORT: "0", [name]: value }))).rejects.toThrow(`${name} is ${value}`);
});

test.each([
  ["127.0.0.1", "http://localhost:3000", 0],
  ["0.0.0.0", "https://recite.example", 0],
  ["127.0.0.1", "https://recite.example", 0],
  ["0.0.0.0", "http://192.168.1.20:3000", 1],
  ["0.0.0.0", "http://localhost:3000", 1],
])("listening on %s as %s earns %i warning(s)", (host, origin, warnings) => {
  expect(adviceOnAddress({ host, port: 3000, origin })).toHaveLength(warnings);
});

test("the secret is made once, for its owner only, and a given one comes first", () => {
  const home = mkdtempSync(path.join(tmpdir(), "recite-secret-"));
  onTestFinished(() => rmSync(home, { recursive: true }));
  const secret = readAuthSecret(env({}), home);
  expect(secret.length).toBeGreaterThanOrEqual(43);
  expect(readAuthSecret(env({}), home)).toBe(secret);
  expect(statSync(path.join(home, "auth-secret")).mode & 0o777).toBe(0o600);
  expect(readAuthSecret(env({ AUTH_SECRET: "given" }), home)).toBe("given");
});

test.each([
  [180004, 1],
  [180007, 0],
  [180010, 0],
  [150019, 1],
  [150020, 0],
  [190000, 0],
])("server_version_num %i earns %i warning(s)", (number, warnings) => {
  expect(adviceOnVersion(number)).toHaveLength(warnings);
});

test("a PostgreSQL older than the oldest promised is refused", () => {
  expect(() => adviceOnVersion(140022)).toThrow("PostgreSQL 14.22 is too old");
});
