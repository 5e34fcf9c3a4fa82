import { format } from "node:util";
import { afterEach, expect } from "vitest";

/**
 * An unexpected `console.error` or `console.warn` fails the test in which it happens.
 * A test that expects one replaces it: `vi.spyOn(console, "error").mockImplementation(() => {})`.
 */
const said: string[] = [];
console.error = (...args: unknown[]) => void said.push(format(...args));
console.warn = (...args: unknown[]) => void said.push(format(...args));

afterEach(() => {
  expect(said.splice(0), "unexpected console.error or console.warn").toEqual([]);
});
