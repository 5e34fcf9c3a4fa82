/** `npm run generate`: the database client, from prisma/schema. */
import { ensureClient } from "./lib/client.ts";

console.log((await ensureClient()) ? "The database client is generated." : "The database client is up to date.");
