/** `npm run check`: format, lint, types, and migrations against the schema. */
import { runChecks } from "./lib/checks.ts";

const { failed } = await runChecks();
process.exitCode = failed === 0 ? 0 : 1;
