import { expect, test } from "vitest";
import { unreachable } from "@/lib/base/unreachable.ts";

test("throws and shows the value that cannot be", () => {
  expect(() => unreachable({ kind: "new" } as never)).toThrow('Unreachable: {"kind":"new"}');
});
