/** `npm run generate`: the database client, from prisma/schema. */
import { ensureClient } from "./lib/client.ts";

console.log(ensureClient() ? "The database client is generated." : "The database client is up to date.");
