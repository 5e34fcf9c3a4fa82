/** `npm run build`: the production build, whether or not there is one. */
import { build } from "./lib/build.ts";
import { ensureClient } from "./lib/client.ts";

try {
  await ensureClient();
  await build(console.log);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
