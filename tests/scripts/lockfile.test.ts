import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { completed, type Lockfile, missingPackages, pinnedToRegistry } from "@/scripts/lib/lockfile.ts";

const ours = JSON.parse(readFileSync("package-lock.json", "utf8")) as Lockfile;

test("the lockfile names no optional package that it does not contain", () => {
  expect(missingPackages(ours)).toEqual([]);
});

test("the lockfile is pinned to versions and hashes, never to the address of a registry", () => {
  expect(pinnedToRegistry(ours)).toEqual([]);
});

test("a lockfile written where a registry lacks platform packages is completed, nested versions included", () => {
  const lacking: Lockfile = {
    packages: {
      "": {},
      "node_modules/tool": {
        version: "2.0.0",
        optionalDependencies: { "@tool/linux-arm64-gnu": "2.0.0", "@tool/linux-x64-gnu": "2.0.0" },
      },
      "node_modules/@tool/linux-x64-gnu": { version: "2.0.0", optional: true },
      "node_modules/host": { version: "1.0.0", dev: true },
      "node_modules/host/node_modules/tool": {
        version: "1.0.0",
        dev: true,
        optionalDependencies: { "@tool/linux-x64-gnu": "1.0.0", "tool-windows-ia32": "^1.0.0" },
      },
    },
  };
  const whole = completed(lacking);
  expect(missingPackages(whole)).toEqual([]);
  expect(whole.packages["node_modules/@tool/linux-arm64-gnu"]).toEqual({
    version: "2.0.0",
    optional: true,
    os: ["linux"],
    cpu: ["arm64"],
  });
  expect(whole.packages["node_modules/host/node_modules/tool/node_modules/@tool/linux-x64-gnu"]).toMatchObject({
    version: "1.0.0",
    dev: true,
  });
  expect(whole.packages["node_modules/tool-windows-ia32"]).toMatchObject({ os: ["win32"], cpu: ["ia32"] });
  expect(completed(whole)).toEqual(whole);
});
